import RankingRules

/// A CSV file in one of the forms in which such files come.
struct SampleTable {
    var delimiter = ","
    var lineEnd = "\n"
    /// Begins with a byte order mark, as Excel writes it.
    var hasMark = false
    let header: [String]
    var rows: [[String]] = []

    var text: String {
        let lines = ([header] + rows).map { CSVText.record($0, delimiter: delimiter, lineEnd: lineEnd) }
        return (hasMark ? "\u{FEFF}" : "") + lines.joined()
    }

    /// A row without any value, as spreadsheets leave them behind.
    mutating func addBlankRow() {
        rows.append(Array(repeating: "", count: header.count))
    }
}
