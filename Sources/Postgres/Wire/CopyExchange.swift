internal import CLibpq

extension Exchange {
    /// Starts a COPY; once it has started, results are not asked for until its end.
    func beginCopy(_ sql: String, expecting status: ExecStatusType) throws {
        guard !sql.utf8.contains(0) else { throw PostgresError(.encodingFailed, "the statement contains a NUL") }
        hasRefusal = false
        guard PQsendQuery(link, sql) == 1 else { throw sendingError() }
        flush()
        guard let result = nextResult() else { throw linkError(.connectionLost) }
        guard result.status != status else { return }
        let first: (any Error)? = result.status == PGRES_FATAL_ERROR ? result.error() : nil
        _ = try? lastResult()
        throw (first as? PostgresError).map(judged)
            ?? PostgresError(.invalidUse, "the statement is no such COPY")
    }

    /// Queues a chunk and waits until it is on its way, so that the client's memory stays flat.
    func sendCopy(_ chunk: [UInt8]) throws {
        var isAccepted = read() && !hasRefusal && !signal.isCancelled
        if isAccepted {
            isAccepted = chunk.withUnsafeBytes { bytes in
                PQputCopyData(link, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count)) == 1
            }
        }
        if isAccepted { flush() }
        guard !isAccepted || signal.isCancelled else { return }
        _ = try endCopy(refusal: "cancelled")
        throw signal.isCancelled ? CancellationError() : linkError(.connectionLost)
    }

    /// Ends a COPY from stdin, undoing it when there is a refusal, and fetches the server's verdict.
    func endCopy(refusal: String? = nil) throws -> ServerResult {
        // On a COPY that the server has ended by an error this fails, and fetching gives that error.
        _ = PQputCopyEnd(link, refusal)
        flush()
        return try lastResult()
    }
}

extension Exchange {
    /// Undoes a COPY from stdin. A server that waits for a lock would not read the refusal before it has the lock.
    func abandonCopyIn(refusal: String) throws {
        cancel()
        _ = try endCopy(refusal: refusal)
    }

    /// Whole rows of a COPY to stdout until 64 KiB are full; fewer bytes mean its end.
    func copiedChunk() -> [UInt8] {
        var chunk: [UInt8] = []
        chunk.reserveCapacity(copyChunkSize * 2)
        while chunk.count < copyChunkSize {
            guard takeCopiedRow({ chunk.append(contentsOf: $0) }) else { break }
        }
        return chunk
    }

    /// Stops a COPY to stdout; what is still on its way is dropped.
    func abandonCopyOut() throws {
        cancel()
        while takeCopiedRow({ _ in }) {}
        _ = try lastResult()
    }
}
