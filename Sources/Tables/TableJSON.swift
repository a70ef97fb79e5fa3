import RankingRules

extension JSONWriter {
    /// Writes a list of objects. The text before each value is made once, because it is the same in every row.
    mutating func write(_ table: AnswerTable) {
        let beginnings = table.columns.indices.map { index in
            var writer = JSONWriter()
            writer.write(index == 0 ? "{" : ", ")
            writer.begin(table.columns[index].key)
            return writer.bytes
        }
        write("[")
        for (index, row) in table.rows.enumerated() {
            separate(index, 1, false)
            write(row, beginnings)
        }
        end("]", table.rows.isEmpty, 1, false)
    }

    private mutating func write(_ row: [Cell], _ beginnings: [[UInt8]]) {
        for (cell, beginning) in zip(row, beginnings) {
            write(bytes: beginning)
            write(cell)
        }
        write(row.isEmpty ? "{}" : "}")
    }

    private mutating func write(_ cell: Cell) {
        switch cell {
        case .text(let text), .word(let text, _), .hash(let text): write(string: text)
        case .integer(let number), .tenths(let number): write(Int64(number))
        case .points(let points): write(points.rawValue)
        case .empty: write("null")
        default: write(cell.json, level: 2, isInline: true)
        }
    }
}
