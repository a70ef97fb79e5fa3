internal import Logging
internal import ServiceLifecycle

/// A notification of a channel: something has changed. It is a hint, never the only copy of a fact.
public struct PostgresNotification: Sendable, Hashable {
    public let channel: String
    public let payload: String
    /// True for the notification made after a reconnect. Notifications sent in between are lost, so the caller must
    /// look itself.
    public let isSynthetic: Bool

    public init(channel: String, payload: String, isSynthetic: Bool = false) {
        self.channel = channel
        self.payload = payload
        self.isSynthetic = isSynthetic
    }
}

extension PostgresClient {
    /// Listens on a separate connection, outside the pool and without a pooler, until `consume` returns.
    ///
    /// Listening begins before `consume` starts, so what it then reads misses nothing. The sequence keeps the newest
    /// notification of each channel; after every reconnect it has a synthetic one for each. It ends when the client
    /// closes or the service shuts down. The first connection must succeed.
    public nonisolated(nonsending) func listen(
        on channels: [String], file: String = #fileID, line: Int = #line,
        consume: (PostgresNotifications) async throws -> Void
    ) async throws {
        let signal = WakeSignal()
        guard pool.enter(listener: signal) else { throw PostgresError(.clientClosed, "the client has been closed") }
        defer { pool.leave(listener: signal) }
        let location = CallSite(file: file, line: line)
        let source = NotificationSource(channels, try configuration.direct(), logger, signal, location)
        do {
            try await source.connect()
            try await consume(PostgresNotifications(source: source))
        } catch {
            await source.close()
            throw error
        }
        await source.close()
    }
}

/// The notifications of one `listen`; for one consumer.
public struct PostgresNotifications: AsyncSequence, Sendable {
    let source: NotificationSource

    public struct AsyncIterator: AsyncIteratorProtocol {
        let source: NotificationSource

        public mutating func next() async throws -> PostgresNotification? {
            try await source.next()
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(source: source)
    }
}

/// Keeps a listening connection alive and the newest notification of each channel.
actor NotificationSource {
    private let channels: [String]
    private let configuration: PostgresConfiguration
    private let logger: Logger
    private let signal: WakeSignal
    private let location: CallSite
    private var connection: PostgresConnection?
    private var pending: [PostgresNotification] = []

    init(
        _ channels: [String], _ configuration: PostgresConfiguration, _ logger: Logger, _ signal: WakeSignal,
        _ location: CallSite
    ) {
        self.channels = channels
        self.configuration = configuration
        self.logger = logger
        self.signal = signal
        self.location = location
    }

    func connect() async throws {
        let connection = try await PostgresConnection.connect(configuration, logger, signal, location)
        for channel in channels {
            try await connection.query(PostgresQuery(unsafeSQL: "listen \(quotedName(channel))"))
        }
        self.connection = connection
    }

    func close() async {
        await connection?.close()
        connection = nil
    }

    func next() async throws -> PostgresNotification? {
        try await withGracefulShutdownHandler {
            try await awaitNext()
        } onGracefulShutdown: { [signal] in
            signal.stop()
        }
    }

    private func awaitNext() async throws -> PostgresNotification? {
        while pending.isEmpty, !signal.isStopped {
            guard let connection else {
                try await reconnect()
                continue
            }
            do {
                keepNewest(of: try await connection.awaitNotifications())
            } catch let error as PostgresError where error.code == .connectionLost {
                logger.warning("the listening connection is lost", metadata: ["error": "\(error)"])
                await close()
            }
        }
        return signal.isStopped ? nil : pending.removeFirst()
    }

    private func reconnect() async throws {
        var failures = 0
        while connection == nil, !signal.isStopped {
            do {
                try await connect()
                keepNewest(of: channels.map { PostgresNotification(channel: $0, payload: "", isSynthetic: true) })
            } catch let error as PostgresError {
                failures += 1
                logger.warning("listening again fails", metadata: ["error": "\(error)", "failures": "\(failures)"])
                try await pause(reconnectPause(failures))
            }
        }
    }

    /// Sleeps in short intervals, so that closing need not wait for the end.
    private func pause(_ length: Duration) async throws {
        let end = ContinuousClock.now + length
        while ContinuousClock.now < end, !signal.isStopped { try await Task.sleep(for: .milliseconds(50)) }
    }

    private func keepNewest(of arrivals: [PostgresNotification]) {
        for notification in arrivals {
            pending.removeAll { $0.channel == notification.channel }
            pending.append(notification)
        }
    }
}

extension PostgresConnection {
    /// Waits for at least one notification; an empty list means that the wait was stopped from outside.
    func awaitNotifications() async throws -> [PostgresNotification] {
        try await act(CallSite(file: #fileID, line: #line), query: nil) { try exchange.awaitNotifications() }
    }
}
