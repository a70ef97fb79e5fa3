/// A CSV file in one of the forms in which such files come.
struct SampleTable {
    var delimiter = ","
    var lineEnd = "\n"
    /// Begins with a byte order mark, as Excel writes it.
    var hasMark = false
    let header: [String]
    var rows: [[String]] = []

    var text: String {
        let lines = ([header] + rows).map { $0.map(cell).joined(separator: delimiter) + lineEnd }
        return (hasMark ? "\u{FEFF}" : "") + lines.joined()
    }

    /// A row without any value, as spreadsheets leave them behind.
    mutating func addBlankRow() {
        rows.append(Array(repeating: "", count: header.count))
    }

    private func cell(_ text: String) -> String {
        // By scalars: a carriage return with a line feed is one character.
        let needsQuotes = text.unicodeScalars.contains { $0 == "\"" || $0 == "\n" || $0 == "\r" }
        guard needsQuotes || text.contains(delimiter) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
