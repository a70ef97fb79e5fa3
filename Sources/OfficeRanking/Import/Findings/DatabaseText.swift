import RankingRules

/// Values and details of findings that the database makes, as files write them.
struct DatabaseText {
    private let isDay: Bool
    private let criterion: CriterionCells?
    private let scheme: Scheme?
    private let sheets: [Sheet]

    /// - Parameter column: its name in the database; of a criterion its code, also that of the confirmed value.
    init(of column: String, in scheme: Scheme?, _ sheets: [Sheet]) {
        self.sheets = sheets
        isDay = column.hasSuffix("_on")
        self.scheme = scheme
        let code = column.hasSuffix("_confirmed") ? String(column.dropLast("_confirmed".count)) : column
        criterion = scheme?.criteria.first { $0.code == code }.map(CriterionCells.init)
    }

    func text(_ value: String) -> String {
        if let criterion, let number = Int64(value) { return criterion.text(of: number) }
        return isDay ? Self.day(value) : value
    }

    /// What the sentence of a finding names.
    func arguments(of finding: FindingCode, _ detail: String?, value: String?) -> [String] {
        guard let detail else { return [] }
        return switch finding {
        // The state of the register and that of the file, in both languages.
        case .stateIsByDecision: [detail, value].flatMap(LicenceState.titles)
        case .windowClosed, .windowNotOpen: window(detail.split(separator: " ").map(String.init))
        // A title in both languages.
        case .valueAboveAnother, .valueBelowAnother: detail.split(separator: "\n").map(String.init)
        // The line of another row of the file.
        case .rowRepeated, .holderHasTwoNames: [Int(detail).map(line) ?? detail]
        case .differsFromRegister: [text(detail)]
        default: [isDay ? Self.day(detail) : detail]
        }
    }

    /// A row in the words of the file: its line, after its sheet where it has one.
    private func line(_ ordinal: Int) -> String {
        let position = RowPosition(ordinal: ordinal, in: sheets)
        return [position.sheet?.name, String(position.row)].compactMap(\.self).joined(separator: ":")
    }

    /// What a window is for in both languages, and its days.
    private func window(_ words: [String]) -> [String] {
        let activity = words.first ?? ""
        let title = scheme?.sources.first { $0.code == activity }?.title ?? activityTitle(activity)
        return [title.persian, title.english] + words.dropFirst().map(Self.day)
    }

    /// A Jalali day from a day of the database; other texts stay.
    static func day(_ text: String) -> String {
        guard let day = Day(iso: text), let date = JalaliDate(day) else { return text }
        return date.description.replacing("-", with: "/")
    }
}
