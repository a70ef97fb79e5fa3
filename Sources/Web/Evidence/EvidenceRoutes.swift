import Answers
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// Evidence of offices: files that prove their values.
    var evidenceRoutes: [Route] {
        [
            reading("/v1/offices/{office}/evidence") { asked in
                try asked.query.finish()
                let office = try asked.context.text("office")
                return EvidenceAnswer.make(try await asked.ranking.evidence(of: office), of: office)
            },
            Route(method: .post, path: "/v1/offices/{office}/evidence") { request, context in
                var asked = try await accountRequest(request, context)
                let key = try RequestKey(ofWrite: request)
                let question = try EvidenceQuestion(&asked)
                return try await evidenceUploads.holding(for: asked.identity.account) {
                    try await add(question, key, asked)
                }
            },
            evidenceBytesRoute,
            writing("/v1/offices/{office}/evidence/{number}/erase", Reason.self) { ranking, write in
                let (office, number) = (try write.context.text("office"), try write.context.number("number"))
                try await ranking.eraseEvidence(number, of: office, reason: write.body.reason)
                return Written(EvidenceAnswer.make([try await ranking.evidenceItem(number, of: office)], of: office))
            },
            reading("/v1/periods/{period}/offices/{office}/evidence") { asked in
                try asked.query.finish()
                let (halfYear, office) = (try asked.context.halfYear(), try asked.context.text("office"))
                return EvidenceAnswer.missing(
                    try await asked.ranking.missingEvidence(of: office, in: halfYear), of: office, in: halfYear)
            },
            writing("/v1/periods/{period}/offices/{office}/evidence", EvidenceNumbers.self) { ranking, write in
                let (halfYear, office) = (try write.context.halfYear(), try write.context.text("office"))
                try await ranking.attachEvidence(write.body.evidence, of: office, in: halfYear)
                let attached = try await ranking.evidence(of: office).filter { write.body.evidence.contains($0.number) }
                return Written(EvidenceAnswer.make(attached, of: office))
            },
        ]
    }

    /// Refused before a byte of the file is read, if the account may not add it. The scanner is asked before the
    /// transaction begins, because it takes long.
    private func add(
        _ question: EvidenceQuestion, _ key: RequestKey, _ asked: AccountRequest
    ) async throws -> Response {
        let office = try asked.context.text("office")
        try await asked.ranking.beginEvidence(of: office, criterion: question.criterion, kind: question.kind)
        let bytes = try await asked.request.body.bytes(
            atMost: EvidenceFile.mostBytes, slowest: settings.slowestUpload)
        let digest = RequestDigest(of: asked.request, body: Array(SHA256.hash(data: bytes)))
        try await settings.evidenceScanner?.check(bytes)
        let isScanned = settings.evidenceScanner != nil
        return try await asked.ranking.once(key, digest) { ranking in
            let number = try await ranking.addEvidence(question.file(bytes), to: office, isScanned: isScanned)
            let item = try await ranking.evidenceItem(number, of: office)
            let path = "/v1/offices/\(office.pathEscaped)/evidence/\(number)"
            return RequestAnswer(.created(path, EvidenceAnswer.make([item], of: office)))
        }.response
    }

    /// The bytes of one item, only to be stored: no browser shows them.
    private var evidenceBytesRoute: Route {
        .get("/v1/offices/{office}/evidence/{number}") { request, context in
            let asked = try await accountRequest(request, context)
            try asked.query.finish()
            let (office, number) = (try context.text("office"), try context.number("number"))
            let (item, bytes) = try await asked.ranking.evidenceBytes(number, of: office)
            let tag = "\"\(item.digest)\""
            var headers: HTTPFields = [
                .eTag: tag, .cacheControl: Rendered.Freshness.personal.rawValue, .vary: "Authorization",
            ]
            if EntityTags(ifNoneMatch: request).contain(tag) {
                return Response(status: .notModified, headers: headers)
            }
            headers[.contentType] = item.mediaType
            headers[.contentDisposition] = "attachment; filename*=UTF-8''\(item.fileName.headerEscaped)"
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }
}

/// The query of an upload of evidence.
private struct EvidenceQuestion {
    let criterion: String
    let kind: String
    let issuedOn: Day
    let validUntil: Day?
    let fileName: String
    let mediaType: String?

    /// Throws every fault of the request at once, before a byte of the file is read.
    init(_ asked: inout AccountRequest) throws {
        criterion = asked.query.required("criterion")
        kind = asked.query.required("kind")
        let issued = asked.query.day("issued_on")
        if issued == nil { asked.query.miss("issued_on") }
        validUntil = asked.query.day("valid_until")
        fileName = asked.query.text("file") ?? ""
        try asked.query.finish()
        guard let issued else { throw Problem.internalFault }
        issuedOn = issued
        let binary = "application/octet-stream"
        try ImportTerms.checkForm(asked.request, EvidenceFile.mediaTypes + [binary], atMost: EvidenceFile.mostBytes)
        mediaType = asked.request.mediaType == binary ? nil : asked.request.mediaType
    }

    func file(_ bytes: [UInt8]) -> EvidenceFile {
        EvidenceFile(
            criterion: criterion, kind: kind, issuedOn: issuedOn, validUntil: validUntil, fileName: fileName,
            mediaType: mediaType, bytes: bytes)
    }
}

private struct EvidenceNumbers: WriteBody {
    let evidence: [Int]

    static let form = BodyForm(Self.init, Member.numbers("evidence"))
}

extension RankingDatabase {
    /// One item of the office, also an erased one.
    fileprivate func evidenceItem(_ number: Int, of office: String) async throws -> EvidenceItem {
        guard let item = try await evidence(of: office).first(where: { $0.number == number }) else {
            throw RankingError.unknownEvidence(String(number))
        }
        return item
    }
}

extension RequestBody {
    /// The whole body, which comes at a rate; it is refused if it exceeds a limit.
    fileprivate func bytes(atMost limit: Int, slowest: UploadRate) async throws -> [UInt8] {
        var parts = BodyParts(self)
        var bytes: [UInt8] = []
        var rate = UploadProgress(slowest)
        var asked = ContinuousClock.now
        while let part = try await parts.next() {
            try rate.note(part.readableBytes, after: .now - asked)
            guard bytes.count + part.readableBytes <= limit else { throw HTTPError(.contentTooLarge) }
            bytes += part.readableBytesView
            asked = .now
        }
        return bytes
    }
}

extension String {
    /// As RFC 8187 writes a value of a header.
    fileprivate var headerEscaped: String {
        addingPercentEncoding(withAllowedCharacters: Self.plainInHeaders) ?? "evidence"
    }

    private static let plainInHeaders = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._")
}
