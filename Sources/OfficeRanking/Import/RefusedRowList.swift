import Postgres

/// A row that an import with `acceptsValid` left out.
public struct RefusedRow: Sendable, Hashable {
    public let importID: Int
    public let kind: String
    public let file: String
    /// The position in the order of the file, with gaps; of a CSV file the line.
    public let position: Int
    /// The sheet; nil if the file is one table.
    public let sheet: String?
    public let line: Int
    /// The text of the row in the file, without personal data.
    public let text: String
    /// The codes of its errors, with spaces between them.
    public let reason: String
}

/// An import that left rows out.
public struct RefusedImport: Sendable, Hashable {
    public let id: Int
    public let kind: String
    public let file: String
    public let rowCount: Int
}

extension RankingDatabase {
    /// The imports with rows that were left out, newest first.
    public func refusedImports() async throws -> [RefusedImport] {
        try await read { connection in
            try await connection.query(
                """
                select import_id, kind, file_name, count(*) from ranking.refused_row
                group by import_id, kind, file_name order by import_id desc
                """
            ).map { row in
                let cells = try row.decode((Int, String, String, Int).self)
                return RefusedImport(id: cells.0, kind: cells.1, file: cells.2, rowCount: cells.3)
            }
        }
    }

    /// A page of the rows that one import left out, by position. Throws `unknownImport` if the account sees none of
    /// them.
    public func refusedRows(
        of importID: Int, limit: Int, after cursor: NumberCursor? = nil
    ) async throws -> Page<RefusedRow, NumberCursor> {
        try await read { connection in
            let rows = try await connection.refusedRows(of: importID, after: cursor, limit + 1)
            if rows.isEmpty, try await connection.refusedRows(of: importID, after: nil, 1).isEmpty {
                throw RankingError.unknownImport(String(importID))
            }
            return Page(rows, limit: limit) { NumberCursor($0.position) }
        }
    }

    /// Removes rows that imports left out more than ninety days ago.
    @discardableResult
    public func forgetRefusedRows() async throws -> Int {
        try await act { try await $0.query("select ranking.forget_refused_rows()")[0].decode(Int.self) }
    }

    /// The rows that one import, or every import, left out, by import and line.
    public func refusedRows(of importID: Int? = nil) async throws -> [RefusedRow] {
        try await read { connection in
            try await connection.query(
                """
                select import_id, kind, file_name, position, sheet, line, row_text, reason from ranking.refused_row
                where import_id = coalesce(\(importID)::bigint, import_id) order by import_id, position
                """
            ).map(RefusedRow.init)
        }
    }
}

extension PostgresConnection {
    fileprivate func refusedRows(
        of importID: Int, after cursor: NumberCursor?, _ limit: Int
    ) async throws -> [RefusedRow] {
        try await query(
            """
            select import_id, kind, file_name, position, sheet, line, row_text, reason from ranking.refused_row
            where import_id = \(importID) and position > \(cursor?.number ?? 0) order by position limit \(limit)
            """
        ).map(RefusedRow.init)
    }
}

extension RefusedRow {
    fileprivate init(row: PostgresRow) throws {
        let cells = try row.decode((Int, String, String, Int, String?, Int, String, String).self)
        self.init(
            importID: cells.0, kind: cells.1, file: cells.2, position: cells.3, sheet: cells.4, line: cells.5,
            text: cells.6, reason: cells.7)
    }
}
