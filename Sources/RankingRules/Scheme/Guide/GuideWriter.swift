/// Writes Markdown in one of two languages. In Persian every digit outside code is Persian.
struct GuideWriter {
    let language: SchemeGuide.Language
    private(set) var text = ""

    init(language: SchemeGuide.Language) {
        self.language = language
    }

    func say(_ persian: String, _ english: String) -> String {
        language == .persian ? persian : english
    }

    mutating func heading(_ level: Int, _ title: String) {
        block(String(repeating: "#", count: level) + " " + title.prefix(1).uppercased() + title.dropFirst())
    }

    mutating func paragraph(_ persian: String, _ english: String) {
        block(say(persian, english))
    }

    mutating func list(_ items: [String]) {
        block(items.map { "- \($0)" }.joined(separator: "\n"))
    }

    mutating func table(_ header: [String], _ rows: [[String]]) {
        let rule = header.map { _ in "---" }
        block(([header, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n"))
    }

    /// Writes the lines and an empty line after them.
    mutating func block(_ lines: String) {
        text += lines + "\n\n"
    }

    /// A number in the guide's language, from its Latin text.
    func number(_ latin: String) -> String {
        if language == .persian { return PersianNumber.text(latin) }
        let parts = latin.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        let whole = PersianNumber.grouped(parts.first ?? "", separator: ",")
        return (latin.hasPrefix("-") ? "−" : "") + ([Substring(whole)] + parts.dropFirst()).joined(separator: ".")
    }

    func number(_ number: some BinaryInteger) -> String {
        self.number(String(number))
    }

    func points(_ points: Points) -> String {
        number(points.text)
    }

    func pointsWithUnit(_ points: Points) -> String {
        let isOne = points.rawValue == 1_000
        return say("\(self.points(points)) امتیاز", "\(self.points(points)) \(isOne ? "point" : "points")")
    }

    func title(_ title: LocalizedText) -> String {
        plain(say(title.persian, title.english))
    }

    /// A text of the scheme, escaped for Markdown.
    func plain(_ text: String) -> String {
        var escaped = ""
        for character in language == .persian ? Digits.persian(text) : text {
            switch character {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "\\", "`", "*", "_", "[", "]", "|", "#": escaped += "\\\(character)"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    func halfYear(_ halfYear: HalfYear) -> String {
        let year = say(Digits.persian(String(halfYear.year)), String(halfYear.year))
        return halfYear.half == 1
            ? say("شش‌ماههٔ نخست \(year)", "first half of \(year)") : say("شش‌ماههٔ دوم \(year)", "second half of \(year)")
    }

    func span(_ span: CalendarSpan) -> String {
        switch span {
        case .days(let days): say("\(number(days)) روز", days == 1 ? "1 day" : "\(number(days)) days")
        case .months(let months): say("\(number(months)) ماه", months == 1 ? "1 month" : "\(number(months)) months")
        }
    }

    /// The kind as an adjective: «شهری», "urban".
    func kind(_ kind: OfficeKind) -> String {
        say(kind.persian, kind.rawValue)
    }

    func kinds(_ kinds: [OfficeKind]) -> String {
        kinds.count == OfficeKind.allCases.count
            ? say("دفاتر شهری و روستایی", "urban and rural offices")
            : say("فقط دفاتر \(kinds.map(kind).joined())", "\(kinds.map(kind).joined()) offices only")
    }

    func yesOrNo(_ value: Bool) -> String {
        value ? say("بله", "yes") : say("خیر", "no")
    }

    /// The n-th time in words: «بار نخست», "first".
    func occurrence(_ number: Int) -> String {
        let persian = ["نخست", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم"]
        let english = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        guard persian.indices.contains(number - 1) else {
            return say("بار شمارهٔ \(self.number(number))", "number \(number)")
        }
        return say("بار \(persian[number - 1])", english[number - 1])
    }
}
