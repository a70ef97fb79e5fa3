import RankingRules

/// What a person typed into a form, read as a file with one row: the same names of columns, rules and findings.
struct TypedForm: Sendable {
    /// Codes of the given criteria. The lists below have one element for each of them.
    let criteria: [String]
    /// In the unit of the criterion; nil is a gap.
    let values: [Int64?]
    /// Only beside a survey's mean.
    let respondents: [Int64?]
    let surveyMode: String?

    /// Throws `invalid` with every finding.
    /// - Parameter texts: by the names of a file's columns, such as `staff_count`, `respondents` and `survey_mode`.
    init(
        _ texts: [String: String], for office: String, of kind: OfficeKind, source: String, in scheme: Scheme
    ) throws {
        let report = FindingReport(keeping: Self.mostFindings)
        var format = SubmissionFormat(scheme, of: .named(source))
        let names = texts.keys.sorted()
        let text = CSVText.record(["office_code"] + names) + CSVText.record([office] + names.map { texts[$0] ?? "" })
        var mode: String?
        if let table = CheckedTable.open(
            TableReader(bytes: Array(text.utf8)), named: "form", columns: format.columns, report: report)
        {
            table.forEachRow { row in
                format.read(row)
                mode = format.mode?.text
            }
        }
        let given = scheme.criteria.indices.filter { format.said & (1 << Int64($0)) != 0 }
        for index in given where format.values[index] != nil && !scheme.criteria[index].exists(for: kind) {
            report.add(
                Finding(.criterionOfOtherKind, file: "form", column: scheme.criteria[index].code))
        }
        let errors = report.first.filter { $0.severity == .error }
        guard errors.isEmpty else { throw RankingError.invalid(errors.map(\.sentence)) }
        criteria = given.map { scheme.criteria[$0].code }
        values = given.map { format.values[$0] }
        respondents = given.map { format.respondents[$0].map { Int64($0) } }
        surveyMode = mode.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static let mostFindings = 200
}
