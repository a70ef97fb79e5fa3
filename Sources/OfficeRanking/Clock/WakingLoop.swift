import Foundation
import Logging
import Postgres

/// A loop that looks when something is due, when the database sends a notification, and at least at fixed intervals,
/// since a notification may be lost.
struct WakingLoop: Sendable {
    let channel: String
    /// Listens for notifications, without a transaction pooler. Without a listener the loop only looks at fixed
    /// intervals.
    let listener: PostgresClient?
    let longestPause: Duration
    let logger: Logger

    /// Runs until the task is cancelled. `look` returns how long nothing will be due; an error is logged and tried
    /// again.
    func run(_ look: @escaping @Sendable () async throws -> Duration?) async {
        let (bell, ring) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withTaskGroup(of: Void.self) { group in
            if let listener { group.addTask { await listen(listener, ring) } }
            group.addTask { await lookAgain(bell, ring, look) }
            await group.next()
            group.cancelAll()
        }
    }

    private func lookAgain(
        _ bell: AsyncStream<Void>, _ ring: AsyncStream<Void>.Continuation, _ look: () async throws -> Duration?
    ) async {
        var rings = bell.makeAsyncIterator()
        while !Task.isCancelled {
            var pause = longestPause
            do {
                if let quiet = try await look() { pause = min(pause, max(quiet, .milliseconds(10))) }
            } catch {
                logger.warning("looking failed", metadata: ["channel": "\(channel)", "error": "\(error)"])
                pause = min(pause, .seconds(5))
            }
            let timer = Task { [pause] in
                try await Task.sleep(for: pause)
                ring.yield()
            }
            // This returns at cancellation too.
            await rings.next()
            timer.cancel()
        }
    }

    private func listen(_ listener: PostgresClient, _ ring: AsyncStream<Void>.Continuation) async {
        while !Task.isCancelled {
            do {
                try await listener.listen(on: [channel]) { notifications in
                    for try await _ in notifications { ring.yield() }
                }
            } catch {
                logger.warning("listening fails", metadata: ["channel": "\(channel)", "error": "\(error)"])
            }
            try? await Task.sleep(for: min(longestPause, .seconds(5)))
        }
    }
}
