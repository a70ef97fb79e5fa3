import HTTPTypes
import OfficeRanking
import Testing

@testable import Web

@Suite("Right and wrong tokens of one address")
struct RequestLimitsTests {
    private let start = ContinuousClock.now
    private let client = Client(address: NetworkAddress("192.0.2.1"))

    private func limits(requests: Int? = nil, failures: Int? = nil) -> RequestLimits {
        let start = start
        return RequestLimits(
            requests: requests.map { RateLimit(burst: $0, onceEvery: .seconds(1)) },
            failures: failures.map { RateLimit(burst: $0, onceEvery: .seconds(1)) }
        ) { start }
    }

    /// The account that a token opens, or the code of the refusal.
    private func ask(
        _ limits: RequestLimits, _ token: String, opens account: String? = nil, error: RankingError = .tokenUnknown
    ) async -> String {
        do {
            let admission = try limits.admit(client, proof: token)
            return try await limits.proving(token, of: client, admission, account: { $0 }) {
                guard let account else { throw Problem(error) }
                return account
            }
        } catch {
            return (error as? Problem)?.code ?? "\(error)"
        }
    }

    @Test("a right token, even a new one, is admitted however many wrong ones came from its address")
    func rightPasses() async {
        let limits = limits(requests: 10, failures: 2)
        for _ in 1...2 { #expect(await ask(limits, "wrong") == RankingError.tokenUnknown.code.rawValue) }
        for _ in 1...50 { #expect(await ask(limits, "wrong").hasPrefix("too_many_")) }
        #expect(await ask(limits, "right", opens: "desk") == "desk")
        #expect(await ask(limits, "other", opens: "other.desk") == "other.desk")
    }

    @Test("a right token is admitted while its address is over the rate limit; a request without one is refused")
    func crowdedAddress() async {
        let limits = limits(requests: 2)
        for _ in 1...2 { #expect(throws: Never.self) { try limits.admit(client, proof: nil) } }
        #expect(throws: Problem.self) { try limits.admit(client, proof: nil) }
        #expect(await ask(limits, "right", opens: "desk") == "desk")
        #expect(await ask(limits, "wrong") == "too_many_requests")
    }

    @Test("an account that asks too often is refused by its token alone, before anything is asked of the database")
    func heldByToken() async {
        let limits = limits(requests: 2)
        var looks = 0
        var answers: [String] = []
        for _ in 1...10 {
            do {
                let admission = try limits.admit(client, proof: "right")
                answers.append(
                    try await limits.proving("right", of: client, admission, account: { $0 }) {
                        looks += 1
                        return "desk"
                    })
            } catch {
                answers.append((error as? Problem)?.code ?? "")
            }
        }
        #expect(answers == ["desk", "desk"] + Array(repeating: "too_many_requests", count: 8))
        #expect(looks == 2)
        #expect(throws: Never.self) { try limits.admit(client, proof: nil) }
    }

    @Test("a flood of wrong tokens locks its address no longer than the limit says")
    func floodEnds() async {
        let limits = limits(failures: 1)
        for _ in 1...1_000 { _ = await ask(limits, "wrong") }
        let refused = await #expect(throws: Problem.self) {
            let admission = try limits.admit(client, proof: "wrong")
            _ = try await limits.proving("wrong", of: client, admission, account: { $0 }) {
                throw Problem(RankingError.tokenUnknown)
            }
        }
        #expect(refused?.headers[.retryAfter] == "1")
    }

    @Test("an expired, revoked or disabled token does not count as a wrong one")
    func spentProofs() async {
        let limits = limits(failures: 1)
        let spent: [RankingError] = [.tokenExpired, .tokenRevoked, .accountDisabled, .proofNotConfirmed]
        for error in spent + spent { #expect(await ask(limits, "spent", error: error) == error.code.rawValue) }
        #expect(await ask(limits, "none", error: .identityUnknown) == RankingError.identityUnknown.code.rawValue)
        #expect(await ask(limits, "spent", error: .tokenExpired) == "too_many_failures")
    }

    @Test("requests with a revoked token do not count against its account")
    func revoked() async {
        let limits = limits(requests: 3)
        #expect(await ask(limits, "theirs", opens: "desk") == "desk")
        #expect(await ask(limits, "theirs", error: .tokenRevoked) == RankingError.tokenRevoked.code.rawValue)
        for _ in 1...3 { _ = await ask(limits, "theirs", error: .tokenRevoked) }
        #expect(await ask(limits, "right", opens: "desk") == "desk")
    }
}
