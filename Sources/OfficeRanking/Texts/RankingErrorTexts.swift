public import RankingRules

extension RankingError {
    /// A stable word for programs.
    public var code: String {
        let name = String(describing: self).prefix { $0 != "(" }
        return name.reduce(into: "") { text, letter in
            text += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
        }
    }

    /// A sentence for people.
    public func message(in language: Language) -> String {
        let (persian, english) = sentences
        return language == .persian ? Digits.persianProse(persian, keeping: codes) : english
    }

    /// What its sentences name that is a code: written as everywhere else, so that it can be copied.
    private var codes: [String] {
        switch self {
        case .publishedIsFinal(let code), .schemeIsFrozen(let code), .indicatorRulesAreFrozen(let code),
            .newerVersionIsKnown(let code), .unknownAccount(let code), .unknownActor(let code),
            .unknownPeriod(let code),
            .unknownOffice(let code), .unknownScheme(let code), .unknownService(let code), .unknownContract(let code),
            .unknownAgency(let code), .unknownIndicatorRules(let code), .unknownIndicatorSheet(let code),
            .serviceNotDelegatedThere(let code), .serviceOfferedAlready(let code), .notRankedYet(let code),
            .requestIsUnderWay(let code), .keyWasUsed(let code), .constraintViolated(let code):
            [code]
        default: []
        }
    }

    private var sentences: (String, String) {
        switch self {
        case .periodNotOpen(let state):
            (
                "دوره باز نیست (وضعیت: \(inPersian(state))). دادهٔ دوره فقط تا وقتی دوره باز است پذیرفته می‌شود.",
                "The period is not open (state: \(state)). Facts of a period are taken only while it is open."
            )
        case .wrongPeriodState(let change):
            (
                "دوره در این وضعیت چنین تغییری نمی‌پذیرد: \(inPersian(change)).",
                "The period does not allow this change: \(change)."
            )
        case .windowClosed(let window):
            (
                "مهلت \(activity(window, .persian)) با پایان روز \(days(window).last) تمام شده است (آغاز: "
                    + "\(days(window).first))؛ ستاد می‌تواند آن را با دلیل تمدید کند.",
                "The window of \(activity(window, .english)), open from \(days(window).first), closed at the end of "
                    + "\(days(window).last); the headquarters may extend it with a reason."
            )
        case .windowNotOpen(let window):
            (
                "مهلت \(activity(window, .persian)) هنوز آغاز نشده است: از روز \(days(window).first) تا پایان روز "
                    + "\(days(window).last).",
                "The window of \(activity(window, .english)) opens on \(days(window).first) and closes at the end of "
                    + "\(days(window).last)."
            )
        case .unknownActivity(let activities):
            (
                "مهلت برای منبع‌های شیوه‌نامهٔ دوره یا برای بازبینی (review) است: \(activities).",
                "A window is for a source of the period's scheme, or for the review: \(activities)."
            )
        case .noWindowToExtend(let activity):
            (
                "برای «\(activity)» مهلتی برای کشور نیست که تمدید شود؛ تا بستن دوره برای همه باز است.",
                "There is no window of the country for \(activity) to extend: it is open to all until the period closes."
            )
        case .dayIsFar(let window):
            (
                "پایان مهلت بیش از ۱۸۰ روز پس از امروز و روزهای دوره است: \(days(window).first). مهلت کوتاه نمی‌شود؛ تاریخ را بررسی کنید.",
                "The window would end more than 180 days after today and the period's own days, on \(days(window).first). "
                    + "No window is ever shortened: check the day."
            )
        case .periodHasNoScheme(let period):
            (
                "برای دورهٔ \(period) هنوز شیوه‌نامه‌ای تعیین نشده است؛ نخست با period dates آن را بدهید.",
                "No scheme is planned for \(period) yet; give it first, by period dates."
            )
        case .windowAddsNoDay(let activity):
            (
                "همهٔ این روزها برای «\(activity)» از پیش باز است. هیچ مهلتی کوتاه نمی‌شود.",
                "All these days are open for \(activity) already. No window is ever shortened."
            )
        case .stepWaits(let step):
            (
                "این گام منتظر دریافت پرونده‌ها یا کارهای دیگری است که در جریان است: \(inPersian(step)). "
                    + "با پایان آن‌ها برداشته می‌شود.",
                "The step waits for imports or other acts under way and is taken when they end: \(step)."
            )
        case .schemeIsNotValidThen(let validity):
            (
                "اعتبار شیوه‌نامه این دوره را در بر نمی‌گیرد: \(validity).",
                "The scheme is not valid in this period: \(validity)."
            )
        case .reasonIsRequired:
            ("برای این کار باید دلیل نوشته شود.", "This act needs a reason.")
        case .dayInFuture(let day):
            (
                "روز \(jalali(day)) هنوز نرسیده است؛ تاریخ اثر نمی‌تواند در آینده باشد.",
                "\(jalali(day)) has not come yet; the day from which something holds cannot lie ahead."
            )
        case .dayIsPast(let step):
            (
                "این روز آغاز شده یا گذشته است: \(inPersian(step)). اگر خواست همین است، آن را با دلیل بگویید.",
                "This day has begun or is over: \(step). If it is meant, say so with a reason."
            )
        case .stepIsTaken(let step):
            (
                "این گام برداشته شده است و روزش تغییر نمی‌کند: \(inPersian(step)).",
                "This step is taken and keeps its day: \(step)."
            )
        case .stepHasObstacles(let obstacles):
            (
                "این گام برداشته نشد، چون مانع دارد: " + obstacleTexts(obstacles).map(\.persian).joined(separator: " "),
                "The step is not taken: " + obstacleTexts(obstacles).map(\.english).joined(separator: " ")
            )
        case .noSuchObstacle(let obstacle):
            (
                "چنین مانعی اکنون بر سر راه این گام نیست یا نادیده‌گرفتنی نیست: \(obstacle).",
                "No such obstacle stands against the step now, or it cannot be overruled: \(obstacle)."
            )
        case .placeIsKnownOtherwise(let place):
            (
                "جایی به نام «\(place)» از پیش با مشخصاتی دیگر شناخته است.",
                "A place “\(place)” is known already, as something else."
            )
        case .publishedIsFinal(let period):
            (
                "دورهٔ \(period) منتشر یا قطعی شده است و تغییر نمی‌کند.",
                "Period \(period) is published or fixed and does not change."
            )
        case .schemeIsFrozen(let scheme):
            (
                "شیوه‌نامهٔ \(scheme) پیش‌تر با متنی دیگر پذیرفته شده است؛ شمارهٔ نسخه را بالا ببرید.",
                "Scheme \(scheme) was adopted with another content; raise its version."
            )
        case .indicatorRulesAreFrozen(let rules):
            (
                "این نسخه از قواعد نماگر پیش‌تر با متنی دیگر پذیرفته شده است (\(rules))؛ شمارهٔ نسخه را بالا ببرید.",
                "These indicator rules were adopted with another content (\(rules)); raise their version."
            )
        case .recordIsAppendOnly(let place):
            (
                "این سابقه فقط افزودنی است و تغییر یا حذف نمی‌شود: \(place).",
                "This record is append-only: \(place)."
            )
        case .newerVersionIsKnown(let office):
            (
                "برای دفتر \(office) خبری تازه‌تر از این تاریخ اثر ثبت شده است.",
                "A version of office \(office) newer than this date of effect is known."
            )
        case .runReadsAnOlderCensus(let period):
            (
                "رتبه‌بندی جاری دورهٔ \(period) بر سرشماری پیشین است؛ دوباره رتبه‌بندی کنید.",
                "The current run of \(period) reads an older census; rank again."
            )
        case .otherOfficesChange(let digest):
            (
                "فهرست دفترهایی که تغییر می‌کنند آن نیست که دیده‌اید؛ دوباره ببینید (\(digest)).",
                "The list of offices that change is not the one that you saw; look again (\(digest))."
            )
        case .correctionChangesNothing(let period):
            (
                "برای دورهٔ \(period) نتیجه‌ای جز آنچه منتشر شده است نیست؛ نخست دوباره رتبه‌بندی کنید.",
                "Period \(period) has no other result than the one published; rank it again first."
            )
        case .sourceOfAnother(let source):
            (
                "این حساب از جانب منبع «\(source)» سخن نمی‌گوید.",
                "This account does not speak for source “\(source)”."
            )
        case .ownerHasSpoken(let source):
            (
                "صاحب منبع «\(source)» خودش مقدارها را داده است؛ دیگری به جای او مقدار نمی‌دهد.",
                "The owner of source “\(source)” has spoken himself; nobody speaks on his behalf any more."
            )
        case .saidMeanwhile:
            (
                "هم‌زمان دادهٔ دیگری از همین دفترها ثبت شد. آن را ببینید و اگر لازم است پرونده را دوباره بفرستید.",
                "Something else was taken of the same offices at the same time. Look at it, and send the file again if needed."
            )
        case .amendmentExceedsItsCause(let amendment):
            (
                "داده‌های تازه بیش از آنچه اصلاح شمارهٔ \(amendment) می‌گوید تغییر کرده است.",
                "The facts change by more than amendment \(amendment) says."
            )
        case .totalsDoNotReconcile(let difference):
            (
                "شمار دفاتر سرشماری، نتیجه‌ها و جمع‌های منتشرشدنی یکی نیست: \(difference).",
                "Census, results and the totals to be shown do not agree: \(difference)."
            )
        case .anotherRunIsUnderWay(let period):
            (
                "رتبه‌بندی دیگری از دورهٔ \(period) در جریان است؛ این یکی انجام نشد.",
                "Another run of \(period) is under way; this one was not made."
            )
        case .notAllowed:
            ("این حساب اجازهٔ این کار را ندارد.", "This account may not do that.")
        case .unknownAccount(let name), .unknownActor(let name):
            ("حساب «\(name)» وجود ندارد یا غیرفعال است.", "There is no active account “\(name)”.")
        case .deedNotAllowed, .accountIsFixed, .notTheActor, .lastHeadquartersAccount, .nobodyGrantsToHimself,
            .anotherPersonConfirms, .proofNotConfirmed, .serviceOfAnotherAgency, .unknownRole, .tokenUnknown,
            .tokenExpired, .tokenRevoked, .accountDisabled,
            .identityUnknown, .noSuchToken, .noSuchIdentity:
            accessSentences
        case .unknownPeriod(let period):
            ("دورهٔ \(period) تعریف نشده است.", "Period \(period) is not known.")
        case .unknownOffice(let office):
            ("دفتری با کد «\(office)» یافت نشد.", "There is no office “\(office)”.")
        case .unknownScheme(let scheme):
            ("شیوه‌نامهٔ «\(scheme)» پذیرفته نشده است.", "Scheme “\(scheme)” is not adopted.")
        case .unknownCriterion(let criterion):
            ("شیوه‌نامهٔ دوره شاخصی با کد «\(criterion)» ندارد.", "The period's scheme has no criterion “\(criterion)”.")
        case .unknownAmendment(let amendment):
            ("این دوره اصلاحی با شمارهٔ \(amendment) ندارد.", "The period has no amendment \(amendment).")
        case .unknownRelease(let release):
            ("این دوره معافیتی با شمارهٔ \(release) ندارد.", "The period has no release \(release).")
        case .unknownPlace(let place):
            ("جایی به نام «\(place)» شناخته نشد.", "Place “\(place)” is not known.")
        case .unknownService(let service):
            ("خدمتی با کد «\(service)» ثبت نشده است.", "There is no service “\(service)”.")
        case .unknownContract(let contract):
            ("چنین قرارداد برقراری نیست: \(contract).", "There is no such contract in force: \(contract).")
        case .unknownAgency(let agency):
            ("دستگاهی با کد «\(agency)» ثبت نشده است.", "There is no agency “\(agency)”.")
        case .unknownIndicatorRules(let rules):
            ("قواعد این نماگر پذیرفته نشده است: \(rules).", "No rules of this indicator are adopted: \(rules).")
        case .unknownPublication(let publication):
            ("چنین انتشاری نیست: \(publication).", "There is no such publication: \(publication).")
        case .unknownIndicatorSheet(let sheet):
            ("برگهٔ منتشرشده‌ای یافت نشد: \(sheet).", "No sheet is published: \(sheet).")
        case .officeNotActive(let state):
            (
                "پروانهٔ دفتر در این روز فعال نیست (\(state))؛ خدمت تازه نمی‌گیرد.",
                "The licence of the office is not active on that day (\(state)); it takes no new service."
            )
        case .serviceNotDelegatedThere(let service):
            (
                "خدمت \(service) در این روز در محل دفتر واگذار نشده یا واگذاری آن تأیید نشده است.",
                "Service \(service) is not delegated in the office's place on that day, or not confirmed to operate."
            )
        case .outsideLicensedLocality(let locality):
            (
                "«\(locality)» محل پروانهٔ دفتر نیست؛ خدمت فقط در محل پروانه ارائه می‌شود.",
                "“\(locality)” is not the office's licensed place; services are offered only there."
            )
        case .serviceOfferedAlready(let service):
            ("این دفتر خدمت \(service) را از پیش ارائه می‌کند.", "The office offers service \(service) already.")
        case .serviceCeilingReached(let places):
            (
                "سقف خدمات دفتر پر است (\(places)).",
                "The office's service ceiling is reached (\(places))."
            )
        case .contractEndsBeforeItsStart(let start):
            ("پایان قرارداد پیش از آغاز آن است (\(start)).", "The contract would end before its start (\(start)).")
        case .notRankedYet(let period):
            ("دورهٔ \(period) هنوز رتبه‌بندی نشده است.", "Period \(period) has not been ranked yet.")
        case .unknownImport(let key):
            ("دریافتی با شناسهٔ «\(key)» از این حساب شناخته نیست.", "This account has no import “\(key)”.")
        case .requestIsUnderWay(let key):
            (
                "درخواست «\(key)» هنوز در حال انجام است؛ کمی بعد دوباره بفرستید.",
                "Request “\(key)” is still under way; send it again a little later."
            )
        case .keyWasUsed(let key):
            (
                "شناسهٔ «\(key)» پیش‌تر برای درخواست دیگری به کار رفته است.",
                "Key “\(key)” was used for another request."
            )
        case .invalid(let faults):
            (
                faults.map(\.persian).joined(separator: "\n"), faults.map(\.english).joined(separator: "\n")
            )
        case .constraintViolated(let name):
            ConstraintTexts.sentence(of: name).map { ($0.persian, $0.english) }
                ?? ("پایگاه داده نپذیرفت: شرط «\(name)» برقرار نیست.", "The database refused: “\(name)” does not hold.")
        case .conflict:
            ("کار هم‌زمان دیگری با این کار برخورد کرد؛ دوباره بکوشید.", "A concurrent act collided; try again.")
        case .othersAreUnderWay:
            (
                "کارهای دیگری، مانند دریافت پرونده‌ها، در جریان است و به پایان نرسید؛ کمی بعد دوباره بکوشید.",
                "Other acts, such as imports, are under way and did not end in time; try again a little later."
            )
        case .outcomeUnknown:
            (
                "ارتباط هنگام ثبت نهایی قطع شد؛ نتیجه معلوم نیست. وضعیت را ببینید و در صورت نیاز تکرار کنید.",
                "The connection broke during commit; the outcome is unknown. Look at the state before repeating."
            )
        case .tookTooLong:
            (
                "پاسخ این پرسش در مهلت آن آماده نشد؛ دوباره بکوشید یا دامنهٔ پرسش را تنگ‌تر کنید.",
                "The answer was not ready in its time; try again, or ask about less."
            )
        case .unavailable(let why):
            ("پایگاه داده در دسترس نیست (\(why)).", "The database is not available (\(why)).")
        case .databaseFull:
            (
                "پایگاه داده جا ندارد؛ چیزی ثبت نشد. پس از آزاد شدن جا دوباره بفرستید.",
                "The database has no room; nothing was stored. Send it again when there is room."
            )
        case .failed(let why):
            ("خطای داخلی (\(why)).", "Internal error (\(why)).")
        }
    }
}

/// A day that stands in a text of the database, as people write it.
func jalali(_ day: String) -> String {
    Day(iso: day).flatMap(JalaliDate.init)?.description ?? day
}

/// What a window is for: `office 2021-09-23 2021-10-12`.
private func activity(_ window: String, _ language: Language) -> String {
    activityTitle(String(window.prefix { $0 != " " }))[language]
}

/// What a window is for as people call it; sources by their code.
func activityTitle(_ activity: String) -> LocalizedText {
    switch activity {
    case "period": LocalizedText(persian: "دورهٔ ارزیابی", english: "the period")
    case "review": LocalizedText(persian: "بازبینی", english: "the review")
    default: LocalizedText(persian: "«\(activity)»", english: activity)
    }
}

/// The days of a window as people read them.
private func days(_ window: String) -> (first: String, last: String) {
    let words = window.split(separator: " ").map { $0 == "-" ? "…" : jalali(String($0)) }
    return (words.count > 1 ? words[1] : "…", words.count > 2 ? words[2] : "…")
}

/// The states and steps of a period that stand in a text of the database, in Persian.
private func inPersian(_ states: String) -> String {
    let words = [
        "planned": "برنامه‌ریزی‌شده", "open": "باز", "closed": "بسته", "ranked": "رتبه‌بندی‌شده", "preview": "پیش‌نمایش",
        "published": "منتشرشده", "→": "به", "opens": "گشایش", "closes": "بستن", "ranks": "رتبه‌بندی",
        "publishes": "انتشار",
    ]
    return states.split(separator: " ").map { words[String($0)] ?? String($0) }.joined(separator: " ")
}
