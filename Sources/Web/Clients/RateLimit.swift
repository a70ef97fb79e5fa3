/// How often a client may do something: `burst` times at once, and again once an interval.
public struct RateLimit: Sendable, Equatable {
    public let interval: Duration
    public let burst: Int

    public init(burst: Int, onceEvery interval: Duration) {
        (self.burst, self.interval) = (burst, interval)
    }
}

/// Keeps clients to a rate limit, by the generic cell rate algorithm (ITU-T I.371): of each one only the instant is kept
/// at which it has its whole burst again.
struct LimitedClients<Key: Hashable & Sendable>: Sendable {
    typealias Instant = ContinuousClock.Instant

    /// Clients that are remembered at most; beyond it all begin anew, so that many addresses cannot fill the memory.
    static var mostClients: Int { 200_000 }

    private let limit: RateLimit
    private var restedAt: [Key: Instant] = [:]
    private var nextSweep = 1_024

    init(_ limit: RateLimit) {
        self.limit = limit
    }

    var count: Int { restedAt.count }

    /// Time until the client may; nil when it may now.
    func wait(_ key: Key, at now: Instant) -> Duration? {
        let rested = max(restedAt[key] ?? now, now) + limit.interval
        let wait = now.duration(to: rested) - limit.interval * limit.burst
        return wait > .zero ? wait : nil
    }

    /// Counts once, whether the client may or not.
    mutating func count(_ key: Key, at now: Instant) {
        restedAt[key] = max(restedAt[key] ?? now, now) + limit.interval
        if restedAt.count >= nextSweep { sweep(now) }
    }

    /// Counts when the client may; else nothing changes, and the time until it may is returned.
    mutating func take(_ key: Key, at now: Instant) -> Duration? {
        if let wait = wait(key, at: now) { return wait }
        count(key, at: now)
        return nil
    }

    /// Takes one count back.
    mutating func giveBack(_ key: Key) {
        if let rested = restedAt[key] { restedAt[key] = rested - limit.interval }
    }

    /// Whoever has its whole burst is like a client never seen.
    private mutating func sweep(_ now: Instant) {
        restedAt = restedAt.filter { $0.value > now }
        if restedAt.count >= Self.mostClients { restedAt = [:] }
        nextSweep = max(1_024, restedAt.count * 2)
    }
}
