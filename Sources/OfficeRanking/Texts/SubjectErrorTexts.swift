extension ErrorTexts {
    /// Things that a request names, and contracts.
    static let subjects: [RankingError.Code: (String, String)] = [
        .unknownPeriod: ("دورهٔ {code} تعریف نشده است.", "There is no period {code}."),
        .unknownPublication: ("چنین انتشاری نیست: {code}.", "There is no such publication: {code}."),
        .unknownOffice: ("دفتری با کد «{code}» یافت نشد.", "There is no office “{code}”."),
        .unknownScheme: ("شیوه‌نامهٔ «{code}» پذیرفته نشده است.", "Scheme “{code}” is not adopted."),
        .unknownCriterion: (
            "شیوه‌نامهٔ دوره شاخصی با کد «{code}» ندارد.", "The period's scheme has no criterion “{code}”."
        ),
        .unknownSubmission: (
            "از دفتر «{code}» چیزی ثبت نشده است که پس گرفته شود.",
            "Nothing is submitted of office “{code}” to withdraw."
        ),
        .unknownAmendment: (
            "این دوره اصلاحی با شمارهٔ {detail} ندارد.", "The period has no amendment {detail}."
        ),
        .unknownRelease: ("این دوره معافیتی با شمارهٔ {detail} ندارد.", "The period has no release {detail}."),
        .unknownPlace: ("جایی به نام «{detail}» شناخته نیست.", "There is no place “{detail}”."),
        .unknownService: ("خدمتی با کد «{code}» ثبت نشده است.", "There is no service “{code}”."),
        .unknownContract: ("چنین قرارداد برقراری نیست: {code}.", "There is no such contract in force: {code}."),
        .unknownAgency: ("دستگاهی با کد «{code}» ثبت نشده است.", "There is no agency “{code}”."),
        .unknownIndicatorRules: (
            "قواعد این نماگر پذیرفته نشده است: {code}.", "No rules of this indicator are adopted: {code}."
        ),
        .unknownIndicatorSheet: (
            "برگهٔ منتشرشده‌ای از این نماگر نیست: {code}.", "No sheet of this indicator is published: {code}."
        ),
        .unknownImport: (
            "این حساب دریافتی با شناسهٔ «{code}» ندارد.", "This account has no import “{code}”."
        ),
        .unknownAct: (
            "این حساب کاری با شمارهٔ {detail} در سابقه نمی‌بیند.", "This account sees no act {detail} in the record."
        ),
        .actNotCoveredYet: (
            "هنوز سری از سابقه منتشر نشده که کار {detail} را در بر بگیرد؛ یک ساعت دیگر دوباره بخواهید.",
            "No head that covers act {detail} is published yet. Ask again in an hour."
        ),
        .officeNotActive: (
            "پروانهٔ دفتر در این روز فعال نیست ({detail})؛ خدمت تازه نمی‌گیرد.",
            "The licence of the office is not active on that day ({detail}). The office takes no new service."
        ),
        .serviceNotDelegatedThere: (
            "خدمت {code} در این روز به محل دفتر واگذار نشده، یا واگذاری آن تأیید نشده است.",
            "Service {code} is not delegated to the office's place on that day, or not confirmed to operate."
        ),
        .outsideLicensedLocality: (
            "«{detail}» محل پروانهٔ دفتر نیست؛ دفتر فقط در محل پروانه خدمت می‌دهد.",
            "“{detail}” is not the licensed place of the office. It offers services only there."
        ),
        .serviceOfferedAlready: (
            "این دفتر خدمت {code} را از پیش ارائه می‌کند.", "The office already offers service {code}."
        ),
        .serviceCeilingReached: (
            "سقف خدمات دفتر پر است ({detail}).", "The office has reached its service ceiling ({detail})."
        ),
        .contractEndsBeforeItsStart: (
            "قرارداد از {day} است و پیش از آن پایان نمی‌یابد.", "The contract began on {day} and cannot end before."
        ),
    ]

    /// Requests, and the database.
    static let requestsAndDatabase: [RankingError.Code: (String, String)] = [
        .requestIsUnderWay: (
            "درخواست «{code}» هنوز در حال انجام است؛ کمی بعد دوباره بفرستید.",
            "Request “{code}” is still in progress. Send it again a little later."
        ),
        .keyWasUsed: (
            "شناسهٔ «{code}» پیش‌تر برای درخواست دیگری به کار رفته است؛ شناسهٔ تازه‌ای بدهید.",
            "Key “{code}” was used for another request. Choose a new one."
        ),
        .invalid: (
            "ورودی ایراد دارد؛ ایرادهای نوشته‌شده را درست کنید و دوباره بفرستید.",
            "The input has faults. Correct the listed ones and send it again."
        ),
        .constraintViolated: (
            "این مقدارها با قاعده‌ای از پایگاه داده نمی‌خواند: {code}.",
            "The values break a rule of the database: {code}."
        ),
        .conflict: (
            "کار دیگری هم‌زمان با این کار انجام شد؛ دوباره بکوشید.", "Another act happened at the same time. Try again."
        ),
        .othersAreUnderWay: (
            "کارهای دیگری، مانند دریافت پرونده‌ها، هنوز در جریان است؛ کمی بعد دوباره بکوشید.",
            "Other acts, such as imports, are still in progress. Try again a little later."
        ),
        .tookTooLong: (
            "مهلت این پرسش تمام شد؛ دوباره بکوشید یا دامنهٔ آن را تنگ‌تر کنید.",
            "The query timed out. Try again or narrow it."
        ),
        .noFreeConnection: (
            "اتصال آزادی به پایگاه داده نیست؛ کمی بعد دوباره بکوشید.",
            "No connection to the database is free. Try again a little later."
        ),
        .outcomeUnknown: (
            "ارتباط هنگام ثبت نهایی قطع شد و معلوم نیست ثبت شده باشد. پیش از تکرار، وضعیت را ببینید.",
            "The connection broke during the commit, so the outcome is unknown. Check before you repeat it."
        ),
        .unavailable: (
            "پایگاه داده در دسترس نیست ({detail})؛ کمی بعد دوباره بکوشید.",
            "The database is not available ({detail}). Try again a little later."
        ),
        .databaseFull: (
            "پایگاه داده جا ندارد و چیزی ثبت نشد. پس از آزاد شدن جا دوباره بفرستید.",
            "The database is full and nothing was stored. Send it again when there is room."
        ),
        .notMigrated: (
            "پایگاه داده به نسخهٔ این برنامه نرسیده است؛ اجرا کنید: pishkhan migrate",
            "The database is not at this program's version. Run: pishkhan migrate"
        ),
        .failed: ("خطای داخلی ({detail}).", "Internal error ({detail})."),
    ]
}
