import Crypto
import HTTPTypes
import Hummingbird
import RankingRules

/// The list of an `If-None-Match` header, compared weakly, or of `If-Match`, compared strongly (RFC 9110, 13.1).
struct EntityTags {
    private let tags: [Substring]

    init(ifNoneMatch request: Request) {
        self.init(request.headers[values: .ifNoneMatch])
    }

    /// Nil if the request has no such condition.
    init?(ifMatch request: Request) {
        guard request.headers[.ifMatch] != nil else { return nil }
        self.init(request.headers[values: .ifMatch])
    }

    private init(_ lines: [String]) {
        tags = lines.joined(separator: ",").split(separator: ",").map { $0.drop { $0 == " " }.prefix { $0 != " " } }
    }

    /// True if one of these strong tags is the same, so that the bytes are too.
    func containStrongly(anyOf strong: [String]) -> Bool {
        tags.contains { tag in tag == "*" || strong.contains { $0 == tag } }
    }

    func contain(_ tag: String) -> Bool {
        let opaque = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]
        return tags.contains { $0 == "*" || ($0.hasPrefix("W/") ? $0.dropFirst(2) : $0) == opaque }
    }

    /// A strong tag of these bytes.
    static func tag(of bytes: [UInt8]) -> String {
        let digest = SHA256.hash(data: bytes).prefix(16)
        return "\"" + Hexadecimal.text(digest) + "\""
    }
}
