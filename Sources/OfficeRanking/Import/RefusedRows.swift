import Foundation
import Postgres
import RankingRules

/// Stores the text of the rows that an import left out, without personal data. It reads the file a second time for
/// this.
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
        let personal = personalColumns(try source.readHeader())
        try await connection.withCursor(
            "select line, codes from ranking.refused_lines(\(key), \(file.kind.rawValue))", fetching: 1_000
        ) { rows in
            let refused = try rows.decode((Int, String).self)
            try await keep(refused, from: source, without: personal)
        }
    }

    private func isRecorded() async throws -> Bool {
        try await connection.query("select ranking.is_recorded(\(importID))")[0].decode(Bool.self)
    }

    /// The personal columns of the file; only lists of offices have such columns.
    private func personalColumns(_ header: TableRow) -> [Int] {
        guard file.kind == .offices else { return [] }
        let specs = OfficeField.allCases.map(\.field.column)
        let columns = HeaderMap(header: header, specs: specs, file: file.path).columns
        return zip(specs, columns).compactMap { $0.isPersonal ? $1 : nil }
    }

    private func keep(
        _ refused: [(Int, String)], from source: any RowSource, without personal: [Int]
    ) async throws {
        var texts: [String] = []
        for (ordinal, _) in refused {
            while let row = try source.next() {
                guard row.position.ordinal >= ordinal else { continue }
                texts.append(row.hiding(personal, in: source.rawText))
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

extension TableRow {
    /// The text of the row with `***` in place of these cells.
    fileprivate func hiding(_ columns: [Int], in rawText: String) -> String {
        let hidden = Set(columns.filter { $0 < count }.map { self[$0].text }).subtracting([""])
        let text = rawText.replacing("\0", with: "\u{FFFD}")
        // The longest first, because a short one may be a part of it.
        return hidden.sorted { $0.utf8.count > $1.utf8.count }.reduce(text) { $0.replacing($1, with: "***") }
    }
}
