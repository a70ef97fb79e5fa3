import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// The canonical text of a run: for a published period the stored bytes of a publication, otherwise the text of a
    /// dry run. It names decisions about violations, so only accounts that may make a dry run get it: those that may
    /// read the facts of every province.
    var canonicalTextRoute: Route {
        .get("/v1/periods/{period}/canonical-text") { request, context in
            var asked = try await accountRequest(request, context)
            let number = asked.query.integer("number", in: 1...10_000)
            try asked.query.finish()
            let halfYear = try context.halfYear()
            // The text is written to a file first, because a slow client would keep the transaction of the run open.
            let file = try CanonicalTextFile(in: settings.uploadFolder)
            let digest = try await write(halfYear, number, to: file, asked.ranking)
            var headers: HTTPFields = [
                .eTag: "\"\(digest)\"", .cacheControl: Rendered.Freshness.personal.rawValue, .vary: "Authorization",
            ]
            if EntityTags(ifNoneMatch: request).contain("\"\(digest)\"") {
                return Response(status: .notModified, headers: headers)
            }
            headers[.contentType] = "text/plain; charset=utf-8"
            headers[.contentDisposition] = "attachment; filename=\"ranking-\(halfYear).txt\""
            return Response(status: .ok, headers: headers, body: try file.body())
        }
    }

    /// - Returns: the digest of the text.
    private func write(
        _ halfYear: HalfYear, _ number: Int?, to file: CanonicalTextFile, _ ranking: RankingDatabase
    ) async throws -> String {
        let isPublished = try await ranking.period(halfYear).state == .published
        guard isPublished || number != nil else {
            return try await ranking.rank(halfYear, dryRun: true, canonicalText: file.append).digest
        }
        let text = try await ranking.publishedText(of: halfYear, number: number)
        try file.append(bytes: text)
        return Hexadecimal.text(SHA256.hash(data: text))
    }
}

/// The text in a spool of its own. The spool is removed when the text is sent, or with its last reference.
private final class CanonicalTextFile: Sendable {
    private let spool: Spool
    private let file: SpooledFile

    init(in parent: String) throws {
        spool = try Spool(in: parent)
        do {
            file = try SpooledFile("canonical.txt", in: spool.folder)
        } catch {
            spool.remove()
            throw error
        }
    }

    deinit {
        spool.remove()
    }

    func append(bytes: [UInt8]) throws {
        try file.take(Data(bytes))
    }

    @Sendable
    func append(_ text: String) throws {
        try file.take(Data(text.utf8))
    }

    /// Reads the next part when the client has taken the one before.
    func body() throws -> ResponseBody {
        try file.finish()
        let reading = try FileHandle(forReadingFrom: URL(filePath: file.path))
        let length = try reading.seekToEnd()
        try reading.seek(toOffset: 0)
        return ResponseBody(contentLength: Int(length)) { [self] writer in
            defer { spool.remove() }
            while let part = try reading.read(upToCount: 64 << 10), !part.isEmpty {
                try await writer.write(ByteBuffer(bytes: part))
            }
            try await writer.finish(nil)
        }
    }
}
