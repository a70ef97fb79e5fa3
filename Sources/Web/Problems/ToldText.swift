/// Shortens texts that an answer repeats from a request, so that no request can make the answer long.
enum ToldText {
    /// The beginning of a name in a request.
    static func name(_ text: String) -> String { beginning(of: text, 100) }

    /// The first lines of a text, with a sign if lines were left out.
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
