internal import CLibpq

/// The order of calls that libpq needs on a non-blocking connection: send, flush, fetch until the end marker.
///
/// Used only on the connection's queue. Cancelling a task wakes the wait, which then calls PQcancel itself. So the
/// server gets the cancellation before the next statement can start, and no cancellation can hit a later statement.
final class Exchange {
    /// The `PGconn`; nil after it is closed.
    private(set) var link: OpaquePointer?
    let signal: WakeSignal
    private let notices: NoticeSink
    /// True if the server has answered a COPY that is still being sent. Over TLS, or after a notice in the same packet,
    /// this is not detected: then all rows are sent, and the end gives the error.
    var hasRefusal = false
    private var poolerTimeout: PoolerTimeout
    var deadline: AnswerDeadline
    var prepared = PreparedStatements()

    init(signal: WakeSignal, notices: NoticeSink, poolerLimit: Duration?, answerGrace: Duration) {
        self.signal = signal
        self.notices = notices
        deadline = AnswerDeadline(grace: answerGrace)
        poolerTimeout = PoolerTimeout(atMost: poolerLimit)
    }

    deinit {
        PQfinish(link)
    }

    func close() {
        PQfinish(link)
        link = nil
    }

    // MARK: State

    var isOpen: Bool { link != nil && PQstatus(link) == CONNECTION_OK }
    var socket: Int32 { PQsocket(link) }
    var backendID: Int32 { PQbackendPID(link) }
    var transactionStatus: TransactionStatus { TransactionStatus(PQtransactionStatus(link)) }

    /// The error that libpq reports for the connection itself.
    func linkError(_ code: PostgresError.Code) -> PostgresError {
        guard let link else { return PostgresError(.connectionLost, "the connection is closed") }
        return PostgresError(code, trimmed(String(cString: PQerrorMessage(link))))
    }

    // MARK: Connecting

    func connect(_ parameters: [(name: String, value: String)], atMost limit: Duration) throws {
        guard signal.descriptor >= 0 else { throw PostgresError(.connectionFailed, "no eventfd: too many open files") }
        let deadline = ContinuousClock.now + limit
        link = startConnecting(parameters)
        guard let link else { throw PostgresError(.connectionFailed, "out of memory") }
        var progress = PGRES_POLLING_WRITING
        while PQstatus(link) != CONNECTION_BAD, progress != PGRES_POLLING_OK {
            try awaitConnecting(progress == PGRES_POLLING_READING ? .read : .write, until: deadline)
            progress = PQconnectPoll(link)
            if progress == PGRES_POLLING_FAILED { break }
        }
        guard PQstatus(link) == CONNECTION_OK else { throw linkError(.connectionFailed) }
        PQsetnonblocking(link, 1)
        notices.attach(to: link)
    }

    private func startConnecting(_ parameters: [(name: String, value: String)]) -> OpaquePointer? {
        let names = CStrings(parameters.map(\.name))
        let values = CStrings(parameters.map(\.value))
        return names.withPointers(terminated: true) { names in
            values.withPointers(terminated: true) { values in PQconnectStartParams(names, values, 1) }
        }
    }

    private func awaitConnecting(_ events: SocketWait.Events, until deadline: ContinuousClock.Instant) throws {
        // The socket may change between two calls, because a name can have several addresses.
        let wait = SocketWait(socket: socket, signal: signal.descriptor)
        let outcome = wait.wait(for: events, atMost: deadline - ContinuousClock.now)
        if outcome.isWoken {
            signal.clear()
            if signal.isCancelled { throw CancellationError() }
        }
        if outcome.isTimedOut { throw PostgresError(.connectionFailed, "no answer within the connect timeout") }
    }

    // MARK: Statements

    /// Runs one statement with parameters and returns its only result.
    func run(
        _ query: PostgresQuery, form: PostgresResultForm = .text, isInstant: Bool = false
    ) throws -> ServerResult {
        try refuseNUL(in: query)
        poolerTimeout.begin(transactionStatus, isInstant: isInstant)
        return try collect(send(query, form))
    }

    func send(_ query: PostgresQuery, _ form: PostgresResultForm = .text) -> Int32 {
        CStrings(query.binds).withPointers(terminated: false) { values in
            PQsendQueryParams(link, query.sql, Int32(query.binds.count), nil, values, nil, nil, form.rawValue)
        }
    }

    /// Runs a script by the simple protocol and returns the result of its last statement.
    func run(script: String, isInstant: Bool = false) throws -> ServerResult {
        guard !script.utf8.contains(0) else { throw PostgresError(.encodingFailed, "the script contains a NUL") }
        poolerTimeout.begin(transactionStatus, isInstant: isInstant)
        return try collect(PQsendQuery(link, script))
    }

    private func collect(_ sent: Int32) throws -> ServerResult {
        guard sent == 1 else { throw sendingError() }
        flush()
        return try lastResult()
    }

    func sendingError() -> PostgresError {
        guard isOpen else { return linkError(.connectionLost) }
        return linkError(transactionStatus == .active ? .invalidUse : .encodingFailed)
    }

    func refuseNUL(in query: PostgresQuery) throws {
        guard !query.sql.utf8.contains(0) else { throw PostgresError(.encodingFailed, "the statement contains a NUL") }
        for (index, bind) in query.binds.enumerated() where bind?.utf8.contains(0) == true {
            throw PostgresError(.encodingFailed, "parameter $\(index + 1) contains a NUL")
        }
    }

    // MARK: Fetching

    /// Fetches until the end marker; the first error wins over later ones.
    func lastResult() throws -> ServerResult {
        var last: ServerResult?
        var failure: PostgresError?
        while let result = nextResult() {
            switch result.status {
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: last = result
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: refuseCopy(result.status)
            default: failure = failure ?? result.error()
            }
        }
        if let failure { throw judged(failure) }
        guard let last else { throw linkError(.connectionLost) }
        return last
    }

    /// The next result; nil is the end marker.
    func nextResult() -> ServerResult? {
        while PQisBusy(link) == 1 {
            pause(for: .read)
            // If reading fails, PQgetResult reports it without waiting.
            guard PQconsumeInput(link) == 1 else { break }
        }
        return PQgetResult(link).map(ServerResult.init)
    }

    /// Ends a COPY inside a query or script, for which there is no writer or reader. Otherwise libpq would return its
    /// result for ever.
    private func refuseCopy(_ status: ExecStatusType) {
        if status == PGRES_COPY_IN {
            PQputCopyEnd(link, "COPY from stdin needs copyIn")
            flush()
            return
        }
        while takeCopiedRow({ _ in }) {}
    }

    /// Distinguishes what the server refused, what it cancelled for us, and what broke.
    func judged(_ error: PostgresError) -> any Error {
        var error = error
        switch poolerTimeout.end {
        case .cancelled: return CancellationError()
        case .overdue: return PostgresError(.leaseTimeout, "the pooler gave no connection to the server in time")
        case nil: break
        }
        if deadline.hasPassed { return PostgresError(.connectionLost, "the server did not answer in time") }
        if !isOpen {
            error.code = .connectionLost
        } else if error.sqlState == "57014" {
            guard !signal.isCancelled else { return CancellationError() }
            error.code = .cancelled
        }
        return error
    }

    // MARK: Waiting

    /// Sends everything that is queued. It also reads, or server and client would both wait for each other to read. A
    /// broken connection ends it; fetching then reports the error.
    func flush() {
        while PQflush(link) == 1 {
            let ready = pause(for: [.read, .write])
            if ready.contains(.read), !read() { return }
        }
    }

    /// Reads the data that has arrived; false if the connection is broken.
    func read() -> Bool {
        // While rows are sent, libpq reads no answer before the end. A first byte E means that the server refused.
        if SocketWait.nextByte(socket) == UInt8(ascii: "E") { hasRefusal = true }
        return PQconsumeInput(link) == 1
    }

    @discardableResult
    private func pause(for events: SocketWait.Events) -> SocketWait.Events {
        // The server ignores a PQcancel that arrives before the statement has started, so it is repeated.
        let limit: Duration? = signal.isCancelled ? .milliseconds(100) : nil
        let outcome = SocketWait(socket: socket, signal: signal.descriptor)
            .wait(for: events, atMost: deadline.pause(atMost: poolerTimeout.pause(atMost: limit)))
        if outcome.isWoken { signal.clear() }
        guard outcome.isWoken || outcome.isTimedOut else { return outcome.socket }
        if signal.isCancelled {
            deadline.cancel()
            cancel()
        }
        if poolerTimeout.isOver(afterCancelling: signal.isCancelled) || deadline.passes() {
            SocketWait.breakOff(socket)
        }
        return outcome.socket
    }

    /// Asks the server over a separate connection to cancel the running statement.
    func cancel() {
        guard let request = CancelRequest(link) else { return }
        // A request that is still being sent could hit a later statement.
        if !request.send(within: deadline.grace) { SocketWait.breakOff(socket) }
    }

    /// Lends the next row of a COPY to stdout; false at its end.
    func takeCopiedRow(_ consume: (UnsafeRawBufferPointer) -> Void) -> Bool {
        while true {
            var row: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(link, &row, 1)
            if count > 0 {
                consume(UnsafeRawBufferPointer(start: row, count: Int(count)))
                PQfreemem(row)
                return true
            }
            guard count == 0 else { return false }
            pause(for: .read)
            guard PQconsumeInput(link) == 1 else { return false }
        }
    }
}
