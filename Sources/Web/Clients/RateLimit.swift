/// The rate limit of a client: `burst` requests at once, and one more after each interval.
public struct RateLimit: Sendable, Equatable {
    public let interval: Duration
    public let burst: Int

    public init(burst: Int, onceEvery interval: Duration) {
        (self.burst, self.interval) = (burst, interval)
    }
}

/// Limits the rates of clients by the generic cell rate algorithm (ITU-T I.371). For each client it stores only the
/// instant at which the whole burst is available again.
struct LimitedClients<Key: Hashable & Sendable>: Sendable {
    typealias Instant = ContinuousClock.Instant

    /// The greatest number of remembered clients. When it is exceeded, all are forgotten, so that many addresses cannot
    /// fill the memory.
    static var mostClients: Int { 200_000 }

    private let limit: RateLimit
    private var restedAt: [Key: Instant] = [:]
    private var nextSweep = 1_024

    init(_ limit: RateLimit) {
        self.limit = limit
    }

    var count: Int { restedAt.count }

    /// The time until the client may send a request; nil if it may now.
    func wait(_ key: Key, at now: Instant) -> Duration? {
        let rested = max(restedAt[key] ?? now, now) + limit.interval
        let wait = now.duration(to: rested) - limit.interval * limit.burst
        return wait > .zero ? wait : nil
    }

    /// Counts one request, allowed or not.
    mutating func count(_ key: Key, at now: Instant) {
        restedAt[key] = max(restedAt[key] ?? now, now) + limit.interval
        if restedAt.count >= nextSweep { sweep(now) }
    }

    /// Counts a request if it is allowed; otherwise counts nothing and returns the time to wait.
    mutating func take(_ key: Key, at now: Instant) -> Duration? {
        if let wait = wait(key, at: now) { return wait }
        count(key, at: now)
        return nil
    }

    /// Takes one count back.
    mutating func giveBack(_ key: Key) {
        if let rested = restedAt[key] { restedAt[key] = rested - limit.interval }
    }

    /// A client with its whole burst is the same as a new one.
    private mutating func sweep(_ now: Instant) {
        restedAt = restedAt.filter { $0.value > now }
        if restedAt.count >= Self.mostClients { restedAt = [:] }
        nextSweep = max(1_024, restedAt.count * 2)
    }
}
