import Answers
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules

/// What a request made: its answer, and where it is found.
struct Written {
    var status = HTTPResponse.Status.ok
    var location: String?
    let answer: Answer

    init(_ answer: Answer) {
        self.answer = answer
    }

    static func created(_ location: String, _ answer: Answer) -> Written {
        var written = Written(answer)
        (written.status, written.location) = (.created, location)
        return written
    }
}

/// A write with its body read: made once, and in the act's own transaction.
struct WriteRequest {
    var asked: AccountRequest
    var body: BodyReader

    var context: WebContext { asked.context }

    /// For a resource as GET answers it: throws when the client's `If-Match` names another state of it.
    var tagCheck: @Sendable (Answer) throws -> Void {
        let tags = EntityTags(ifMatch: asked.request)
        return { answer in
            let known = Representation.allCases.map { Rendered(answer, as: $0, .personal).entityTag }
            guard tags?.containStrongly(anyOf: known) != false else { throw Problem.otherState }
        }
    }

    /// Every wrong parameter and member is told before anything is done.
    mutating func finish() throws {
        try asked.query.finish()
        try body.finish()
    }
}

/// An act in the account's database, prepared from a request whose form is right.
typealias Deed = @Sendable (RankingDatabase) async throws -> Written

extension WebService {
    /// A route for accounts that changes something. The `Idempotency-Key` names the request, so that it can be sent
    /// again: the same act is never done twice, and the answer is the same.
    /// - Parameter comparesTags: whether the deed reads `If-Match`.
    func writing(
        _ path: String, _ method: HTTPRequest.Method = .post, comparesTags: Bool = false,
        _ prepare: @escaping @Sendable (inout WriteRequest) async throws -> Deed
    ) -> Route {
        Route(method: method, path: path) { request, context in
            var (write, key, digest) = try await writeRequest(request, context, comparesTags: comparesTags)
            let deed = try await prepare(&write)
            let answer = try await write.asked.ranking.once(key, digest) { RequestAnswer(try await deed($0)) }
            return answer.response
        }
    }

    /// A write with its key and the digest of everything that it asks for.
    func writeRequest(
        _ request: Request, _ context: WebContext, comparesTags: Bool = false
    ) async throws -> (WriteRequest, RequestKey, RequestDigest) {
        let asked = try await accountRequest(request, context)
        let key = try RequestKey(ofWrite: request, comparesTags: comparesTags)
        let bytes = try await request.body.bytes(atMost: settings.bodyBytes)
        let body = try BodyReader(bytes, mediaType: request.mediaType)
        return (WriteRequest(asked: asked, body: body), key, RequestDigest(of: request, body: bytes))
    }
}

extension RequestKey {
    /// Every write asks here what its headers must say.
    /// - Parameter comparesTags: whether the act reads `If-Match`; where nothing has a tag, no tag can be the right one.
    init(ofWrite request: Request, comparesTags: Bool = false) throws {
        guard comparesTags || EntityTags(ifMatch: request) == nil else { throw Problem.otherState }
        guard let text = request.headers[.idempotencyKey], let key = RequestKey(text) else {
            throw Problem.idempotencyKeyMissing
        }
        self = key
    }
}

extension RequestAnswer {
    init(_ written: Written) {
        self.init(
            status: written.status.code, contentType: Representation.json.mediaType, location: written.location,
            body: Array(JSONRenderer.text(of: written.answer).utf8))
    }

    var response: Response {
        var headers = HTTPFields()
        headers[.contentType] = contentType
        headers[.cacheControl] = "no-store"
        headers[.location] = location
        if isRepeated { headers[.idempotencyReplayed] = "true" }
        return Response(
            status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}

extension Problem {
    static let idempotencyKeyMissing = Problem(
        .badRequest, "idempotency_key_missing",
        "هر درخواستِ تغییر باید سرایند Idempotency-Key داشته باشد (۱ تا ۲۰۰ نویسهٔ سادهٔ لاتین).",
        "A request that changes something needs the header Idempotency-Key (1 to 200 visible ASCII characters).")

    static let otherState = Problem(
        .preconditionFailed, "other_state", "آنچه می‌خواهید عوض کنید به آن حال نیست؛ دوباره بخوانید.",
        "What is to be changed is not in the state that If-Match names; read it again.")

    static let unreadableBody = Problem(
        .badRequest, "unreadable_body", "بدنهٔ درخواست یک شیء JSON نیست.", "The body is not a JSON object.")

    static func unsupportedMediaType(_ types: [String]) -> Problem {
        let list = types.joined(separator: ", ")
        return Problem(
            .unsupportedMediaType, "unsupported_media_type", "بدنهٔ درخواست باید از این گونه باشد: \(list)",
            "The body must be of this type: \(list)")
    }
}
