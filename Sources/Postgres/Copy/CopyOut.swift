internal import CLibpq

extension PostgresConnection {
    /// Streams the result of a query without parameters, in chunks of about 64 KiB of whole rows.
    ///
    /// The next chunk is read when `consume` has returned, so a slow reader slows the server. An error of `consume`
    /// stops the query and is rethrown.
    public nonisolated(nonsending) func copyOut(
        _ query: PostgresQuery, format: PostgresCopyFormat = .text, file: String = #fileID, line: Int = #line,
        consume: ([UInt8]) async throws -> Void
    ) async throws {
        let location = CallSite(file: file, line: line)
        guard query.binds.isEmpty else {
            throw PostgresError(.encodingFailed, "COPY takes no parameters").at(location, query: query.sql)
        }
        try await beginCopyOut("copy (\(query.sql)) to stdout with (format \(format.rawValue))", location)
        do {
            while let chunk = try await nextCopyChunk(location) { try await consume(chunk) }
        } catch {
            await abandonCopyOut(location)
            throw error
        }
    }

    private func beginCopyOut(_ sql: String, _ location: CallSite) async throws {
        try refuseDuringCopy(location)
        try await act(location, query: sql) { try exchange.beginCopy(sql, expecting: PGRES_COPY_OUT) }
        isCopying = true
    }

    /// Nil at the end, once the server has confirmed success.
    private func nextCopyChunk(_ location: CallSite) async throws -> [UInt8]? {
        guard isCopying else { return nil }
        return try await act(location, query: nil) {
            do {
                let chunk = exchange.copiedChunk()
                if chunk.count >= copyChunkSize { return chunk }
                isCopying = false
                _ = try exchange.lastResult()
                return chunk.isEmpty ? nil : chunk
            } catch {
                isCopying = false
                throw error
            }
        }
    }

    private func abandonCopyOut(_ location: CallSite) async {
        guard isCopying else { return }
        defer { isCopying = false }
        _ = try? await act(location, query: nil, cancellable: false) { try exchange.abandonCopyOut() }
    }
}
