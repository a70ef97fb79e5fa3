import RankingRules

/// One row of a table, read cell by cell. A wrong cell is reported and read as nil, and the row is no longer sound.
/// Columns are numbered in the order of the specs; read each cell once.
///
/// One object serves all rows: the row and its cells are valid until the next row is read.
final class CheckedRow {
    private(set) var position = RowPosition(row: 0)
    /// The errors found in the row, each once.
    private(set) var faults: [FindingCode] = []
    /// True if no error was found in the row so far.
    var isSound: Bool { faults.isEmpty }

    private let file: String
    private let header: HeaderMap
    private let specs: [ColumnSpec]
    private let report: FindingReport
    private let normalized: NormalizedCells
    /// The cells as the file has them; none if the row itself has a fault.
    private var cells = UnsafeBufferPointer<Cell>(start: nil, count: 0)

    init(file: String, header: HeaderMap, specs: [ColumnSpec], report: FindingReport, limits: ReadingLimits) {
        self.file = file
        self.header = header
        self.specs = specs
        self.report = report
        normalized = NormalizedCells(columns: specs.count, capacity: limits.row)
        let sightings = specs.enumerated().map { index, spec in
            (spec.name, ColumnSighting(title: header.title(of: spec, at: index), isPersonal: spec.isPersonal))
        }
        report.register(file: file, columns: Dictionary(sightings) { first, _ in first })
    }

    func begin(_ row: TableRow) {
        position = row.position
        faults.removeAll(keepingCapacity: true)
        normalized.clear()
        cells = row.cells
        if let fault = row.fault { add(fault, column: row.faultColumn.flatMap { header.titles[safe: $0] }, value: nil) }
    }

    /// The normalised cell; empty if the file lacks the column or the row cannot be read.
    func cell(_ column: Int) -> Cell {
        guard let index = header.columns[column], index < cells.count else { return .empty }
        return normalized.cell(column, cells[index])
    }

    /// True if the file has the column.
    func has(_ column: Int) -> Bool {
        header.columns[column] != nil
    }

    /// True if the cell is empty, or holds what people and spreadsheets write for "no value".
    func isNothing(_ column: Int) -> Bool {
        cell(column).standsForNothing
    }

    func value(_ column: Int, _ rule: CellRule) -> CellValue? {
        read(column) { cell throws(Fault) in try rule.value(of: cell) }
    }

    /// - Parameter maximum: in characters.
    func text(_ column: Int, maximum: Int = 500) -> Cell? {
        read(column) { cell throws(Fault) in try cell.text(maximum: maximum) }
    }

    func name(_ column: Int, maximum: Int) -> Cell? {
        read(column) { cell throws(Fault) in try cell.name(maximum: maximum) }
    }

    func code(_ column: Int) -> Cell? {
        read(column) { cell throws(Fault) in try cell.code() }
    }

    func wholeNumber(_ column: Int, in range: ClosedRange<Int64>? = nil) -> Int64? {
        read(column) { cell throws(Fault) in try cell.wholeNumber(in: range) }
    }

    /// The number times 10 to the power of `places`; the range is in the same scale.
    func decimal(_ column: Int, places: Int, in range: ClosedRange<Int64>? = nil) -> Int64? {
        read(column) { cell throws(Fault) in try cell.decimal(places: places, in: range) }
    }

    func flag(_ column: Int) -> Bool? {
        read(column) { cell throws(Fault) in try cell.flag() }
    }

    func day(_ column: Int) -> Day? {
        read(column) { cell throws(Fault) in try cell.day() }
    }

    /// A day that is not in the future.
    func pastDay(_ column: Int, today: Day) -> Day? {
        let value = day(column)
        if let value, value > today { refuse(column, Fault(.dayInFuture)) }
        return value
    }

    func choice<Value>(_ column: Int, of list: ChoiceList<Value>) -> Value? {
        read(column) { cell throws(Fault) in try list.value(of: cell) }
    }

    /// Reports a fault that the caller found, such as an end before its start.
    func refuse(_ column: Int, _ fault: Fault) {
        let spec = specs[column]
        let raw = header.columns[column].flatMap { $0 < cells.count ? cells[$0].text : nil }
        add(
            fault, column: header.title(of: spec, at: column),
            value: raw.map { Finding.shown($0, isPersonal: spec.isPersonal) })
    }

    /// Reads a cell by a rule; an empty cell is a fault if the column may not be empty.
    @inline(__always)
    func read<Value>(_ column: Int, _ rule: (Cell) throws(Fault) -> Value?) -> Value? {
        guard let index = header.columns[column], index < cells.count else { return nil }
        do throws(Fault) {
            if let value = try rule(normalized.cell(column, cells[index])) { return value }
            if !specs[column].mayBeEmpty { refuse(column, Fault(.valueMissing)) }
        } catch {
            refuse(column, error)
        }
        return nil
    }

    private func add(_ fault: Fault, column: String?, value: String?) {
        let finding = Finding(
            fault.code, file: file, at: position, column: column, value: value, arguments: fault.arguments)
        if finding.severity == .error, !faults.contains(fault.code) { faults.append(fault.code) }
        report.add(finding)
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
