internal import CLibpq

extension Exchange {
    /// Starts a COPY. No results are fetched from then on until its end.
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

    /// Queues a chunk and waits until it is sent, so that the client's memory stays flat.
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

    /// Ends a COPY from stdin and fetches the server's answer; a refusal undoes the COPY.
    func endCopy(refusal: String? = nil) throws -> ServerResult {
        // This fails if the server has ended the COPY by an error; fetching then gives that error.
        _ = PQputCopyEnd(link, refusal)
        flush()
        return try lastResult()
    }
}

extension Exchange {
    /// Undoes a COPY from stdin. A server that waits for a lock reads the refusal only when it has the lock.
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

    /// Stops a COPY to stdout and drops the data that still comes.
    func abandonCopyOut() throws {
        cancel()
        while takeCopiedRow({ _ in }) {}
        _ = try lastResult()
    }
}
