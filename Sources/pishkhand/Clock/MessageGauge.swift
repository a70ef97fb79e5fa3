import Foundation
import OfficeRanking
import Synchronization
import Web

/// How many messages no hook has taken: those fail quietly otherwise. The database is asked for a second at most and by one
/// scrape at a time, since the other measures are wanted most while it does not answer.
final class MessageGauge: Sendable {
    private let database: RankingDatabase
    private let isAsking = Atomic(false)

    init(_ database: RankingDatabase) {
        self.database = database
    }

    /// Nothing where nobody knows.
    @Sendable
    func measures() async -> [Measure] {
        guard let waiting = await waiting() else { return [] }
        return [
            Measure("pishkhan_messages_waiting", "Messages to the operator that no hook has taken.", waiting.count),
            Measure(
                "pishkhan_oldest_waiting_message_seconds", "When the oldest of them was made; 0 where none waits.",
                Int(waiting.oldestMadeAt?.timeIntervalSince1970 ?? 0)),
        ]
    }

    private func waiting() async -> WaitingMessages? {
        guard isAsking.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged else { return nil }
        return await withCheckedContinuation { continuation in
            let answer = FirstAnswer(continuation)
            Task {
                let waiting = try? await database.waitingMessages()
                isAsking.store(false, ordering: .relaxed)
                answer.give(waiting)
            }
            Task {
                try? await Task.sleep(for: .seconds(1))
                answer.give(nil)
            }
        }
    }
}

/// Whoever answers first is heard.
private final class FirstAnswer: Sendable {
    private let asker: Mutex<CheckedContinuation<WaitingMessages?, Never>?>

    init(_ asker: CheckedContinuation<WaitingMessages?, Never>) {
        self.asker = Mutex(asker)
    }

    func give(_ waiting: WaitingMessages?) {
        let asker = asker.withLock { asker in
            defer { asker = nil }
            return asker
        }
        asker?.resume(returning: waiting)
    }
}
