extension PostgresConnection {
    /// Reads a query by a cursor, `chunk` rows at a time, inside the transaction that is open.
    ///
    /// All chunks come from one snapshot, and memory holds one of them. The error of `consume` is thrown on.
    public nonisolated(nonsending) func withCursor(
        _ query: PostgresQuery, fetching chunk: Int, file: String = #fileID, line: Int = #line,
        _ consume: (PostgresRows) async throws -> Void
    ) async throws {
        precondition(chunk > 0, "a chunk has at least one row")
        let name = await nextCursorName()
        var declaration = query
        declaration.sql = "declare \(name) no scroll cursor for \(query.sql)"
        try await self.query(declaration, file: file, line: line)
        do {
            var isComplete = false
            while !isComplete {
                let rows = try await self.query(
                    "fetch \(unescaped: String(chunk)) \(unescaped: name)", file: file, line: line)
                if !rows.isEmpty { try await consume(rows) }
                isComplete = rows.count < chunk
            }
        } catch {
            await closeCursor(name, SourcePlace(file: file, line: line))
            throw error
        }
        await closeCursor(name, SourcePlace(file: file, line: line))
    }

    /// In a failed transaction the cursor is gone with it.
    private func closeCursor(_ name: String, _ place: SourcePlace) async {
        guard transactionStatus == .inTransaction, !isCopying else { return }
        _ = try? await run("close \(name)", place)
    }
}
