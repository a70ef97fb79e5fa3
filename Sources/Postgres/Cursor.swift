extension PostgresConnection {
    /// Reads a query by a cursor, `chunk` rows at a time, inside the open transaction.
    ///
    /// All chunks come from one snapshot, and memory holds one of them. An error of `consume` is rethrown. For many
    /// numbers and arrays the binary `form` saves the server writing text and the client reading it.
    public nonisolated(nonsending) func withCursor(
        _ query: PostgresQuery, fetching chunk: Int, form: PostgresResultForm = .text, file: String = #fileID,
        line: Int = #line,
        _ consume: (PostgresRows) async throws -> Void
    ) async throws {
        precondition(chunk > 0, "a chunk has at least one row")
        let name = await nextCursorName()
        let beginning = PostgresQuery(unsafeSQL: "declare \(name) no scroll cursor for")
        try await self.query("\(beginning) \(query)", file: file, line: line)
        let fetch = PostgresQuery(unsafeSQL: "fetch \(chunk) \(name)")
        do {
            var isComplete = false
            while !isComplete {
                let rows = try await self.query(fetch, form: form, file: file, line: line)
                if !rows.isEmpty { try await consume(rows) }
                isComplete = rows.count < chunk
            }
        } catch {
            await closeCursor(name, CallSite(file: file, line: line))
            throw error
        }
        await closeCursor(name, CallSite(file: file, line: line))
    }

    /// A failed transaction has closed its cursor already.
    private func closeCursor(_ name: String, _ location: CallSite) async {
        guard transactionStatus == .inTransaction, !isCopying else { return }
        _ = try? await run("close \(name)", location)
    }
}
