extension PostgresConnection {
    /// Reads a query by a cursor, `chunk` rows at a time, inside the transaction that is open.
    ///
    /// All chunks come from one snapshot, and memory holds one of them. The error of `consume` is thrown on. For many
    /// numbers and arrays `form` spares the server the writing, and the client the reading, of text.
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

    /// In a failed transaction the cursor is gone with it.
    private func closeCursor(_ name: String, _ location: CallSite) async {
        guard transactionStatus == .inTransaction, !isCopying else { return }
        _ = try? await run("close \(name)", location)
    }
}
