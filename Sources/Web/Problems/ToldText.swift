/// What an answer repeats of a request, or tells of it, cut to a length that no request can stretch.
enum ToldText {
    /// The beginning of a name that a request gave.
    static func name(_ text: String) -> String { beginning(of: text, 100) }

    /// The first lines of a text, with a sign where others follow.
    static func short(_ text: String) -> String {
        guard text.unicodeScalars.count > longest else { return text }
        var (lines, length) = ([Substring](), 0)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            length += line.unicodeScalars.count + 1
            guard length <= longest else { break }
            lines.append(line)
        }
        return lines.isEmpty ? beginning(of: text, longest) : lines.joined(separator: "\n") + "\n…"
    }

    private static let longest = 3_000

    private static func beginning(of text: String, _ length: Int) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > length else { return text }
        return String(scalars.prefix(length)) + "…"
    }
}
