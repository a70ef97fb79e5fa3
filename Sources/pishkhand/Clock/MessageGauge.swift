import Foundation
import OfficeRanking
import Synchronization
import Web

/// The number of messages that no hook has taken; without it their failure would stay unseen. The query may take a
/// second at most and runs for one scrape at a time, because the other metrics are needed most when the database does
/// not answer.
final class MessageGauge: Sendable {
    private let database: RankingDatabase
    private let isAsking = Atomic(false)

    init(_ database: RankingDatabase) {
        self.database = database
    }

    /// Empty if the number is not known.
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

/// Returns the answer that comes first.
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
