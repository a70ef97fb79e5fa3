public import Foundation
import Postgres

/// How far an import is that came in as a request.
public struct ImportAttempt: Sendable, Hashable {
    public let account: String
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

/// The place after an attempt: when it began, in microseconds since 1970, and a digest of its account and key.
public struct ImportAttemptCursor: PageCursor {
    let microseconds: Int
    let digest: String

    public var description: String { "\(microseconds).\(digest)" }

    init(microseconds: Int, digest: String) {
        (self.microseconds, self.digest) = (microseconds, digest)
    }

    public init?(_ text: String) {
        guard text.wholeMatch(of: /[0-9]{1,18}\.[0-9a-f]{32}/) != nil, let fields = cursorFields(text, 2),
            let microseconds = Int(fields[0])
        else { return nil }
        (self.microseconds, digest) = (microseconds, fields[1])
    }
}

/// A finding of an attempt with its place in the whole list, from 1.
public struct NumberedFinding: Sendable, Hashable {
    public let position: Int
    public let finding: Finding
}

extension RankingDatabase {
    /// The account's own attempts, and for readers of the record those of all accounts, the newest first.
    /// - Parameter account: only those of this account.
    public func importAttempts(
        of account: String? = nil, limit: Int = 50, after cursor: ImportAttemptCursor? = nil
    ) async throws -> Page<ImportAttempt, ImportAttemptCursor> {
        try await read { connection in
            let rows = try await connection.query(
                """
                select \(unescaped: ImportAttempt.columns), began_us, digest
                from ranking.import_attempts(
                    \(account), \(cursor?.microseconds), \(cursor?.digest), \(limit + 1)::integer)
                """)
            return try Page(try rows.map(ImportAttempt.init), limit: limit) { _ in
                let last = rows[limit - 1]
                return ImportAttemptCursor(microseconds: try last[12].decode(), digest: try last[13].decode())
            }
        }
    }

    /// Keys are an account's own: where two have the same, the asking account's attempt is meant, else the newest, unless
    /// the account is named.
    public func importAttempt(_ key: RequestKey, of account: String? = nil) async throws -> ImportAttempt {
        try await read { try await $0.importAttempt(key, of: account) }
    }

    /// Findings of an attempt in the order of files and lines, after the one of that position.
    public func findings(
        ofAttempt key: RequestKey, of account: String? = nil, limit: Int = 50, after cursor: NumberCursor? = nil
    ) async throws -> Page<NumberedFinding, NumberCursor> {
        try await read { connection in
            let attempt = try await connection.importAttempt(key, of: account)
            let findings = try await connection.query(
                """
                select position, file_name, sheet, line, column_title, value, code, severity, arguments::text
                from ranking.import_findings(
                    \(attempt.account), \(key.text), \(cursor?.number ?? 0), \(limit + 1))
                """
            ).map(NumberedFinding.init)
            return Page(findings, limit: limit) { NumberCursor($0.position) }
        }
    }

    /// Removes answers and attempts of all accounts older than seven days.
    @discardableResult
    public func forgetRequests() async throws -> Int {
        try await act { try await $0.query("select ranking.forget_requests()")[0].decode(Int.self) }
    }
}

extension PostgresConnection {
    fileprivate func importAttempt(_ key: RequestKey, of account: String?) async throws -> ImportAttempt {
        let rows = try await query(
            """
            select \(unescaped: ImportAttempt.columns) from ranking.import_attempt
            where key = \(key.text) and (\(account)::text is null or account = \(account))
            order by is_own desc, began_at desc, account limit 1
            """)
        guard let row = rows.first else { throw RankingError.unknownImport(key.text) }
        return try ImportAttempt(row: row)
    }
}

extension ImportAttempt {
    fileprivate static let columns = """
        key, kinds, half_year, is_check_only, state, bytes_received, rows_read, error_count, finding_count, began_at,
        changed_at, account
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
        account = try row[11].decode()
    }
}

extension NumberedFinding {
    fileprivate init(row: PostgresRow) throws {
        let (position, file, sheet, line, column, value) = try (
            row[0].decode(Int.self), row[1].decode(String.self), row[2].decode(String?.self),
            row[3].decode(Int?.self), row[4].decode(String?.self), row[5].decode(String?.self)
        )
        guard let code = FindingCode(rawValue: try row[6].decode()),
            let severity = Finding.Severity(rawValue: try row[7].decode())
        else { throw RankingError.failed("a finding that has no sentence") }
        let arguments = try JSONDecoder().decode([String].self, from: Data(row[8].decode(String.self).utf8))
        self.position = position
        finding = Finding(
            code, severity: severity, file: file, sheet: sheet, line: line, column: column, value: value,
            arguments: arguments)
    }
}
