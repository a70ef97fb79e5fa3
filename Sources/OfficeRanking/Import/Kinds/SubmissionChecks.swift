import RankingRules

/// Checks the relations between values that the scheme demands, such as no more insured staff than staff.
struct SubmissionChecks {
    private let relations: [(lower: Int, upper: Int, title: LocalizedText)]

    init(_ scheme: Scheme) {
        relations = scheme.checks.compactMap { check in
            guard let lower = scheme.index(of: check.criterion), let upper = scheme.index(of: check.atMost)
            else { return nil }
            return (lower, upper, scheme.criteria[upper].title)
        }
    }

    /// The values that are above their bound: the index of each, and the title of the bound.
    func broken(by values: [Int64?]) -> [(index: Int, bound: LocalizedText)] {
        relations.compactMap { relation in
            guard let value = values[relation.lower], let bound = values[relation.upper], value > bound else {
                return nil
            }
            return (relation.lower, relation.title)
        }
    }

    /// Refuses the cell of a value that is above its bound. Only values of one row are compared.
    /// - Parameter column: the file's column for an index in the scheme; nil if the file lacks it.
    func apply(to values: [Int64?], _ row: CheckedRow, column: (Int) -> Int?) {
        for (index, bound) in broken(by: values) {
            guard let column = column(index), row.has(column) else { continue }
            row.refuse(column, Fault(.valueAboveAnother, bound.persian, bound.english))
        }
    }
}
