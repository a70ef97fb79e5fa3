import Foundation
import HTTPTypes
import Hummingbird
import OfficeRanking

extension WebService {
    /// The canonical text of a run, made by a dry run. It names decisions about violations, so it is for those who may
    /// make one: who reads the facts of every province.
    var canonicalTextRoute: Route {
        .get("/v1/periods/{period}/canonical-text") { request, context in
            let asked = try await accountRequest(request, context)
            try asked.query.finish()
            let halfYear = try context.halfYear()
            // In a file first: a client that reads slowly would hold the transaction of the run open.
            let file = try CanonicalTextFile(in: settings.uploadFolder)
            let digest = try await asked.ranking.rank(halfYear, dryRun: true, canonicalText: file.append).digest
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
}

/// The text in a spool of its own, which is removed when the text is sent, or when the last who holds it lets it go.
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

    @Sendable
    func append(_ text: String) throws {
        try file.take(Data(text.utf8))
    }

    /// The next part is read when the client has taken the one before.
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
