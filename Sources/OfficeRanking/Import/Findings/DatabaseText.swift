import RankingRules

/// Writes values and details of database findings as files write them.
struct DatabaseText {
    private let isDay: Bool
    private let criterion: CriterionCells?
    private let scheme: Scheme?
    private let sheets: [Sheet]

    /// - Parameter column: the column's name in the database; for a criterion, and for its confirmed value, the
    ///   criterion's code.
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

    /// The arguments of a finding's sentence.
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

    /// The line of a row, after the name of its sheet if it has one.
    private func line(_ ordinal: Int) -> String {
        let position = RowPosition(ordinal: ordinal, in: sheets)
        return [position.sheet?.name, String(position.row)].compactMap(\.self).joined(separator: ":")
    }

    /// The activity of a window in both languages, and its days.
    private func window(_ words: [String]) -> [String] {
        let activity = words.first ?? ""
        let title = scheme?.sources.first { $0.code == activity }?.title ?? activityTitle(activity)
        return [title.persian, title.english] + words.dropFirst().map(Self.day)
    }

    /// The Jalali day of a database day; other texts are returned unchanged.
    static func day(_ text: String) -> String {
        guard let day = Day(iso: text), let date = JalaliDate(day) else { return text }
        return date.description.replacing("-", with: "/")
    }
}
