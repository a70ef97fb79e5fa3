import Foundation
import Postgres

/// Copies the rows of a file into the landing table of its kind.
struct LandingCopy {
    private let connection: PostgresConnection
    private let table: CheckedTable
    private let key: UUID
    private let progress: @Sendable (ImportProgress) -> Void

    init(
        _ connection: PostgresConnection, _ table: CheckedTable, _ key: UUID,
        _ progress: @escaping @Sendable (ImportProgress) -> Void
    ) {
        self.connection = connection
        self.table = table
        self.key = key
        self.progress = progress
    }

    func run(_ format: some RowFormat, into landing: String) async throws {
        var format = format
        let columns = ["import_key", "line", "is_faulty", "faults"] + format.landingColumns
        var lastShown = 0
        try await connection.copyIn(into: landing, columns: columns) { writer in
            while let row = table.next() {
                format.read(row)
                writer.beginRow(fields: columns.count)
                writer.uuid(key)
                writer.int4(Int32(row.position.ordinal))
                writer.bool(!row.isSound)
                writer.faults(row.faults)
                format.write(to: &writer)
                try await writer.endRow()
                if table.rowCount - lastShown >= 2_000 {
                    lastShown = table.rowCount
                    show()
                    await TestPoint.importAfterChunk.reach()
                }
            }
        }
        show()
    }

    private func show() {
        progress(
            ImportProgress(
                file: table.file, bytesRead: table.bytesRead, totalBytes: table.totalBytes, rows: table.rowCount))
    }
}

extension BinaryCopyWriter {
    /// Writes the codes with spaces between them; NULL if there are none.
    fileprivate mutating func faults(_ codes: [FindingCode]) {
        guard !codes.isEmpty else { return null() }
        text(codes.map(\.rawValue).joined(separator: " "))
    }
}
