/// The use of a client's connections at one moment.
public struct PoolUsage: Sendable {
    public let leased: Int
    public let idle: Int
    /// The number of callers that wait for a connection.
    public let waiting: Int
}

extension PostgresClient {
    public var poolUsage: PoolUsage {
        PoolUsage(leased: pool.leasedCount, idle: pool.idleCount, waiting: pool.waiterCount)
    }
}
