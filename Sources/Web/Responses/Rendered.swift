import Answers
import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// An answer in its final bytes, with what caches need to know about it.
struct Rendered: Sendable {
    let body: ByteBuffer
    let mediaType: String
    /// Of the bytes themselves, so that it changes with every change of form too.
    let entityTag: String
    let freshness: Freshness

    /// How long a cache may answer without asking.
    enum Freshness: String, Sendable {
        /// Published results change only by a new publication.
        case published = "public, max-age=60"
        /// What moves with contracts and registers: asked again each time, mostly answered by 304.
        case moving = "no-cache"
    }

    init(_ text: String, _ mediaType: String, _ freshness: Freshness) {
        body = ByteBuffer(string: text)
        self.mediaType = mediaType
        self.freshness = freshness
        let digest = SHA256.hash(data: Data(text.utf8)).prefix(16)
        entityTag = "\"" + digest.map { String(format: "%02x", $0) }.joined() + "\""
    }

    init(_ answer: Answer, as representation: Representation, _ freshness: Freshness) {
        let text =
            switch representation {
            case .json: JSONRenderer.text(of: answer)
            case .csv: CSVRenderer.text(of: answer)
            }
        self.init(text, representation.mediaType, freshness)
    }

    /// 304 when the client has these bytes already.
    func response(to request: Request) -> Response {
        var headers = HTTPFields()
        headers[.eTag] = entityTag
        headers[.cacheControl] = freshness.rawValue
        headers[.vary] = "Accept"
        if EntityTags(request.headers[values: .ifNoneMatch].joined(separator: ",")).contain(entityTag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = mediaType
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
    }
}

/// The list of an `If-None-Match` header, compared weakly (RFC 9110, 13.1.2).
struct EntityTags {
    private let tags: [Substring]

    init(_ text: String) {
        tags = text.split(separator: ",").map { $0.drop { $0 == " " }.prefix { $0 != " " } }
    }

    func contain(_ tag: String) -> Bool {
        let opaque = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]
        return tags.contains { $0 == "*" || ($0.hasPrefix("W/") ? $0.dropFirst(2) : $0) == opaque }
    }
}
