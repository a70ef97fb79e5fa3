import Postgres
import RankingRules

extension FileKind {
    static let declarations = submissions("خوداظهاری", "declarations", ["declarations", "خوداظهاری"]) { _ in
        .declarations
    }
    static let scores = submissions("امتیازها", "scores", ["scores", "امتیازها"], isExpected: false) {
        $0.source.map(SourceSelection.named) ?? .all
    }
    static let associationScores = submissions(
        "امتیاز انجمن", "association scores", ["association_scores", "association", "انجمن", "امتیاز انجمن"]
    ) { _ in .association }
    static let satisfactionScores = submissions(
        "امتیاز رضایت", "satisfaction scores", ["satisfaction_scores", "satisfaction", "رضایت", "امتیاز رضایت"]
    ) { _ in .surveys }
    static let reviews = submissions("بازبینی", "reviews", ["reviews", "بازبینی"], isExpected: false) { _ in .reviews }

    private static func submissions(
        _ persian: String, _ english: String, _ stems: [String], isExpected: Bool = true,
        of selection: @escaping @Sendable (FormatTerms) -> SourceSelection
    ) -> FileKind {
        FileKind(
            persian, english, stems: stems, family: .ranking, isPeriodFact: true, isExpected: isExpected,
            landing: "staging.submission_row"
        ) { try SubmissionFormat($0.schemeOfPeriod(), of: selection($0)) }
    }
}

/// Rows of the values of sources: a column for each criterion, for a survey's mean also the number of people who
/// answered, and for reviewed sources a column of confirmed values. All sources have this one form.
struct SubmissionFormat: RowFormat {
    let columns: [ColumnSpec]
    let demandsOneOf: Range<Int>
    private let items: [Item]
    private let confirmedItems: [Item]
    private let modeColumn: Int?
    private let reasonColumn: Int?
    private let checks: SubmissionChecks
    private var code: Cell?
    private(set) var mode: Cell?
    private var reason: Cell?
    private(set) var values: [Int64?]
    private(set) var respondents: [Int32?]
    private var confirmed: [Int64?]
    private(set) var said: Int64 = 0
    private var given: Int64 = 0
    private var judged: Int64 = 0

    /// A criterion and its column in the file.
    private struct Item {
        let index: Int
        let cells: CriterionCells
        let column: Int
        /// The column of the number of people who answered; only for a survey's criterion.
        let respondents: Int?

        var bit: Int64 { 1 << Int64(index) }
    }

    init(_ scheme: Scheme, of selection: SourceSelection) {
        var columns = [officeCodeColumn]
        var items: [Item] = []
        let spoken = selection.spokenIndices(in: scheme)
        let isOnlyCriterion = spoken.count == 1
        for index in spoken {
            let criterion = scheme.criteria[index]
            let cells = CriterionCells(criterion)
            let isSurvey = criterion.survey != nil
            columns.append(
                cells.column(
                    isRequired: isOnlyCriterion,
                    aliases: selection.aliases(of: criterion, in: scheme, isOnlyOne: isOnlyCriterion)))
            items.append(
                Item(index: index, cells: cells, column: columns.count - 1, respondents: isSurvey ? columns.count : nil)
            )
            if isSurvey {
                columns.append(
                    respondentsColumn(
                        of: criterion, isOnlySurvey: spoken.count { scheme.criteria[$0].survey != nil } == 1))
            }
        }
        let surveyed = items.contains { $0.respondents != nil }
        modeColumn = surveyed ? columns.count : nil
        if surveyed { columns.append(ColumnSpec(name: "survey_mode", titles: ["شیوه نظرسنجی"], isRequired: false)) }
        var confirmedItems: [Item] = []
        for index in selection.reviewedIndices(in: scheme) {
            let cells = CriterionCells(scheme.criteria[index])
            confirmedItems.append(Item(index: index, cells: cells, column: columns.count, respondents: nil))
            columns.append(cells.confirmedColumn)
        }
        demandsOneOf = 1..<columns.count
        reasonColumn = confirmedItems.isEmpty ? nil : columns.count
        if !confirmedItems.isEmpty {
            columns.append(
                ColumnSpec(name: "review_reason", titles: ["دلیل بازبینی", "توضیح بازبینی"], isRequired: false))
        }
        // The scheme has no criterion for the sources of this file.
        self.columns = items.isEmpty && confirmedItems.isEmpty ? [] : columns
        self.items = items
        self.confirmedItems = confirmedItems
        checks = SubmissionChecks(scheme)
        values = Array(repeating: nil, count: scheme.criteria.count)
        respondents = Array(repeating: nil, count: scheme.criteria.count)
        confirmed = values
    }

    let landingColumns = [
        "office_code", "value", "respondents", "survey_mode", "said", "given", "confirmed", "judged", "reason",
    ]

    mutating func read(_ row: CheckedRow) {
        code = row.code(0)
        (said, given, judged) = (0, 0, 0)
        for item in items where row.has(item.column) {
            said |= item.bit
            values[item.index] = value(of: item, row)
            if values[item.index] != nil { given |= item.bit }
        }
        for item in confirmedItems where row.has(item.column) {
            confirmed[item.index] = row.isNothing(item.column) ? nil : item.cells.value(row, column: item.column)
            if confirmed[item.index] != nil { judged |= item.bit }
        }
        mode = modeColumn.flatMap { row.text($0, maximum: 60) }
        reason = reasonColumn.flatMap { row.text($0) }
        checks.apply(to: values, row) { index in items.first { $0.index == index }?.column }
        checks.apply(to: confirmed, row) { index in confirmedItems.first { $0.index == index }?.column }
    }

    /// The value of an item; nil if the cell is empty or nobody answered the survey.
    private mutating func value(of item: Item, _ row: CheckedRow) -> Int64? {
        let isNothing = row.isNothing(item.column)
        guard let column = item.respondents else {
            return isNothing ? nil : item.cells.value(row, column: item.column)
        }
        let count = row.isNothing(column) ? nil : row.wholeNumber(column, in: 0...1_000_000_000)
        respondents[item.index] = count.map { Int32($0) }
        if isNothing {
            respondents[item.index] = nil
            if let count, count > 0 { row.refuse(item.column, Fault(.valueMissing)) }
            return nil
        }
        if count == 0 { row.refuse(item.column, Fault(.meanOfNobody)) }
        if count == nil, row.isSound { row.refuse(row.has(column) ? column : item.column, Fault(.respondentsMissing)) }
        return item.cells.mean(row, column: item.column)
    }

    func write(to writer: inout BinaryCopyWriter) {
        writer.cell(code)
        writer.int8Array(values)
        writer.int4Array(respondents)
        writer.cell(mode)
        writer.int8(said)
        writer.int8(given)
        writer.int8Array(confirmed)
        writer.int8(judged)
        writer.cell(reason)
    }
}

private func respondentsColumn(of criterion: Criterion, isOnlySurvey: Bool) -> ColumnSpec {
    guard !isOnlySurvey else {
        return ColumnSpec(
            name: "respondents", titles: ["تعداد پاسخ‌دهندگان", "تعداد پاسخ دهندگان", "تعداد شرکت‌کنندگان"],
            isRequired: false)
    }
    return ColumnSpec(
        name: criterion.code + "_respondents",
        titles: [
            "\(criterion.title.persian) (تعداد پاسخ‌دهندگان)", "\(criterion.title.english) (respondents)",
        ],
        isRequired: false)
}
