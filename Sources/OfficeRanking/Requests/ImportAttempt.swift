public import Foundation
import Postgres

/// How far an import is that came in as a request.
public struct ImportAttempt: Sendable, Hashable {
    public let key: String
    public let kinds: [String]
    public let halfYear: String?
    public let isCheckOnly: Bool
    public let state: State
    public let bytesReceived: Int
    public let rowsRead: Int
    public let errorCount: Int
    public let findingCount: Int
    public let beganAt: Date
    public let changedAt: Date

    public enum State: String, Sendable, CaseIterable {
        case receiving
        case checking
        case stored
        /// Everything was known already.
        case unchanged
        /// Only looked at, as asked.
        case checked
        case refused
        case failed
        /// Its program died; nothing was stored.
        case interrupted
    }
}

/// A finding of an attempt with its place in the whole list, from 1.
public struct NumberedFinding: Sendable, Hashable {
    public let position: Int
    public let finding: Finding
}

extension RankingDatabase {
    /// The account's own attempts, the newest first.
    public func importAttempts(limit: Int = 50) async throws -> [ImportAttempt] {
        try await read { connection in
            try await connection.query(
                """
                select \(unescaped: ImportAttempt.columns) from ranking.import_attempt
                order by began_at desc, key limit \(limit)
                """
            ).map(ImportAttempt.init)
        }
    }

    public func importAttempt(_ key: RequestKey) async throws -> ImportAttempt {
        try await read { connection in
            let rows = try await connection.query(
                "select \(unescaped: ImportAttempt.columns) from ranking.import_attempt where key = \(key.text)")
            guard let row = rows.first else { throw RankingError.unknownImport(key.text) }
            return try ImportAttempt(row: row)
        }
    }

    /// Findings of an attempt in the order of files and lines, after the one of that position.
    public func findings(
        ofAttempt key: RequestKey, after position: Int = 0, limit: Int = 500
    ) async throws -> [NumberedFinding] {
        try await read { connection in
            try await connection.query(
                """
                select position, file_name, line, column_title, value, code, severity, arguments::text
                from ranking.import_finding where key = \(key.text) and position > \(position)
                order by position limit \(limit)
                """
            ).map(NumberedFinding.init)
        }
    }

    /// Removes answers and attempts of all accounts older than seven days before `now`.
    @discardableResult
    public func forgetRequests(now: Date) async throws -> Int {
        let limit = now.addingTimeInterval(-7 * 86_400)
        return try await act { connection in
            try await connection.query("select ranking.forget_requests(\(limit))")[0].decode(Int.self)
        }
    }
}

extension ImportAttempt {
    fileprivate static let columns = """
        key, kinds, half_year, is_check_only, state, bytes_received, rows_read, error_count, finding_count, began_at,
        changed_at
        """

    fileprivate init(row: PostgresRow) throws {
        guard let state = State(rawValue: try row[4].decode()) else {
            throw RankingError.failed("an attempt in an unknown state")
        }
        key = try row[0].decode()
        kinds = try row[1].decode(String.self).split(separator: " ").map(String.init)
        halfYear = try row[2].decode()
        isCheckOnly = try row[3].decode()
        self.state = state
        bytesReceived = try row[5].decode()
        rowsRead = try row[6].decode()
        errorCount = try row[7].decode()
        findingCount = try row[8].decode()
        beganAt = try row[9].decode()
        changedAt = try row[10].decode()
    }
}

extension NumberedFinding {
    fileprivate init(row: PostgresRow) throws {
        let (position, file, line, column, value) = try (
            row[0].decode(Int.self), row[1].decode(String.self), row[2].decode(Int?.self), row[3].decode(String?.self),
            row[4].decode(String?.self)
        )
        guard let code = FindingCode(rawValue: try row[5].decode()),
            let severity = Finding.Severity(rawValue: try row[6].decode())
        else { throw RankingError.failed("a finding that has no sentence") }
        let arguments = try JSONDecoder().decode([String].self, from: Data(row[7].decode(String.self).utf8))
        self.position = position
        finding = Finding(
            code, severity: severity, file: file, line: line, column: column, value: value, arguments: arguments)
    }
}
