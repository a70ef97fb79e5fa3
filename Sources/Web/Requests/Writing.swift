import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules
import Tables

/// The result of a write: its answer, and the path of what it made.
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

/// A well-formed write of an account.
struct WriteRequest<Body: WriteBody> {
    let asked: AccountRequest
    let body: Body

    var context: WebContext { asked.context }

    /// Checks the client's `If-Match` against the resource as GET answers it; throws if the states differ.
    var tagCheck: @Sendable (Answer) throws -> Void {
        let tags = EntityTags(ifMatch: asked.request)
        return { answer in
            let known = Representation.allCases.map { Rendered(answer, as: $0, .personal).entityTag }
            guard tags?.containStrongly(anyOf: known) != false else { throw Problem.otherState }
        }
    }
}

/// A write with its key, and the digest of everything that it asks for.
struct KeyedWrite<Body: WriteBody> {
    let request: WriteRequest<Body>
    private let key: RequestKey
    private let digest: RequestDigest

    /// Throws every wrong header, parameter and member before anything is changed.
    fileprivate init(_ asked: AccountRequest, comparesTags: Bool) async throws {
        key = try RequestKey(ofWrite: asked.request, comparesTags: comparesTags)
        let bytes = try await asked.request.body.bytes(atMost: asked.settings.bodyBytes)
        digest = RequestDigest(of: asked.request, body: bytes)
        let reader = try BodyReader(bytes, mediaType: asked.request.mediaType)
        let body = Body.form.read(reader)
        let findings = asked.query.found() + reader.found()
        guard let body, findings.isEmpty else { throw Problem.wrongParameters(findings) }
        request = WriteRequest(asked: asked, body: body)
    }

    /// Runs the act once, in one transaction with its answer.
    func once(
        _ act: (RankingDatabase, WriteRequest<Body>) async throws -> Written
    ) async throws -> RequestAnswer {
        try await request.asked.ranking.once(key, digest) { RequestAnswer(try await act($0, request)) }
    }
}

extension WebService {
    /// A route for accounts that changes something. `Idempotency-Key` names the request, so that it can be sent again:
    /// the act is done once, and the answer is the same.
    /// - Parameters:
    ///   - comparesTags: true if the act reads `If-Match`.
    ///   - act: runs as the account, in the transaction that stores the answer.
    func writing<Body: WriteBody>(
        _ path: String, _ body: Body.Type, _ method: HTTPRequest.Method = .post, comparesTags: Bool = false,
        _ act: @escaping @Sendable (RankingDatabase, WriteRequest<Body>) async throws -> Written
    ) -> Route {
        Route(method: method, path: path, members: Body.form.members) { request, context in
            let write: KeyedWrite<Body> = try await keyedWrite(request, context, comparesTags: comparesTags)
            return try await write.once(act).response
        }
    }

    /// The same route without a body.
    func writing(
        _ path: String, _ act: @escaping @Sendable (RankingDatabase, WriteRequest<Nothing>) async throws -> Written
    ) -> Route {
        writing(path, Nothing.self, .post, comparesTags: false, act)
    }

    func keyedWrite<Body>(
        _ request: Request, _ context: WebContext, comparesTags: Bool = false
    ) async throws -> KeyedWrite<Body> {
        try await KeyedWrite(try await accountRequest(request, context), comparesTags: comparesTags)
    }
}

extension RequestKey {
    /// Checks the headers that every write needs.
    /// - Parameter comparesTags: true if the act reads `If-Match`; a resource without a tag can match none.
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
        .preconditionFailed, "other_state", "آنچه می‌خواهید عوض کنید در وضعیتی که If-Match می‌گوید نیست؛ دوباره بخوانید.",
        "The resource is not in the state that If-Match names. Read it again.")

    static func unsupportedMediaType(_ types: [String]) -> Problem {
        let list = types.joined(separator: ", ")
        return Problem(
            .unsupportedMediaType, "unsupported_media_type", "بدنهٔ درخواست باید از این گونه باشد: \(list)",
            "The body must be of this type: \(list)")
    }
}
