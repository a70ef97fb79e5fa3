import RankingRules

/// Relations between the values of one row that the scheme demands, such as no more insured staff than staff.
struct SubmissionChecks {
    private let relations: [(lower: Int, upper: Int, title: LocalizedText)]

    init(_ scheme: Scheme) {
        relations = scheme.checks.compactMap { check in
            guard let lower = scheme.index(of: check.criterion), let upper = scheme.index(of: check.atMost)
            else { return nil }
            return (lower, upper, scheme.criteria[upper].title)
        }
    }

    /// Refuses the cell of a value above the one that bounds it. Only values of one row are compared.
    /// - Parameter column: of an index in the scheme, where the file has it.
    func apply(to values: [Int64?], _ row: CheckedRow, column: (Int) -> Int?) {
        for relation in relations {
            guard let value = values[relation.lower], let bound = values[relation.upper], value > bound,
                let column = column(relation.lower), row.has(column)
            else { continue }
            row.refuse(column, Fault(.valueAboveAnother, relation.title.persian, relation.title.english))
        }
    }
}
