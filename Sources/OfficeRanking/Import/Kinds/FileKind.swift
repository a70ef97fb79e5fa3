package import RankingRules

/// Describes a kind of file to this program; its row in `registry.import_kind` describes it to the database. A list
/// of fields is described in `ImportKind.swift`, any other kind in the file of its format.
package struct FileKind: Sendable {
    package let title: LocalizedText
    /// Beginnings of file names of this kind.
    let stems: [String]
    let family: ImportKind.Family
    /// True if the rows are facts of one half-year; the format then needs its scheme.
    let isPeriodFact: Bool
    /// True if a folder of the family is incomplete without this kind.
    let isExpected: Bool
    /// The name of the landing table.
    let landing: String
    /// The finding for a code of this kind that is missing. It is not reported while a file that might hold the code is
    /// unreadable.
    let unknownCode: FindingCode?
    let format: @Sendable (FormatTerms) throws -> any RowFormat

    init(
        _ persian: String, _ english: String, stems: [String], family: ImportKind.Family, isPeriodFact: Bool = false,
        isExpected: Bool = true, landing: String, unknownCode: FindingCode? = nil,
        format: @escaping @Sendable (FormatTerms) throws -> any RowFormat
    ) {
        title = LocalizedText(persian: persian, english: english)
        self.stems = stems
        self.family = family
        self.isPeriodFact = isPeriodFact
        self.isExpected = isExpected
        self.landing = landing
        self.unknownCode = unknownCode
        self.format = format
    }
}

/// What a format needs to read a file.
struct FormatTerms {
    /// Days after this one are faults.
    let today: Day
    /// The source of a file of scores.
    let source: String?
    /// The scheme of the half-year; nil without one.
    let scheme: Scheme?

    func schemeOfPeriod() throws -> Scheme {
        guard let scheme else { throw RankingError.unknownPeriod("-") }
        return scheme
    }
}
