public import RankingRules

/// One fault in an input, with its location.
public struct Finding: Hashable, Sendable {
    public enum Severity: String, Sendable {
        case error
        case notice
    }

    public let code: FindingCode
    public let severity: Severity
    /// The name of the file, without its folder.
    public let file: String
    /// The name of the sheet; nil if the file is one table.
    public let sheet: String?
    /// The row of the sheet, from 1 (of a CSV file the physical line); nil if the finding is about the whole file.
    public let line: Int?
    /// The title of the column in the file.
    public let column: String?
    /// The start of the cell, or a mask if the column is personal.
    public let value: String?
    /// Limits, expected values and titles that the reason names.
    public let arguments: [String]

    public init(
        _ code: FindingCode, severity: Severity? = nil, file: String, sheet: String? = nil, line: Int? = nil,
        column: String? = nil,
        value: String? = nil, arguments: [String] = []
    ) {
        self.code = code
        self.severity = severity ?? code.severity
        self.file = file
        self.sheet = sheet
        self.line = line
        self.column = column
        self.value = value
        self.arguments = arguments
    }

    init(
        _ code: FindingCode, file: String, at position: RowPosition?, column: String? = nil, value: String? = nil,
        arguments: [String] = []
    ) {
        self.init(
            code, file: file, sheet: position?.sheet?.name, line: position?.row, column: column, value: value,
            arguments: arguments)
    }

    /// File, sheet and line: `offices.csv:12`.
    public var location: String {
        [file, sheet, line.map(String.init)].compactMap(\.self).joined(separator: ":")
    }

    /// A sentence that names the fault and, if it helps, the next step.
    public func reason(in language: Language) -> String {
        FindingCatalogue.reason(of: code, arguments: arguments, in: language)
    }
}

extension Finding: CustomStringConvertible {
    /// The finding in the form of a compiler message: `offices.csv:12: error: area: value: reason [code]`.
    public var description: String {
        let parts = [location, severity.rawValue, column, value.map { "«\($0)»" }, reason(in: .english)]
        return parts.compactMap(\.self).joined(separator: ": ") + " [\(code.rawValue)]"
    }
}
