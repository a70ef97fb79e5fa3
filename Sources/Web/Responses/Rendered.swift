import HTTPTypes
import Hummingbird
import Tables

/// An answer as bytes, with its caching headers.
struct Rendered: Sendable {
    let body: ByteBuffer
    /// The digest of the bytes, so that it changes with every change of form too.
    let entityTag: String
    /// The headers, made once for all requests that it answers.
    private var headers: HTTPFields

    /// How long a cache may answer without revalidation.
    enum Freshness: String, Sendable {
        /// Published results change only by a new publication.
        case published = "public, max-age=60"
        /// Answers that change with contracts and registers: revalidated each time, mostly by 304.
        case moving = "no-cache"
        /// Answers for one account: only its own client may store them.
        case personal = "private, no-cache"
    }

    init(_ bytes: [UInt8], _ mediaType: String, _ freshness: Freshness) {
        body = ByteBuffer(bytes: bytes)
        entityTag = EntityTags.tag(of: bytes)
        headers = [
            .eTag: entityTag, .cacheControl: freshness.rawValue,
            .vary: freshness == .personal ? "Accept, Authorization" : "Accept",
            .contentType: mediaType, .contentLength: String(bytes.count),
        ]
    }

    /// - Parameters:
    ///   - next: the cursor of the next part, of a text that comes in parts.
    ///   - address: the path and query of the request.
    init(_ text: String, _ mediaType: String, _ freshness: Freshness, next: String? = nil, at address: String = "") {
        self.init(Array(text.utf8), mediaType, freshness)
        if let next { headers[.link] = NextPage.link(after: next, address) }
    }

    /// - Parameter address: the path and query of the request, from which a list makes the address of the next page.
    init(_ answer: Answer, as representation: Representation, _ freshness: Freshness, at address: String? = nil) {
        let bytes =
            switch representation {
            case .json: JSONRenderer.bytes(of: answer)
            case .csv: Array(CSVRenderer.text(of: answer).utf8)
            }
        self.init(bytes, representation.mediaType, freshness)
        if let address, let cursor = answer.nextCursor { headers[.link] = NextPage.link(after: cursor, address) }
    }

    /// 304 if the client of a GET or HEAD has these bytes already (RFC 9110, 13.1.2). No other method reads a resource
    /// with a tag.
    func response(to request: Request) -> Response {
        guard request.method == .get || request.method == .head else {
            var headers = headers
            headers[.eTag] = nil
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
        }
        if request.headers[.ifNoneMatch] != nil, EntityTags(ifNoneMatch: request).contain(entityTag) {
            var headers = headers
            headers[.contentType] = nil
            headers[.contentLength] = nil
            headers[.link] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
    }
}
