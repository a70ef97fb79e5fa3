package import RankingRules

/// Everything that a kind of file is on this side of the database; the rest is its row in `registry.import_kind`. A list
/// of fields is described in `ImportKind.swift`, another kind where its format is.
package struct FileKind: Sendable {
    package let title: LocalizedText
    /// Beginnings of file names that say the kind.
    let stems: [String]
    let family: ImportKind.Family
    /// The rows are facts of one half-year, whose scheme the format asks.
    let isPeriodFact: Bool
    /// A folder of the family is incomplete without it.
    let isExpected: Bool
    /// The landing table.
    let landing: String
    /// What is said of codes that nobody knows. Nothing is said of them while a file that could hold them cannot be read.
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

/// What a format must know to read a file.
struct FormatTerms {
    /// Later days are faults.
    let today: Day
    /// The source that a file of scores speaks for.
    let source: String?
    /// Of the half-year, where there is one.
    let scheme: Scheme?

    func schemeOfPeriod() throws -> Scheme {
        guard let scheme else { throw RankingError.unknownPeriod("-") }
        return scheme
    }
}
