import HTTPTypes
import HummingbirdTesting
import RankingRules
import Synchronization
import Testing

@testable import Web

@Suite("Whether the program is ready")
struct ReadinessTests {
    @Test("many requests for readiness share one check, which is repeated a second later")
    func kept() async throws {
        let looks = Looks()
        var settings = WebSettings()
        settings.readinessChecks = [ReadinessCheck("database") { looks.add() }]
        try await WebFixture.with(settings) { fixture in
            let (first, begun) = (looks.count, ContinuousClock.now)
            let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 1...50 {
                    group.addTask { try await fixture.get("/ready").status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.allSatisfy { $0 == .ok })
            // A busy machine may need more than the second for which an answer holds.
            let seconds = Int((ContinuousClock.now - begun) / .seconds(1))
            #expect(first == 0 && (1...1 + seconds).contains(looks.count))
            let before = looks.count
            try await Task.sleep(for: .milliseconds(1_100))
            #expect(try await fixture.get("/ready").status == .ok)
            #expect(looks.count == before + 1)
        }
    }
}

private final class Looks: Sendable {
    private let number = Mutex(0)

    var count: Int { number.withLock { $0 } }

    /// Finds no fault.
    func add() -> LocalizedText? {
        number.withLock { $0 += 1 }
        return nil
    }
}
