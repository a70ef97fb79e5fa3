import Postgres
import RankingRules

/// Reads cells as values of criteria, as integers in the criterion's unit.
struct CriterionCells {
    let criterion: Criterion
    private let options: ChoiceList<Int64>?

    init(_ criterion: Criterion) {
        self.criterion = criterion
        if case .choice(let options) = criterion.valueType {
            self.options = ChoiceList(
                options.enumerated().map { (Int64($0), $1.code, $1.title.persian, $1.title.english) })
        } else {
            options = nil
        }
    }

    func value(_ row: CheckedRow, column: Int) -> Int64? {
        switch criterion.valueType {
        case .count(let admissible): row.wholeNumber(column, in: admissible)
        case .decimal(let places, let admissible): row.decimal(column, places: places, in: admissible)
        case .yesNo: row.flag(column).map { $0 ? 1 : 0 }
        case .choice: options.flatMap { row.choice(column, of: $0) }
        }
    }

    /// A survey's mean, in thousandths of its scale.
    func mean(_ row: CheckedRow, column: Int) -> Int64? {
        guard case .decimal(let places, let admissible) = criterion.valueType else { return nil }
        return row.decimal(column, places: 3, in: inThousandths(admissible, places: places))
    }

    /// The value of a normalised cell; nil if it is empty. A survey's mean is in thousandths.
    func value(of cell: Cell) throws(Fault) -> Int64? {
        switch criterion.valueType {
        case .count(let admissible): return try cell.wholeNumber(in: admissible)
        case .decimal(let places, let admissible):
            guard criterion.survey != nil else { return try cell.decimal(places: places, in: admissible) }
            return try cell.decimal(places: 3, in: inThousandths(admissible, places: places))
        case .yesNo: return try cell.flag().map { $0 ? 1 : 0 }
        case .choice: return try options?.value(of: cell)
        }
    }

    private func inThousandths(_ range: ClosedRange<Int64>, places: Int) -> ClosedRange<Int64> {
        let scale = (places..<3).reduce(Int64(1)) { scale, _ in scale * 10 }
        return range.lowerBound * scale...range.upperBound * scale
    }

    /// The integer value as a file would write it.
    func text(of value: Int64) -> String {
        switch criterion.valueType {
        case .count: return String(value)
        case .decimal(let places, _):
            return FixedDecimal(digits: value, places: criterion.survey == nil ? places : 3).text
        case .yesNo: return value == 1 ? "بله" : "خیر"
        case .choice(let options):
            return options.indices.contains(Int(value)) ? options[Int(value)].title.persian : String(value)
        }
    }

    /// - Parameter isRequired: true if the file must have the column; its cells may be empty all the same.
    func column(isRequired: Bool, aliases: [String] = []) -> ColumnSpec {
        ColumnSpec(
            name: criterion.code, titles: [criterion.title.persian, criterion.title.english] + aliases,
            isRequired: isRequired, mayBeEmpty: true)
    }

    var confirmedColumn: ColumnSpec {
        ColumnSpec(
            name: criterion.code + "_confirmed",
            titles: ["\(criterion.title.persian) (تأییدشده)", "\(criterion.title.english) (confirmed)"],
            isRequired: false)
    }
}
