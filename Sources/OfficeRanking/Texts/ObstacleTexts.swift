import RankingRules

/// The sentences of what stands against a step, from its stable form: one obstacle a line, `code: detail`.
func obstacleTexts(_ obstacles: String) -> [LocalizedText] {
    obstacles.split(separator: "\n").map { line in
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let detail = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
        return obstacleText(code: String(parts[0]), detail: String(detail))
    }
}

private func obstacleText(code: String, detail: String) -> LocalizedText {
    switch code {
    case "nobody_declared":
        LocalizedText(persian: "هیچ دفتری اظهار نکرده است.", english: "No office has declared.")
    case "fewer_declared":
        LocalizedText(
            persian: "کمتر از نیمِ دورهٔ پیش اظهار کرده‌اند (\(detail)).",
            english: "Fewer than half as many offices declared as in the period before (\(detail)).")
    case "province_silent":
        LocalizedText(
            persian: "از این استان‌ها هیچ دفتری شرکت نکرده است: \(detail).",
            english: "No office of these provinces took part: \(detail).")
    case "source_missing":
        LocalizedText(
            persian: "برای بیش از یک‌بیستم شرکت‌کنندگان دادهٔ این منبع نیست: \(detail).",
            english: "A source has no values for more than one in twenty of those who took part: \(detail).")
    case "item_not_reviewed":
        LocalizedText(
            persian: "از این منبع، گفتهٔ این شمار دفتر هنوز بازبینی نشده است: \(detail).",
            english: "Of this source, what so many offices said is not reviewed yet: \(detail).")
    case "window_still_open":
        LocalizedText(
            persian: "این مهلت هنوز باز است: \(withDays(detail, .persian)).",
            english: "A window is still open: \(withDays(detail, .english)).")
    case "window_never_open":
        LocalizedText(
            persian:
                "این مهلت پیش از گشایش دوره تمام شده بود، پس هرگز باز نبوده است؛ آن را تمدید کنید: \(withDays(detail, .persian)).",
            english:
                "A window was over before the period opened, so that it was never open; extend it: \(withDays(detail, .english))."
        )
    case "run_reads_older_facts":
        LocalizedText(
            persian: "رتبه‌بندی جاری بر داده‌های پیشین است؛ دوباره رتبه‌بندی کنید.",
            english: "The current run reads older facts; rank again.")
    case "older_half_year":
        LocalizedText(
            persian: "دوره‌ای تازه‌تر منتشر شده است: \(detail).",
            english: "A later half-year is published: \(detail).")
    default:
        LocalizedText(persian: "\(code): \(detail)", english: "\(code): \(detail)")
    }
}

/// What a window is for, and its day, as people read them.
private func withDays(_ detail: String, _ language: Language) -> String {
    let words = detail.split(separator: " ").map(String.init)
    let days = words.dropFirst().map { language == .persian ? Digits.persian(jalali($0)) : jalali($0) }
    return ([activityTitle(words.first ?? "")[language]] + days).joined(separator: " ")
}
