/// Makes texts from outside safe in CSV files, which people open in a spreadsheet.
public enum SpreadsheetText {
    /// A spreadsheet runs a cell that begins with one of these; an apostrophe makes it text (OWASP, "CSV Injection").
    public static func harmless(_ text: String) -> String {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\n", "\r": "'" + text
        // The same characters in full width, as spreadsheets of East Asia read them.
        case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": "'" + text
        default: text
        }
    }
}
