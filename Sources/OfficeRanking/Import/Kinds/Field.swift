import Postgres
import RankingRules

/// A column of a file and the rule of its cells. The landing table has a column of the same name.
struct Field: Sendable {
    let column: ColumnSpec
    let rule: CellRule
    /// True if a future day is a fault.
    let isPast: Bool
    /// The field that is the upper bound of this one.
    let notAfter: String?
    /// The field that is the lower bound of this one.
    let notBefore: String?

    /// - Parameter titles: accepted beside the name; messages use the first one.
    init(
        _ name: String, _ titles: String..., rule: CellRule, isRequired: Bool = false, mayBeEmpty: Bool? = nil,
        isPersonal: Bool = false, isPast: Bool = false, notAfter: String? = nil, notBefore: String? = nil
    ) {
        column = ColumnSpec(
            name: name, titles: titles, isRequired: isRequired, isPersonal: isPersonal, mayBeEmpty: mayBeEmpty)
        self.rule = rule
        self.isPast = isPast
        self.notAfter = notAfter
        self.notBefore = notBefore
    }

    var name: String { column.name }
}

/// The rule of a column's cells.
enum CellRule: Sendable {
    case text(maximum: Int)
    /// A text with a letter or digit.
    case name(maximum: Int)
    case code
    case serviceCode
    case postalCode
    /// The national code of a person or the id of a legal person.
    case nationalID
    case link
    /// Digits around a slash, such as 1/8.
    case subIndicator
    case flag
    case wholeNumber(ClosedRange<Int64>)
    /// An integer in units of the last decimal place.
    case decimal(places: Int, ClosedRange<Int64>)
    case day
    /// A value that the database knows by a word.
    case choice(ChoiceList<String>)

    /// - Parameter cell: a normalised cell; an empty one gives nil.
    func value(of cell: Cell) throws(Fault) -> CellValue? {
        switch self {
        case .text(let maximum): try cell.text(maximum: maximum).map(CellValue.text)
        case .name(let maximum): try cell.name(maximum: maximum).map(CellValue.text)
        case .code: try cell.code().map(CellValue.text)
        case .serviceCode: try cell.serviceCode().map(CellValue.text)
        case .postalCode: try cell.postalCode().map(CellValue.text)
        case .nationalID: try (cell.bytes.count == 11 ? cell.legalID() : cell.nationalCode()).map(CellValue.text)
        case .link: try cell.link().map(CellValue.text)
        case .subIndicator: try cell.subIndicator().map(CellValue.text)
        case .flag: try cell.flag().map(CellValue.flag)
        case .wholeNumber(let range): try cell.wholeNumber(in: range).map(CellValue.number)
        case .decimal(let places, let range): try cell.decimal(places: places, in: range).map(CellValue.number)
        case .day: try cell.day().map(CellValue.day)
        case .choice(let list): try list.value(of: cell).map(CellValue.word)
        }
    }
}

/// The value of a cell. A text is valid only as long as its cell.
enum CellValue {
    case text(Cell)
    case word(String)
    case flag(Bool)
    case number(Int64)
    case day(Day)

    /// The number that orders values of one rule; nil for values without an order.
    var order: Int64? {
        switch self {
        case .number(let number): number
        case .day(let day): Int64(day.rawValue)
        case .text, .word, .flag: nil
        }
    }
}

extension BinaryCopyWriter {
    /// Writes the text of a cell; nil and an empty cell become NULL.
    mutating func cell(_ cell: Cell?) {
        guard let cell, !cell.isEmpty else { return null() }
        text(utf8: UnsafeRawBufferPointer(cell.bytes))
    }

    mutating func value(_ value: CellValue?) {
        switch value {
        case nil: null()
        case .text(let cell): self.cell(cell)
        case .word(let word): text(word)
        case .flag(let flag): bool(flag)
        case .number(let number): int4(Int32(number))
        case .day(let day): date(PostgresDate(days: day.rawValue))
        }
    }
}
