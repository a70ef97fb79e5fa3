public import Logging
internal import Synchronization

/// One connection to the server, an actor on its own serial queue.
///
/// A statement runs without suspension from its start to its end, so no other work can come in between.
public actor PostgresConnection {
    private let executor = QueueExecutor()
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    let exchange: Exchange
    nonisolated let signal: WakeSignal
    nonisolated let configuration: PostgresConfiguration
    nonisolated let logger: Logger
    private nonisolated let sight = ConnectionSight()
    /// True from the start of a COPY to its end. Nothing else may be sent in this time.
    var isCopying = false
    private var cursors = 0
    /// True if the present transaction has no timeout.
    private var isUnlimited = false

    private init(configuration: PostgresConfiguration, logger: Logger, signal: WakeSignal) {
        self.configuration = configuration
        self.logger = logger
        self.signal = signal
        exchange = Exchange(
            signal: signal, notices: NoticeSink(logger: logger),
            poolerLimit: configuration.pooler == .transaction ? configuration.leaseTimeout : nil,
            answerGrace: configuration.answerGrace)
    }

    /// Connects; a cancelled task or `connectTimeout` ends the attempt.
    public static func connect(
        _ configuration: PostgresConfiguration, logger: Logger, file: String = #fileID, line: Int = #line
    ) async throws -> PostgresConnection {
        try await connect(configuration, logger, WakeSignal(), CallSite(file: file, line: line))
    }

    /// Connects with a signal that another holder can use to end the wait.
    static func connect(
        _ configuration: PostgresConfiguration, _ logger: Logger, _ signal: WakeSignal, _ location: CallSite
    ) async throws -> PostgresConnection {
        let connection = PostgresConnection(configuration: configuration, logger: logger, signal: signal)
        try await connection.open(location)
        return connection
    }

    private func open(_ location: CallSite) async throws {
        try await act(location, query: nil) {
            try exchange.connect(configuration.connectionParameters(), atMost: configuration.connectTimeout)
        }
        if configuration.pooler == .transaction { try await requirePooledLogin(location) }
    }

    /// Runs one statement.
    @discardableResult
    public func query(
        _ query: PostgresQuery, form: PostgresResultForm = .text, file: String = #fileID, line: Int = #line
    ) async throws -> PostgresRows {
        let location = CallSite(file: file, line: line)
        try refuseDuringCopy(location)
        let result = try await act(location, query: query.sql) { try exchange.run(query, form: form) }
        return PostgresRows(result)
    }

    /// Runs a script of several statements. Without BEGIN in it, the server makes it one transaction.
    public func execute(script: String, file: String = #fileID, line: Int = #line) async throws {
        let location = CallSite(file: file, line: line)
        try refuseDuringCopy(location)
        _ = try await act(location, query: script) { try exchange.run(script: script) }
    }

    /// Removes the timeout of statements, here and at the server, until the transaction ends.
    public func withoutStatementTimeout() async throws {
        try await query("select set_config('statement_timeout', '0', true)")
        isUnlimited = true
    }

    public func close() {
        exchange.close()
        sight.update(status: .unknown, socket: -1)
    }

    /// The process number of this connection's backend, as in `pg_stat_activity.pid`.
    public var backendID: Int32 { exchange.backendID }

    func nextCursorName() -> String {
        cursors += 1
        return "cursor_\(cursors)"
    }
}

extension PostgresConnection {
    /// Runs `work` as one act: cancelling the task cancels the statement, errors get the location, and slow acts are
    /// logged.
    func act<Result>(
        _ location: CallSite, query: String?, cancellable: Bool = true, _ work: () throws -> Result
    ) async throws -> Result {
        if cancellable { try Task.checkCancellation() }
        let start = ContinuousClock.now
        let number = signal.beginAct()
        if exchange.transactionStatus == .idle { isUnlimited = false }
        exchange.deadline.begin(isUnlimited ? nil : configuration.answerLimit)
        defer {
            signal.endAct()
            sight.update(status: exchange.transactionStatus, socket: exchange.isOpen ? exchange.socket : -1)
        }
        do {
            let result = try await withTaskCancellationHandler {
                // Through self: a closure that does not capture the actor would run, and wait, on a cooperative thread.
                try carryOut(work)
            } onCancel: { [signal] in
                if cancellable { signal.cancel(act: number) }
            }
            log(query, since: start, location, nil)
            return result
        } catch let error as PostgresError {
            log(query, since: start, location, error)
            throw error.at(location, query: query)
        }
    }

    private func carryOut<Result>(_ work: () throws -> Result) rethrows -> Result {
        try work()
    }

    /// Runs a statement of the connection itself (BEGIN, ROLLBACK), by default not cancellable.
    @discardableResult
    func run(_ sql: String, _ location: CallSite, cancellable: Bool = false) async throws -> ServerResult {
        try await act(location, query: sql, cancellable: cancellable) { try exchange.run(script: sql, isInstant: true) }
    }

    /// Runs statements in one round trip; the log calls them by the name.
    func run(
        _ queries: [PostgresQuery], named name: String, prepared: Bool = false, _ location: CallSite
    ) async throws -> [ServerResult] {
        try refuseDuringCopy(location)
        return try await act(location, query: name) {
            try prepared ? exchange.run(preparedPipeline: queries) : exchange.run(pipeline: queries)
        }
    }

    func refuseDuringCopy(_ location: CallSite) throws {
        guard isCopying else { return }
        throw PostgresError(.invalidUse, "a COPY is under way on this connection").at(location)
    }

    private func log(
        _ query: String?, since start: ContinuousClock.Instant, _ location: CallSite, _ error: PostgresError?
    ) {
        guard let query else { return }
        let elapsed = ContinuousClock.now - start
        let isSlow = configuration.slowQueryThreshold.map { elapsed > $0 } ?? false
        let level: Logger.Level = isSlow ? .warning : .trace
        guard logger.logLevel <= level else { return }
        logger.log(
            level: level, isSlow ? "slow statement" : "statement",
            metadata: [
                "sql": "\(query)", "milliseconds": "\(elapsed.wholeMilliseconds)",
                "sqlstate": "\(error?.sqlState ?? "00000")", "location": "\(location.file):\(location.line)",
            ])
    }

    // MARK: Seen from the pool, without a hop

    nonisolated var transactionStatus: TransactionStatus { sight.status }

    /// True if nothing has arrived on the idle connection: neither the end of the stream nor a closing message.
    nonisolated var isQuiet: Bool {
        sight.socket >= 0 && !SocketWait.hasInput(sight.socket)
    }
}

/// The state of a connection that other threads may read.
private final class ConnectionSight: Sendable {
    private let state = Mutex((status: TransactionStatus.unknown, socket: Int32(-1)))

    var status: TransactionStatus { state.withLock { $0.status } }
    var socket: Int32 { state.withLock { $0.socket } }

    func update(status: TransactionStatus, socket: Int32) {
        state.withLock { $0 = (status, socket) }
    }
}
