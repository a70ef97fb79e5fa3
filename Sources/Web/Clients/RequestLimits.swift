import HTTPTypes
import OfficeRanking
import RankingRules
import Synchronization

/// How much one client may ask. A request counts for its address; once it proves an account it counts for the account
/// instead, so that many desks behind one address do not stand in each other's way. Without an address, on a Unix
/// socket whose proxy is not trusted, only accounts are counted.
final class RequestLimits: Sendable {
    private struct State {
        var addresses: PacedClients<NetworkAddress>?
        var accounts: PacedClients<String>?
        var failures: PacedClients<NetworkAddress>?
    }

    private let state: Mutex<State>
    private let now: @Sendable () -> ContinuousClock.Instant

    /// - Parameters:
    ///   - requests: of one address or account; nil is no limit.
    ///   - failures: false proofs of one address; nil is no limit.
    init(requests: Pace?, failures: Pace?, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        state = Mutex(
            State(
                addresses: requests.map { PacedClients($0) }, accounts: requests.map { PacedClients($0) },
                failures: failures.map { PacedClients($0) }))
        self.now = now
    }

    /// Counts a request before anything is known but its address.
    func admit(_ client: Client) throws {
        guard let key = client.address?.client else { return }
        let now = now()
        if let wait = state.withLock({ $0.addresses?.take(key, at: now) }) { throw Problem.tooManyRequests(wait) }
    }

    /// Looks at a proof by `prove`, unless the address has shown too many false ones. A right one moves the request from
    /// the address to the account that `name` finds in it.
    func proving<Proof>(
        _ client: Client, account name: (Proof) -> String, _ prove: () async throws -> Proof
    ) async throws -> Proof {
        let key = client.address?.client
        let now = now()
        if let key, let wait = state.withLock({ $0.failures?.wait(key, at: now) }) {
            throw Problem.tooManyFailures(wait)
        }
        do {
            let proof = try await prove()
            try move(from: key, to: name(proof))
            return proof
        } catch let problem as Problem where problem.status == .unauthorized && problem.isFalseProof {
            if let key { state.withLock { $0.failures?.count(key, at: now) } }
            throw problem
        }
    }

    /// An account above its pace leaves its request with the address, so that it is soon refused before anything is asked
    /// of the database.
    private func move(from address: NetworkAddress?, to account: String) throws {
        let now = now()
        let wait = state.withLock { state -> Duration? in
            if let wait = state.accounts?.take(account, at: now) { return wait }
            if let address { state.addresses?.giveBack(address) }
            return nil
        }
        if let wait { throw Problem.tooManyRequests(wait) }
    }
}

extension Problem {
    /// A proof was shown that never opened anything. Whoever shows one that is expired, revoked or not confirmed has
    /// guessed nothing, and a forgotten program must not lock out a whole desk behind its address.
    fileprivate var isFalseProof: Bool {
        [RankingError.Code.tokenUnknown, .identityUnknown].contains { $0.rawValue == code }
    }

    static func tooManyRequests(_ wait: Duration) -> Problem {
        tooMany(
            "too_many_requests", wait, "درخواست‌ها بیش از اندازه است؛ کمی بعد دوباره بفرستید.",
            "Too many requests. Send them again a little later.")
    }

    static func tooManyFailures(_ wait: Duration) -> Problem {
        tooMany(
            "too_many_failures", wait, "توکن‌های نادرست بیش از اندازه بوده است؛ بعداً دوباره بکوشید.",
            "Too many wrong tokens came from your address. Try again later.")
    }

    private static func tooMany(_ code: String, _ wait: Duration, _ persian: String, _ english: String) -> Problem {
        var problem = Problem(.tooManyRequests, code, persian, english)
        let whole = wait.components.seconds + (wait.components.attoseconds > 0 ? 1 : 0)
        problem.headers[.retryAfter] = String(max(1, whole))
        return problem
    }
}
