import Synchronization
import Testing

@testable import Web

@Suite("Turns")
struct TurnsTests {
    @Test("come in the order of asking, one at a time, and a cancelled waiter gives its place up")
    func order() async throws {
        let turns = Turns(1)
        let done = Notes()
        let (holds, release) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await turns.turn(whileWaiting: {}) {
                for await _ in holds {}
                done.add(0)
            }
        }
        var waiters: [Task<Void, any Error>] = []
        for number in 1...3 {
            // The first may not have come to its turn yet, and then one more waits.
            try await until { turns.waitingCount >= waiters.count && turns.freeCount == 0 }
            waiters.append(Task { try await turns.turn(whileWaiting: {}) { done.add(number) } })
            try await until { turns.waitingCount >= number }
        }
        waiters[1].cancel()
        await #expect(throws: CancellationError.self) { try await waiters[1].value }
        release.finish()
        try await first.value
        try await waiters[0].value
        try await waiters[2].value
        #expect(done.numbers == [0, 1, 3])
        #expect(turns.freeCount == 1)
    }

    @Test("give a sign while they are waited for, and none afterwards")
    func signs() async throws {
        let turns = Turns(1)
        let signs = Notes()
        let waiter = try await turns.turn(whileWaiting: {}) {
            let waiter = Task {
                try await turns.turn(every: .milliseconds(1)) {
                    signs.add(1)
                } _: {
                    let before = signs.numbers
                    try await Task.sleep(for: .milliseconds(50))
                    #expect(signs.numbers == before)
                }
            }
            try await until { signs.numbers.count >= 2 }
            return waiter
        }
        try await waiter.value
    }
}

/// What tasks note down, in order.
private final class Notes: Sendable {
    private let state = Mutex<[Int]>([])

    var numbers: [Int] { state.withLock { $0 } }

    func add(_ number: Int) {
        state.withLock { $0.append(number) }
    }
}
