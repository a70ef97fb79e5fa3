import Answers
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
        /// What an account sees: kept by its own client only.
        case personal = "private, no-cache"
    }

    init(_ text: String, _ mediaType: String, _ freshness: Freshness) {
        body = ByteBuffer(string: text)
        self.mediaType = mediaType
        self.freshness = freshness
        entityTag = EntityTags.tag(of: text)
    }

    init(_ answer: Answer, as representation: Representation, _ freshness: Freshness) {
        let text =
            switch representation {
            case .json: JSONRenderer.text(of: answer)
            case .csv: CSVRenderer.text(of: answer)
            }
        self.init(text, representation.mediaType, freshness)
    }

    /// 304 when the client of a GET or HEAD has these bytes already (RFC 9110, 13.1.2); no other method reads what has a
    /// tag.
    func response(to request: Request) -> Response {
        var headers = HTTPFields()
        let isReading = request.method == .get || request.method == .head
        if isReading { headers[.eTag] = entityTag }
        headers[.cacheControl] = freshness.rawValue
        headers[.vary] = freshness == .personal ? "Accept, Authorization" : "Accept"
        if isReading, EntityTags(ifNoneMatch: request).contain(entityTag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = mediaType
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
    }
}
