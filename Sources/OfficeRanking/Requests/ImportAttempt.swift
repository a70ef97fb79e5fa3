public import Foundation
import Postgres

/// The progress of an import that came as a request.
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
        /// All rows were known already.
        case unchanged
        /// The files were only checked.
        case checked
        case refused
        case failed
        /// The program of the attempt died; nothing was stored.
        case interrupted
    }
}

/// The cursor of an attempt: when it began, in microseconds since 1970, and a digest of its account and key.
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

/// A finding of an attempt with its position in the whole list, from 1.
public struct NumberedFinding: Sendable, Hashable {
    public let position: Int
    public let finding: Finding
}

extension RankingDatabase {
    /// The account's own attempts, newest first; with `read_record` those of all accounts.
    public func importAttempts(
        of account: String? = nil, limit: Int = 50, after cursor: ImportAttemptCursor? = nil
    ) async throws -> Page<ImportAttempt, ImportAttemptCursor> {
        try await read { connection in
            let rows = try await connection.query(
                """
                select *
                from ranking.import_attempts(
                    \(account), \(cursor?.microseconds), \(cursor?.digest), \(limit + 1)::integer)
                """)
            return try Page(try rows.map(ImportAttempt.init), limit: limit) { _ in
                let last = rows[limit - 1]
                return ImportAttemptCursor(microseconds: try last["began_us"], digest: try last["digest"])
            }
        }
    }

    /// The attempt with a key. Several accounts may use the same key: the acting account's attempt comes first, else
    /// the newest one. `account` names another.
    public func importAttempt(_ key: RequestKey, of account: String? = nil) async throws -> ImportAttempt {
        try await read { try await $0.importAttempt(key, of: account) }
    }

    /// The findings of an attempt after a position, in the order of files and lines.
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

    /// Removes answers and attempts of all accounts that are older than seven days.
    @discardableResult
    public func forgetRequests() async throws -> Int {
        try await act { try await $0.query("select ranking.forget_requests()")[0].decode(Int.self) }
    }
}

extension PostgresConnection {
    fileprivate func importAttempt(_ key: RequestKey, of account: String?) async throws -> ImportAttempt {
        let rows = try await query(
            """
            select * from ranking.import_attempt
            where key = \(key.text) and (\(account)::text is null or account = \(account))
            order by is_own desc, began_at desc, account limit 1
            """)
        guard let row = rows.first else { throw RankingError.unknownImport(key.text) }
        return try ImportAttempt(row: row)
    }
}

extension ImportAttempt {
    fileprivate init(row: PostgresRow) throws {
        key = try row["key"]
        kinds = try (row["kinds"] as String).split(separator: " ").map(String.init)
        halfYear = try row["half_year"]
        isCheckOnly = try row["is_check_only"]
        state = try row["state"]
        bytesReceived = try row["bytes_received"]
        rowsRead = try row["rows_read"]
        errorCount = try row["error_count"]
        findingCount = try row["finding_count"]
        beganAt = try row["began_at"]
        changedAt = try row["changed_at"]
        account = try row["account"]
    }
}

extension NumberedFinding {
    fileprivate init(row: PostgresRow) throws {
        guard let code = FindingCode(rawValue: try row["code"]),
            let severity = Finding.Severity(rawValue: try row["severity"])
        else { throw RankingError.failed("a finding that has no sentence") }
        let arguments: PostgresJSON<[String]> = try row["arguments"]
        position = try row["position"]
        finding = Finding(
            code, severity: severity, file: try row["file_name"], sheet: try row["sheet"], line: try row["line"],
            column: try row["column_title"], value: try row["value"], arguments: arguments.value)
    }
}
