import Logging
import Postgres
import RankingRules
import Synchronization

/// Files that came as a request and are imported once only.
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

/// The result of an upload: its answer, or a refusal because of the findings of its report.
public enum UploadOutcome: Sendable {
    case answered(RequestAnswer)
    case refused
}

extension RankingDatabase {
    /// Records that an upload begins. Refused while the same upload is being stored, even by another daemon.
    public func beginAttempt(_ key: RequestKey, kinds: [ImportKind], _ options: ImportOptions) async throws {
        let kinds = kinds.map(\.rawValue).joined(separator: " ")
        try await act { connection in
            try await connection.query(
                """
                select ranking.begin_attempt(\(key.text), \(kinds), \(options.period?.description),
                    \(options.isCheckOnly))
                """)
        }
    }

    /// Records how many bytes of an upload have come.
    public func noteReceiving(_ key: RequestKey, bytes: Int) async throws {
        try await act { connection in
            try await connection.query("select ranking.note_attempt(\(key.text), 'receiving', \(bytes), 0)")
        }
    }

    /// Records the kinds of an upload's files, if they are known only once it has come.
    public func noteKinds(_ key: RequestKey, _ kinds: [ImportKind]) async throws {
        let words = ImportKind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: " ")
        try await act { connection in
            try await connection.query("select ranking.note_kinds(\(key.text), \(words))")
        }
    }

    /// Receives an upload and lets other requests see its progress: `receive` reports the bytes so far.
    public func whileReceiving<T: Sendable>(
        _ key: RequestKey, _ receive: (@escaping @Sendable (Int) -> Void) async throws -> T
    ) async throws -> T {
        try await whileCounting { bytes in
            try await noteReceiving(key, bytes: bytes)
        } _: {
            try await receive($0)
        }
    }

    /// Records that an upload broke off or failed.
    public func noteFailure(_ key: RequestKey) async throws {
        try await act { connection in
            try await connection.query("select ranking.end_attempt(\(key.text), 'failed', 0, 0, 0)")
        }
    }

    /// Imports an upload with its act and answer in one transaction, while other requests see its progress; then stores
    /// the findings, those of a check or a refusal too. It waits for a connection up to `timeout`, because the whole
    /// file has come by now.
    /// - Parameter kept: how many findings are stored at most; the others are only counted.
    public func takeUpload(
        _ upload: ImportUpload, report: FindingReport, keeping kept: Int = 10_000, timeout: Duration = .seconds(60),
        answer: @escaping @Sendable (ImportOutcome) throws -> RequestAnswer
    ) async throws -> UploadOutcome {
        struct Refused: Error {
            let rowsRead: Int
        }
        let patient = waiting(atMost: timeout)
        do {
            let state = Ending()
            let given = try await whileNoting(upload) { progress in
                try await patient.once(upload.key, upload.digest) { database in
                    let outcome = try await database.importFiles(
                        upload.files, upload.options, report: report, progress: progress)
                    let rowsRead = outcome.files.reduce(0) { $0 + $1.rowsRead }
                    guard outcome.effect != .refused else { throw Refused(rowsRead: rowsRead) }
                    state.end(outcome.effect, rowsRead: rowsRead)
                    // In the transaction of the answer, so that a stored import is never called interrupted.
                    try await database.act { try await $0.endAttempt(upload, outcome.effect, rowsRead, report) }
                    return try answer(outcome)
                }
            }
            if let (effect, rowsRead) = state.value { try await patient.end(upload, effect, rowsRead, report, kept) }
            return .answered(given)
        } catch let refusal as Refused {
            try await patient.end(upload, .refused, refusal.rowsRead, report, kept)
            return .refused
        }
    }

    private func end(
        _ upload: ImportUpload, _ effect: ImportOutcome.Effect, _ rowsRead: Int, _ report: FindingReport, _ kept: Int
    ) async throws {
        try await act { connection in
            let isFirst = try await connection.query("select ranking.may_keep_findings(\(upload.key.text))")[0]
            guard try isFirst.decode(Bool.self) else { return }
            let coming = min(report.total, kept)
            try await connection.query("select ranking.make_room_for_findings(\(upload.key.text), \(coming))")
            var batches = FindingBatches(try report.reader(), atMost: kept)
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

/// The end of an upload's import, known before its answer is committed.
private final class Ending: Sendable {
    private let state = Mutex<(ImportOutcome.Effect, rowsRead: Int)?>(nil)

    var value: (ImportOutcome.Effect, rowsRead: Int)? { state.withLock { $0 } }

    func end(_ effect: ImportOutcome.Effect, rowsRead: Int) {
        state.withLock { $0 = (effect, rowsRead) }
    }
}

extension RankingDatabase {
    /// Runs an import and records how many rows it has read.
    fileprivate func whileNoting<T: Sendable>(
        _ upload: ImportUpload, _ body: (@escaping @Sendable (ImportProgress) -> Void) async throws -> T
    ) async throws -> T {
        try await whileCounting { rows in
            try await act { connection in
                _ = try await connection.query(
                    "select ranking.note_attempt(\(upload.key.text), 'checking', \(upload.bytesReceived), \(rows))")
            }
        } _: { tell in
            tell(0)
            return try await body { tell($0.rows) }
        }
    }

    /// Runs `body` and records the newest count that it reports, at most twice a second. The progress is not essential:
    /// `body` neither waits for it nor fails with it.
    fileprivate func whileCounting<T: Sendable>(
        note: @escaping @Sendable (Int) async throws -> Void,
        _ body: (@escaping @Sendable (Int) -> Void) async throws -> T
    ) async throws -> T {
        let (counts, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        let notes = Task { await noteEach(counts, note) }
        let result: Result<T, any Error>
        do {
            result = .success(try await body { continuation.yield($0) })
        } catch {
            result = .failure(error)
        }
        // This ends the pause. A note that is being written is finished, so that none comes after the next statement.
        notes.cancel()
        await notes.value
        return try result.get()
    }

    /// A cancelled task writes no further note, and finishes the one that it is writing.
    private func noteEach(_ counts: AsyncStream<Int>, _ note: @escaping @Sendable (Int) async throws -> Void) async {
        for await count in counts {
            do {
                try await Task { try await note(count) }.value
                try await Task.sleep(for: .milliseconds(500))
            } catch is CancellationError {
                return
            } catch {
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
