import Foundation
import Postgres
import RankingRules

/// Findings of the database about the rows of a file, in the words of the file.
struct DatabaseFindings {
    private let connection: PostgresConnection
    private let table: CheckedTable
    private let scheme: Scheme?
    private let report: FindingReport

    init(_ connection: PostgresConnection, _ table: CheckedTable, _ scheme: Scheme?, _ report: FindingReport) {
        self.connection = connection
        self.table = table
        self.scheme = scheme
        self.report = report
    }

    func add(of key: UUID, except unread: Set<FindingCode>) async throws {
        try await connection.withCursor(
            "select line, column_name, code, value, detail from ranking.findings(\(key))", fetching: 4_000
        ) { rows in
            for row in rows {
                let (line, column, code, value, detail) = try row.decode((Int, String, String, String?, String?).self)
                guard let finding = FindingCode(rawValue: code) else {
                    throw RankingError.failed("the database found “\(code)”, which has no sentence")
                }
                if unread.contains(finding) { continue }
                let spoken = DatabaseText(of: column, in: scheme, table.sheets)
                report.add(
                    finding, file: table.file, at: RowPosition(ordinal: line, in: table.sheets), columnName: column,
                    value: value.map(spoken.text), arguments: spoken.arguments(of: finding, detail, value: value))
            }
        }
    }
}
