import Foundation
import Postgres

/// Keeps the text of the rows that an import left out, by reading the file a second time.
struct RefusedRows {
    private let connection: PostgresConnection
    private let file: ImportFile
    private let key: UUID
    private let importID: Int

    init(_ connection: PostgresConnection, _ file: ImportFile, _ key: UUID, import importID: Int) {
        self.connection = connection
        self.file = file
        self.key = key
        self.importID = importID
    }

    func keep() async throws {
        // A repeated import that refuses the same rows again is not recorded, and so are its rows.
        guard try await isRecorded() else { return }
        let reader = try TableFile(file).open()
        _ = try reader.readHeader()
        try await connection.withCursor(
            "select line, codes from ranking.refused_lines(\(key), \(file.kind.rawValue))", fetching: 1_000
        ) { rows in
            let refused = try rows.decode((Int, String).self)
            try await keep(refused, from: reader)
        }
    }

    private func isRecorded() async throws -> Bool {
        try await connection.query("select ranking.is_recorded(\(importID))")[0].decode(Bool.self)
    }

    private func keep(_ refused: [(Int, String)], from reader: TableReader) async throws {
        var texts: [String] = []
        for (line, _) in refused {
            while let row = try reader.next() {
                guard row.line >= line else { continue }
                texts.append(String(decoding: row.rawBytes, as: UTF8.self).replacing("\0", with: "\u{FFFD}"))
                break
            }
        }
        guard texts.count == refused.count else { throw RankingError.failed("the file changed while it was read") }
        try await connection.query(
            """
            select ranking.keep_refused_rows(\(importID), \(refused.map(\.0))::integer[], \(texts)::text[],
                \(refused.map(\.1))::text[])
            """)
    }
}
