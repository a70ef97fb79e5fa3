import RankingRules

/// The sentences of obstacles, from their stable form: one obstacle a line, `code: detail`.
func obstacleTexts(_ obstacles: String) -> [LocalizedText] {
    obstacles.split(separator: "\n").map { line in
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let detail = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
        return ObstacleTexts.sentence(of: String(parts[0]), String(detail))
    }
}

/// The sentences of obstacles; `{window}` is the activity of a window with its day.
enum ObstacleTexts {
    static let sentences = [
        "nobody_declared": ("هیچ دفتری اظهار نکرده است.", "No office has declared."),
        "fewer_declared": (
            "کمتر از نیمی از تعداد دورهٔ پیش اظهار کرده‌اند ({detail}).",
            "Fewer than half as many offices declared as in the period before ({detail})."
        ),
        "province_silent": (
            "هیچ دفتری از این استان‌ها شرکت نکرده است: {detail}.", "No office of these provinces took part: {detail}."
        ),
        "source_missing": (
            "برای بیش از یک‌بیستم شرکت‌کنندگان دادهٔ این منبع نیست: {detail}.",
            "More than one in twenty participants have no data of this source: {detail}."
        ),
        "item_not_reviewed": (
            "دادهٔ این تعداد دفتر از این منبع هنوز بازبینی نشده است: {detail}.",
            "Offices whose data of this source is not reviewed yet: {detail}."
        ),
        "approval_missing": (
            "کارگروه داده‌های این استان‌ها را تأیید نکرده، یا پس از تأیید تغییر کرده است: {detail}.",
            "The facts of these provinces are not approved, or changed after it: {detail}."
        ),
        "window_still_open": ("این مهلت هنوز باز است: {window}.", "A window is still open: {window}."),
        "window_never_open": (
            "این مهلت پیش از گشایش دوره تمام شد و هرگز باز نبود؛ آن را تمدید کنید: {window}.",
            "A window ended before the period opened, so it was never open. Extend it: {window}."
        ),
        "run_reads_older_facts": (
            "رتبه‌بندی جاری بر داده‌های پیشین است؛ دوباره رتبه‌بندی کنید.",
            "The current run reads older facts. Rank again."
        ),
        "preview_too_short": (
            "دفترها نتیجهٔ خود را باید تا پایان این روز ببینند: {day}.",
            "Offices must see their own results until the end of this day: {day}."
        ),
        "appeal_undecided": (
            "این تعداد اعتراض هنوز رأی ندارد: {detail}.", "Appeals without a decision: {detail}."
        ),
        "older_half_year": (
            "دوره‌ای تازه‌تر منتشر شده است: {detail}.", "A later half-year is already published: {detail}."
        ),
    ]

    static func sentence(of code: String, _ detail: String) -> LocalizedText {
        let (persian, english) = sentences[code] ?? ("\(code): {detail}", "\(code): {detail}")
        return LocalizedText(
            persian: fill(persian, detail, .persian), english: fill(english, detail, .english))
    }

    private static func fill(_ template: String, _ detail: String, _ language: Language) -> String {
        template.contains("{window}")
            ? template.replacing("{window}", with: withDays(detail, language))
            : template.replacing("{detail}", with: detail).replacing("{day}", with: shownDay(detail, language))
    }

    /// The last day of a preview; `-` before the preview has begun.
    private static func shownDay(_ detail: String, _ language: Language) -> String {
        if detail == "-" { return language == .persian ? "هنوز پیش‌نمایشی آغاز نشده" : "no preview has begun" }
        return language == .persian ? Digits.persian(jalali(detail)) : jalali(detail)
    }

    private static func withDays(_ detail: String, _ language: Language) -> String {
        let words = detail.split(separator: " ").map(String.init)
        let days = words.dropFirst().map { language == .persian ? Digits.persian(jalali($0)) : jalali($0) }
        return ([activityTitle(words.first ?? "")[language]] + days).joined(separator: " ")
    }
}
