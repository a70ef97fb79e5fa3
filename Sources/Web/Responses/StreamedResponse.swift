import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Tables

/// Writes a table while it is read: a chunk is fetched when the client has taken the one before.
enum StreamedResponse {
    /// Bytes that are collected before they are written.
    private static let chunk = 64 << 10

    /// Reads the first row before the answer begins, so that an unavailable database gives a problem and not a broken
    /// file.
    /// - Parameter name: the name of the file in a browser.
    static func make(
        _ answer: Answer, _ rows: some RowSource, as representation: Representation, named name: String,
        entityTag: String, to request: Request, logger: Logger
    ) async throws -> Response {
        let headers = headers(representation, name, entityTag)
        guard request.method != .head else {
            // An empty body would give the length 0.
            return Response(status: .ok, headers: headers, body: ResponseBody { try await $0.finish(nil) })
        }
        let stream = StreamedAnswer(answer, representation == .csv ? .csv : .json)
        var reading = rows
        let first = try await reading.next()
        let rest = reading
        let body = ResponseBody { writer in
            do {
                try await write(stream, first, rest, to: &writer)
                try await writer.finish(nil)
            } catch {
                // The connection is closed before the end mark, so that the client notices the missing part.
                logger.warning("answer broke off", metadata: ["error": "\(ProblemMiddleware.logged(error))"])
                throw error
            }
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    private static func headers(
        _ representation: Representation, _ name: String, _ entityTag: String
    ) -> HTTPFields {
        var headers = HTTPFields()
        headers[.eTag] = entityTag
        headers[.cacheControl] = Rendered.Freshness.published.rawValue
        headers[.vary] = "Accept"
        headers[.contentType] = representation.mediaType
        headers[.contentDisposition] = "attachment; filename=\"\(name).\(representation.rawValue)\""
        return headers
    }

    private static func write(
        _ stream: StreamedAnswer, _ first: [Cell]?, _ rest: some RowSource, to writer: inout any ResponseBodyWriter
    ) async throws {
        var (stream, rest, row) = (stream, rest, first)
        var buffer = ByteBuffer(string: stream.opening)
        while let cells = row {
            buffer.writeString(stream.row(cells))
            if buffer.readableBytes >= chunk {
                try await writer.write(buffer)
                buffer.clear()
            }
            row = try await rest.next()
        }
        buffer.writeString(stream.closing)
        try await writer.write(buffer)
    }
}

/// Reads the rows of one table as they are needed.
protocol RowSource: Sendable {
    /// Nil at the end.
    mutating func next() async throws -> [Cell]?
}
