import OfficeRanking

/// The query of an import of one file.
struct ImportQuestion {
    let kind: ImportKind
    let file: String
    let options: ImportOptions

    private static let mediaTypes = ["text/csv", "text/tab-separated-values", "application/octet-stream"]

    /// Throws every fault of the request at once, before a byte of the file is read.
    init(_ asked: inout AccountRequest, atMost limit: Int) throws {
        let kind: ImportKind? = asked.query.choice("kind")
        let hasKind = kind != nil
        let today = try asked.today()
        let terms = ImportTerms(&asked.query, today: today)
        let name = asked.query.value("file", expecting: "نام پرونده بدون پوشه", "a file name without a folder") {
            $0.isFileName ? $0 : nil
        }
        if !hasKind { asked.query.miss("kind") }
        if let kind, kind.isPeriodFact, terms.period == nil { asked.query.miss("period") }
        if let kind, kind != .offices, terms.isComplete { asked.query.refuse(.completeWithoutOffices) }
        try asked.query.finish()
        guard let kind else { throw Problem.internalFault }
        try ImportTerms.checkForm(asked.request, Self.mediaTypes, atMost: limit)
        self.kind = kind
        file = name ?? "\(kind.rawValue).csv"
        options = terms.options(today: today)
    }
}
