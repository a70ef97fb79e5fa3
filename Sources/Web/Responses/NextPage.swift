import Foundation
import Tables

/// Names the next page in a header (RFC 8288), because CSV has no other place for it.
enum NextPage {
    /// `</v1/offices?limit=50&after=…>; rel="next"`.
    static func link(after cursor: String, _ uri: String) -> String {
        let parts = uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = parts.count == 2 ? parts[1].split(separator: "&") : []
        let kept = query.filter { $0.prefix { $0 != "=" } != "after" }.map { safe($0) }
        let items = kept + ["after=" + escaped(cursor)]
        return "<\(safe(parts[0]))?\(items.joined(separator: "&"))>; rel=\"next\""
    }

    private static func escaped(_ cursor: String) -> String {
        // Most cursors are plain, and every page has one.
        if cursor.unicodeScalars.allSatisfy({ unreserved.contains($0) }) { return cursor }
        return cursor.addingPercentEncoding(withAllowedCharacters: CharacterSet(unreserved)) ?? ""
    }

    /// RFC 3986, 2.3.
    private static let unreserved = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".unicodeScalars)

    /// Escapes the characters that would end the address inside the header.
    private static func safe(_ text: Substring) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) else {
            return String(text)
        }
        return String(text).replacing("<", with: "%3C").replacing(">", with: "%3E")
    }
}

extension Answer {
    /// The cursor of the next page; nil if the answer has no pages or this is the last one.
    var nextCursor: String? {
        switch facts.first(where: { $0.key == "next" })?.value {
        case .text(let cursor): cursor
        case .integer(let number): String(number)
        default: nil
        }
    }
}
