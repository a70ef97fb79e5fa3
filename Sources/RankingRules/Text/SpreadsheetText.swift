/// Texts of outsiders in CSV files, which people open in a spreadsheet.
public enum SpreadsheetText {
    /// A spreadsheet runs a cell that begins with one of these; an apostrophe makes it text (OWASP, "CSV Injection").
    public static func harmless(_ text: String) -> String {
        switch text.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: "'" + text
        default: text
        }
    }
}
