import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// The list of an `If-None-Match` header, compared weakly (RFC 9110, 13.1.2).
struct EntityTags {
    private let tags: [Substring]

    init(ifNoneMatch request: Request) {
        let text = request.headers[values: .ifNoneMatch].joined(separator: ",")
        tags = text.split(separator: ",").map { $0.drop { $0 == " " }.prefix { $0 != " " } }
    }

    func contain(_ tag: String) -> Bool {
        let opaque = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]
        return tags.contains { $0 == "*" || ($0.hasPrefix("W/") ? $0.dropFirst(2) : $0) == opaque }
    }

    /// A strong tag of a text.
    static func tag(of text: String) -> String {
        let digest = SHA256.hash(data: Data(text.utf8)).prefix(16)
        return "\"" + digest.map { String(format: "%02x", $0) }.joined() + "\""
    }
}
