import Hummingbird
import Synchronization
import Testing

@testable import Web

@Suite("Published answers in memory")
struct PublishedAnswersTests {
    @Test("the memory of answers drops the least recently used one when it is full")
    func room() async throws {
        let kitchen = Kitchen()
        for number in 1...40 {
            _ = try await kitchen.ask("\(number)", bytes: 2_000)
            _ = try await kitchen.ask("1", bytes: 2_000)
            #expect(kitchen.answers.bytes <= 64_000)
        }
        #expect(kitchen.made.withLock { $0 } == 40)
        _ = try await kitchen.ask("40", bytes: 2_000)
        #expect(kitchen.made.withLock { $0 } == 40)
        _ = try await kitchen.ask("2", bytes: 2_000)
        #expect(kitchen.made.withLock { $0 } == 41)
    }

    @Test("an answer too large for the memory is sent but not kept")
    func large() async throws {
        let kitchen = Kitchen()
        #expect(try await kitchen.ask("large", bytes: 4_001) == 4_001)
        #expect(kitchen.answers.bytes == 0)
    }

    @Test("a new publication clears the kept answers, and a late older answer does not return")
    func revision() async throws {
        let kitchen = Kitchen()
        #expect(try await kitchen.ask("a", bytes: 10, at: 1) == 10)
        #expect(try await kitchen.ask("a", bytes: 20, at: 2) == 20)
        #expect(try await kitchen.ask("a", bytes: 30, at: 1) == 30)
        #expect(try await kitchen.ask("a", bytes: 40, at: 2) == 20)
    }

    @Test("of two hundred equal requests at once one makes the answer")
    func together() async throws {
        let kitchen = Kitchen()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...200 { group.addTask { try await kitchen.ask("same", bytes: 10) } }
            for try await bytes in group { #expect(bytes == 10) }
        }
        #expect(kitchen.made.withLock { $0 } == 1)
    }

    @Test("an answer that failed is tried again by the next request")
    func failed() async throws {
        let kitchen = Kitchen()
        await #expect(throws: Problem.self) {
            try await kitchen.answers.answer("a", at: 0) { throw Problem.nothingHere }
        }
        #expect(try await kitchen.ask("a", bytes: 10) == 10)
    }
}

/// Answers with a count of how many were made.
private final class Kitchen: Sendable {
    let answers = PublishedAnswers(byteLimit: 64_000)
    let made = Mutex(0)

    /// The size of the answer that came.
    func ask(_ key: String, bytes: Int, at revision: Int = 0) async throws -> Int {
        try await answers.answer(key, at: revision) {
            self.made.withLock { $0 += 1 }
            return Rendered(String(repeating: "x", count: bytes), "text/plain", .published)
        }.text.utf8.count
    }
}

extension Rendered {
    fileprivate var text: String { String(buffer: body) }
}
