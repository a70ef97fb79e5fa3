extension ErrorTexts {
    /// Days and states of a half-year, and submissions of sources.
    static let periods: [RankingError.Code: (String, String)] = [
        .periodNotOpen: (
            "دوره باز نیست (وضعیت: {steps}). دادهٔ دوره فقط تا وقتی دوره باز است پذیرفته می‌شود.",
            "The period is not open (state: {steps}). Its data is accepted only while it is open."
        ),
        .wrongPeriodState: (
            "دوره در این وضعیت چنین تغییری نمی‌پذیرد: {steps}.",
            "The period does not allow this change of state: {steps}."
        ),
        .periodHasNoScheme: (
            "دورهٔ {code} هنوز شیوه‌نامه ندارد؛ نخست آن را با period dates تعیین کنید.",
            "Period {code} has no scheme yet. Set one first, with period dates."
        ),
        .schemeIsNotValidThen: (
            "شیوه‌نامه در این دوره معتبر نیست؛ اعتبار آن: {detail}.",
            "The scheme is not valid in this period. It is valid: {detail}."
        ),
        .schemeNotConfirmed: (
            "شیوه‌نامهٔ «{detail}» را هنوز نفر دوم تأیید نکرده است. همکار دیگری از ستاد باید آن را تأیید کند.",
            "Scheme “{detail}” is only proposed. Another person of the headquarters must confirm it first."
        ),
        .simulationIsOutdated: (
            "پس از پیشنهاد شیوه‌نامه، نتیجهٔ دیگری منتشر شده است ({detail}). آن را دوباره پیشنهاد کنید تا اثرش سنجیده شود.",
            "Another result was published since the proposal ({detail}). Propose the scheme again, to simulate its effect."
        ),
        .schemeMovesTooMany: (
            "با این شیوه‌نامه رتبهٔ دفاتر بیش از حدی که شیوه‌نامهٔ کنونی می‌پذیرد جابه‌جا می‌شود ({detail}). پذیرش آن دلیل می‌خواهد.",
            "With this scheme more offices would change rank than the scheme in use allows ({detail}). Adopting it needs a "
                + "reason."
        ),
        .windowClosed: (
            "مهلت {activity} با پایان روز {last} تمام شد (آغاز: {first}). ستاد می‌تواند آن را با دلیل تمدید کند.",
            "The window for {activity} closed at the end of {last} (it opened on {first}). The headquarters can extend it, "
                + "with a reason."
        ),
        .windowNotOpen: (
            "مهلت {activity} هنوز آغاز نشده است؛ از روز {first} تا پایان روز {last} است.",
            "The window for {activity} is not open yet. It opens on {first} and closes at the end of {last}."
        ),
        .unknownActivity: (
            "این دوره چنین فعالیتی ندارد؛ یکی از منبع‌های شیوه‌نامه یا بازبینی (review) را بنویسید: {detail}.",
            "The period has no such activity. Name a source of its scheme, or review: {detail}."
        ),
        .noWindowToExtend: (
            "{activity} مهلت کشوری ندارد که تمدید شود؛ تا بستن دوره برای همه باز است.",
            "There is no national window for {activity} to extend. It stays open to all until the period closes."
        ),
        .windowAddsNoDay: (
            "همهٔ این روزها برای {activity} از پیش باز است. مهلت کوتاه نمی‌شود.",
            "All these days are already open for {activity}. A window is never shortened."
        ),
        .dayIsFar: (
            "پایان مهلت، {first}، بیش از ۱۸۰ روز پس از امروز و روزهای دوره است. تاریخ را بررسی کنید؛ مهلت بعداً کوتاه نمی‌شود.",
            "The window would end on {first}, more than 180 days after today and the days of the period. Check the date: "
                + "a window cannot be shortened later."
        ),
        .dayInFuture: (
            "روز {day} هنوز نرسیده است؛ امروز یا روزی پیش از آن را بنویسید.",
            "{day} is in the future. Give today or an earlier day."
        ),
        .dayIsPast: (
            "این روز آغاز شده یا گذشته است: {steps}. اگر همین روز را می‌خواهید، دلیل بنویسید.",
            "This day has already begun: {steps}. If you mean it, give a reason."
        ),
        .stepIsTaken: (
            "این گام برداشته شده است و روزش تغییر نمی‌کند: {steps}.",
            "This step is already taken. Its day cannot change: {steps}."
        ),
        .stepWaits: (
            "این گام منتظر پایان دریافت پرونده‌ها و کارهای در جریان است و پس از آن برداشته می‌شود: {steps}.",
            "The step waits until imports and other acts in progress end, and is taken then: {steps}."
        ),
        .stepHasObstacles: ("این گام برداشته نشد. {obstacles}", "The step was not taken. {obstacles}"),
        .noSuchObstacle: (
            "این گام چنین مانعی ندارد، یا این مانع نادیده‌گرفتنی نیست: {detail}.",
            "The step has no such obstacle, or it cannot be overruled: {detail}."
        ),
        .reasonIsRequired: ("برای این کار دلیل بنویسید.", "This needs a reason. Give one."),
        .notRankedYet: (
            "دورهٔ {code} هنوز رتبه‌بندی نشده است.", "Period {code} has not been ranked yet."
        ),
        .sourceOfAnother: (
            "این حساب اجازهٔ ثبت داده از طرف منبع «{code}» را ندارد.",
            "This account may not report for source “{code}”."
        ),
        .ownerHasSpoken: (
            "صاحب منبع «{code}» خودش داده ثبت کرده است؛ دیگری نمی‌تواند به جای او ثبت کند.",
            "The owner of source “{code}” has reported. Nobody else can report for the owner now."
        ),
        .saidMeanwhile: (
            "در این میان دادهٔ دیگری از همین دفترها ثبت شد. آن را ببینید و اگر لازم است دادهٔ خود را دوباره بفرستید.",
            "Someone else stored data of the same offices meanwhile. Look at it, and send yours again if needed."
        ),
        .declarationIncomplete: (
            "این شاخص‌ها مقدار ندارند: {code}. آن‌ها را پر کنید، یا اگر عمدی است به صراحت بگویید که بدون آن‌ها ثبت شود؛ دست‌کم یک مقدار لازم است.",
            "These criteria have no value: {code}. Fill them in, or say plainly that you submit without them; at least one "
                + "value is needed."
        ),
        .itemNeedsTheGroup: (
            "این موردها پیش‌تر رد یا اصلاح و دوباره اظهار شده است؛ عضوی از کارگروه رأی می‌دهد که دربارهٔ آن رأی نداده باشد: {code}.",
            "These items were rejected or corrected and reported again. A member of the working group who has not judged "
                + "them judges them: {code}."
        ),
        .otherFactsAreApproved: (
            "داده‌های استان آن نیست که دیده‌اید؛ دوباره ببینید و تأیید کنید ({code}).",
            "The facts of the province are not those you saw. Look at them again and approve them ({code})."
        ),
        .appealsAreNotHeard: (
            "شیوه‌نامهٔ دورهٔ {code} اعتراض ندارد.", "The scheme of period {code} hears no appeals."
        ),
        .appealsExist: (
            "در دورهٔ {code} اعتراض ثبت شده است؛ این دوره دیگر باز نمی‌شود.",
            "Appeals are filed in period {code}. It cannot be opened again."
        ),
        .appealIsSettled: (
            "اعتراض شمارهٔ {detail} رأی گرفته یا پس گرفته شده است و تغییر نمی‌کند.",
            "Appeal {detail} is decided or withdrawn and cannot change."
        ),
    ]

    /// Fixed entries, runs and publications.
    static let fixed: [RankingError.Code: (String, String)] = [
        .publishedIsFinal: (
            "دورهٔ {code} منتشر شده است و تغییر نمی‌کند.", "Period {code} is published and cannot change."
        ),
        .periodTermsAreFixed: (
            "روزها و شیوه‌نامهٔ دورهٔ {code} دیگر تغییر نمی‌کند.",
            "The days and the scheme of period {code} can no longer change."
        ),
        .schemeIsFrozen: (
            "شیوه‌نامهٔ {code} پیش‌تر با متنی دیگر پذیرفته شده است؛ شمارهٔ نسخه را بالا ببرید.",
            "Scheme {code} is already adopted with other content. Raise its version."
        ),
        .indicatorRulesAreFrozen: (
            "قواعد نماگر {code} پیش‌تر با متنی دیگر پذیرفته شده است؛ شمارهٔ نسخه را بالا ببرید.",
            "Indicator rules {code} are already adopted with other content. Raise their version."
        ),
        .recordIsAppendOnly: (
            "به این سابقه فقط افزوده می‌شود؛ تغییر و حذف ندارد: {detail}.",
            "This record only grows. Nothing in it is changed or deleted: {detail}."
        ),
        .entryIsFixed: ("این مورد دیگر تغییر نمی‌کند: {detail}.", "This entry can no longer change: {detail}."),
        .fieldIsFixed: (
            "این مشخصه‌ها تغییرکردنی نیست: {detail}.", "These fields cannot be changed: {detail}."
        ),
        .newerVersionIsKnown: (
            "برای دفتر {code} نسخه‌ای با تاریخ اثر تازه‌تر ثبت شده است.",
            "A version of office {code} with a later effective date is already registered."
        ),
        .placeIsKnownOtherwise: (
            "«{detail}» از پیش با مشخصاتی دیگر ثبت شده است.",
            "“{detail}” is already registered, with other particulars."
        ),
        .anotherRunIsUnderWay: (
            "رتبه‌بندی دیگری از دورهٔ {code} در جریان است؛ پس از پایان آن دوباره بکوشید.",
            "A run of {code} is already in progress. Try again when it has finished."
        ),
        .runReadsAnOlderCensus: (
            "رتبه‌بندی جاری دورهٔ {code} بر سرشماری پیشین است؛ دوباره رتبه‌بندی کنید.",
            "The current run of {code} reads an older census. Rank again."
        ),
        .totalsDoNotReconcile: (
            "تعداد دفترها در سرشماری، نتیجه‌ها و جمع‌ها یکی نیست: {detail}.",
            "The census, the results and the totals do not count the same offices: {detail}."
        ),
        .amendmentExceedsItsCause: (
            "داده‌های تازه بیش از آنچه اصلاح شمارهٔ {detail} می‌گوید تغییر کرده است.",
            "The new facts change more than amendment {detail} says."
        ),
        .otherOfficesChange: (
            "فهرست دفترهایی که تغییر می‌کنند آن نیست که دیده‌اید؛ دوباره ببینید ({code}).",
            "The list of changed offices is not the one you saw. Look at it again ({code})."
        ),
        .correctionChangesNothing: (
            "دورهٔ {code} نتیجه‌ای جز نتیجهٔ منتشرشده ندارد؛ نخست دوباره رتبه‌بندی کنید.",
            "Period {code} has no other result than the published one. Rank it again first."
        ),
    ]
}
