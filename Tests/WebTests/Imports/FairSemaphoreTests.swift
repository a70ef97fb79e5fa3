import Synchronization
import Testing

@testable import Web

@Suite("A semaphore")
struct FairSemaphoreTests {
    @Test("a semaphore lets waiters in one at a time in the order of asking, and forgets a cancelled one")
    func order() async throws {
        let semaphore = FairSemaphore(1)
        let done = Notes()
        let (holds, release) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await semaphore.withPermit(whileWaiting: {}) {
                for await _ in holds {}
                done.add(0)
            }
        }
        var waiters: [Task<Void, any Error>] = []
        for number in 1...3 {
            // The first may not have got its permit yet, and then one more waits.
            try await until { semaphore.waitingCount >= waiters.count && semaphore.freeCount == 0 }
            waiters.append(Task { try await semaphore.withPermit(whileWaiting: {}) { done.add(number) } })
            try await until { semaphore.waitingCount >= number }
        }
        waiters[1].cancel()
        await #expect(throws: CancellationError.self) { try await waiters[1].value }
        release.finish()
        try await first.value
        try await waiters[0].value
        try await waiters[2].value
        #expect(done.numbers == [0, 1, 3])
        #expect(semaphore.freeCount == 1)
    }

    @Test("a semaphore signals while a task waits, and no longer once it may act")
    func signs() async throws {
        let semaphore = FairSemaphore(1)
        let signs = Notes()
        let waiter = try await semaphore.withPermit(whileWaiting: {}) {
            let waiter = Task {
                try await semaphore.withPermit(every: .milliseconds(1)) {
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
