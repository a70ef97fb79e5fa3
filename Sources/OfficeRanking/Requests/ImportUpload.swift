import Logging
import Postgres
import RankingRules
import Synchronization

/// Files that came in as a request, and are taken in once only.
public struct ImportUpload: Sendable {
    public let key: RequestKey
    public let digest: RequestDigest
    public let files: [ImportFile]
    public let options: ImportOptions
    public let bytesReceived: Int

    public init(
        key: RequestKey, digest: RequestDigest, files: [ImportFile], options: ImportOptions, bytesReceived: Int
    ) {
        self.key = key
        self.digest = digest
        self.files = files
        self.options = options
        self.bytesReceived = bytesReceived
    }
}

/// What became of an upload: its answer, or that it was refused because of the findings of its report.
public enum UploadOutcome: Sendable {
    case answered(RequestAnswer)
    case refused
}

extension RankingDatabase {
    /// Says that an upload begins to come in, and how far it is.
    public func noteReceiving(
        _ key: RequestKey, kinds: [ImportKind], _ options: ImportOptions, bytes: Int
    ) async throws {
        let kinds = kinds.map(\.rawValue).joined(separator: " ")
        try await act { connection in
            if bytes == 0 {
                try await connection.query(
                    """
                    select ranking.begin_attempt(\(key.text), \(kinds), \(options.period?.description),
                        \(options.isCheckOnly))
                    """)
            }
            try await connection.query("select ranking.note_attempt(\(key.text), 'receiving', \(bytes), 0)")
        }
    }

    /// Says what an upload holds, when that is known only once it has come.
    public func noteKinds(_ key: RequestKey, _ kinds: [ImportKind]) async throws {
        let words = ImportKind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: " ")
        try await act { connection in
            try await connection.query("select ranking.note_kinds(\(key.text), \(words))")
        }
    }

    /// Says that an upload broke off or failed.
    public func noteFailure(_ key: RequestKey) async throws {
        try await act { connection in
            try await connection.query("select ranking.end_attempt(\(key.text), 'failed', 0, 0, 0)")
        }
    }

    /// Takes an upload in with its act and answer in one transaction, while others see how far it is; then keeps what
    /// was found. The findings of a check or a refusal are kept too.
    public func takeUpload(
        _ upload: ImportUpload, report: FindingReport,
        answer: @escaping @Sendable (ImportOutcome) throws -> RequestAnswer
    ) async throws -> UploadOutcome {
        struct Refused: Error {
            let rowsRead: Int
        }
        do {
            let state = Ending()
            let given = try await whileNoting(upload) { progress in
                try await once(upload.key, upload.digest) { database in
                    let outcome = try await database.importFiles(
                        upload.files, upload.options, report: report, progress: progress)
                    let rowsRead = outcome.files.reduce(0) { $0 + $1.rowsRead }
                    guard outcome.effect != .refused else { throw Refused(rowsRead: rowsRead) }
                    state.end(outcome.effect, rowsRead: rowsRead)
                    // With the answer, so that nothing stored is ever called interrupted.
                    try await database.act { try await $0.endAttempt(upload, outcome.effect, rowsRead, report) }
                    return try answer(outcome)
                }
            }
            if let (effect, rowsRead) = state.value { try await end(upload, effect, rowsRead, report) }
            return .answered(given)
        } catch let refusal as Refused {
            try await end(upload, .refused, refusal.rowsRead, report)
            return .refused
        }
    }

    private func end(
        _ upload: ImportUpload, _ effect: ImportOutcome.Effect, _ rowsRead: Int, _ report: FindingReport
    ) async throws {
        try await act { connection in
            var batches = FindingBatches(try report.reader())
            while let findings = try batches.next() {
                try await connection.query("select ranking.keep_findings(\(upload.key.text), \(findings)::jsonb)")
            }
            try await connection.endAttempt(upload, effect, rowsRead, report)
        }
    }
}

extension PostgresConnection {
    fileprivate func endAttempt(
        _ upload: ImportUpload, _ effect: ImportOutcome.Effect, _ rowsRead: Int, _ report: FindingReport
    ) async throws {
        try await query(
            """
            select ranking.end_attempt(\(upload.key.text), \(effect.word), \(rowsRead), \(report.errorCount),
                \(report.total))
            """)
    }
}

/// How an upload's import ended, known before its answer is committed.
private final class Ending: Sendable {
    private let state = Mutex<(ImportOutcome.Effect, rowsRead: Int)?>(nil)

    var value: (ImportOutcome.Effect, rowsRead: Int)? { state.withLock { $0 } }

    func end(_ effect: ImportOutcome.Effect, rowsRead: Int) {
        state.withLock { $0 = (effect, rowsRead) }
    }
}

extension RankingDatabase {
    /// Runs an import and says twice a second how many rows it has read.
    fileprivate func whileNoting<T: Sendable>(
        _ upload: ImportUpload, _ body: (@escaping @Sendable (ImportProgress) -> Void) async throws -> T
    ) async throws -> T {
        let (rows, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        async let notes: Void = note(rows, of: upload)
        defer { continuation.finish() }
        continuation.yield(0)
        let value = try await body { continuation.yield($0.rows) }
        continuation.finish()
        await notes
        return value
    }

    private func note(_ rows: AsyncStream<Int>, of upload: ImportUpload) async {
        for await count in rows {
            do {
                try await act { connection in
                    try await connection.query(
                        "select ranking.note_attempt(\(upload.key.text), 'checking', \(upload.bytesReceived), \(count))"
                    )
                }
                try await Task.sleep(for: .milliseconds(500))
            } catch {
                // Progress is a courtesy: the import goes on without it.
                logger.debug("progress could not be noted", metadata: ["error": "\(error)"])
            }
        }
    }
}

extension ImportOutcome.Effect {
    fileprivate var word: String {
        switch self {
        case .stored: "stored"
        case .unchanged: "unchanged"
        case .checked: "checked"
        case .refused: "refused"
        }
    }
}
