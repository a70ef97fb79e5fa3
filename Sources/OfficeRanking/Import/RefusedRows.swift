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
        // A repeated import that refuses the same rows again is not recorded, nor are its rows.
        guard try await isRecorded() else { return }
        let source = try TableFile(file).open()
        _ = try source.readHeader()
        try await connection.withCursor(
            "select line, codes from ranking.refused_lines(\(key), \(file.kind.rawValue))", fetching: 1_000
        ) { rows in
            let refused = try rows.decode((Int, String).self)
            try await keep(refused, from: source)
        }
    }

    private func isRecorded() async throws -> Bool {
        try await connection.query("select ranking.is_recorded(\(importID))")[0].decode(Bool.self)
    }

    private func keep(_ refused: [(Int, String)], from source: any RowSource) async throws {
        var texts: [String] = []
        for (ordinal, _) in refused {
            while let row = try source.next() {
                guard row.position.ordinal >= ordinal else { continue }
                texts.append(source.rawText.replacing("\0", with: "\u{FFFD}"))
                break
            }
        }
        guard texts.count == refused.count else { throw RankingError.failed("the file changed while it was read") }
        let positions = refused.map { RowPosition(ordinal: $0.0, in: source.sheets) }
        try await connection.query(
            """
            select ranking.keep_refused_rows(\(importID), \(refused.map(\.0))::integer[],
                \(positions.map { $0.sheet?.name ?? "" })::text[], \(positions.map(\.row))::integer[],
                \(texts)::text[], \(refused.map(\.1))::text[])
            """)
    }
}
