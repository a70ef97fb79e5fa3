import HTTPTypes
import OfficeRanking
import RankingRules
import Synchronization

/// Limits the requests of one client. A request counts for its address; once its token proves an account it counts for
/// the account instead, so that many desks behind one address do not block each other. Without an address, on a Unix
/// socket without a trusted proxy, only accounts are counted.
///
/// A right token is accepted whatever other clients at its address do. If the address has sent too many requests or
/// false tokens, its tokens are checked one after the other, which needs one connection to the database, and only a
/// false one is refused.
final class RequestLimits: Sendable {
    private struct State {
        var addresses: LimitedClients<NetworkAddress>?
        var accounts: LimitedClients<String>?
        var failures: LimitedClients<NetworkAddress>?
        var known = KnownProofs()
    }

    /// The greatest number of tokens that wait for a check while the database does not answer.
    private static let mostDoubted = 1_000

    private let state: Mutex<State>
    private let doubted = FairSemaphore(1)
    private let now: @Sendable () -> ContinuousClock.Instant

    /// - Parameters:
    ///   - requests: the limit of one address or account; nil means no limit.
    ///   - failures: the limit of false tokens of one address; nil means no limit.
    init(requests: RateLimit?, failures: RateLimit?, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now })
    {
        state = Mutex(
            State(
                addresses: requests.map { LimitedClients($0) }, accounts: requests.map { LimitedClients($0) },
                failures: failures.map { LimitedClients($0) }))
        self.now = now
    }

    /// Counts a request before its token is checked. Throws at once for a request without a token from an address over
    /// its limit, and for one of an account over its limit.
    func admit(_ client: Client, proof: String?) throws -> Admission {
        let (now, digest) = (now(), proof.map(KnownProofs.digest))
        return try state.withLock { state in
            if let digest, let account = state.known.account(of: digest) {
                if let wait = state.accounts?.take(account, at: now) { throw Problem.tooManyRequests(wait) }
                return .account
            }
            guard let key = client.address?.client else { return .address }
            if let wait = state.addresses?.take(key, at: now) {
                guard digest != nil else { throw Problem.tooManyRequests(wait) }
                return .doubted(.requests(wait))
            }
            if digest != nil, let wait = state.failures?.wait(key, at: now) { return .doubted(.failures(wait)) }
            return .address
        }
    }

    /// Checks a token by `prove`. A right one moves the request from the address to the account, which `name` returns;
    /// a false one counts against the address.
    func proving<Proof>(
        _ proof: String, of client: Client, _ admission: Admission, account name: (Proof) -> String,
        _ prove: () async throws -> Proof
    ) async throws -> Proof {
        let digest = KnownProofs.digest(of: proof)
        do {
            let found = try await look(admission, prove)
            try move(from: client.address?.client, admission, digest, to: name(found))
            return found
        } catch let problem as Problem where problem.status == .unauthorized {
            throw refuse(problem, client, admission, digest)
        }
    }

    /// Checks a password or the secret of an invitation. A wrong one counts against the address like a false token; from an
    /// address with too many of them none is checked.
    func guessing<T>(_ client: Client, _ check: () async throws -> T) async throws -> T {
        let (key, now) = (client.address?.client, now())
        if let key, let wait = state.withLock({ $0.failures?.wait(key, at: now) }) {
            throw Problem.tooManyFailures(wait)
        }
        do {
            return try await check()
        } catch let error as RankingError where [.loginRefused, .invitationUnknown].contains(error) {
            if let key { state.withLock { $0.failures?.count(key, at: now) } }
            throw error
        }
    }

    private func look<Proof>(_ admission: Admission, _ prove: () async throws -> Proof) async throws -> Proof {
        guard case .doubted(let tooMany) = admission else { return try await prove() }
        guard doubted.waitingCount < Self.mostDoubted else { throw tooMany.problem }
        return try await doubted.withPermit { try await prove() }
    }

    private func refuse(
        _ problem: Problem, _ client: Client, _ admission: Admission, _ digest: KnownProofs.Digest
    ) -> Problem {
        let now = now()
        state.withLock { state in
            state.known.forget(digest)
            guard problem.isFalseProof, let key = client.address?.client else { return }
            // Failures beyond the limit do not extend the wait: a flood would lock the address for years.
            if state.failures?.wait(key, at: now) == nil { state.failures?.count(key, at: now) }
        }
        if case .doubted(let tooMany) = admission { return tooMany.problem }
        return problem
    }

    /// Remembers the account of the token, so that its next request counts for the account from the beginning.
    private func move(
        from address: NetworkAddress?, _ admission: Admission, _ digest: KnownProofs.Digest, to account: String
    ) throws {
        let now = now()
        let wait = state.withLock { state -> Duration? in
            state.known.remember(digest, of: account)
            if admission == .account { return nil }
            if admission == .address, let address { state.addresses?.giveBack(address) }
            return state.accounts?.take(account, at: now)
        }
        if let wait { throw Problem.tooManyRequests(wait) }
    }
}

extension Problem {
    /// True if the token was never valid. An expired, revoked or unconfirmed token is not a guess: a forgotten program
    /// must not lock out a whole desk behind its address.
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
            "too_many_failures", wait, "توکن‌ها یا گذرواژه‌های نادرست بیش از اندازه بوده است؛ بعداً دوباره بکوشید.",
            "Too many wrong tokens or passwords came from your address. Try again later.")
    }

    private static func tooMany(_ code: String, _ wait: Duration, _ persian: String, _ english: String) -> Problem {
        var problem = Problem(.tooManyRequests, code, persian, english)
        problem.headers[.retryAfter] = wait.wholeSecondsToWait
        return problem
    }
}

extension Duration {
    /// The value of `Retry-After`: rounded up, at least one.
    var wholeSecondsToWait: String {
        String(max(1, components.seconds + (components.attoseconds > 0 ? 1 : 0)))
    }
}
