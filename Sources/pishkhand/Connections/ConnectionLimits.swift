import NIOCore

/// The limits of a connection.
struct ConnectionLimits {
    /// The number of connections at once.
    let count: Int
    let headerTimeout: TimeAmount
    let idleTimeout: TimeAmount
    /// Bytes a second, as an average over `rateTimeout`.
    let slowestRate: Int
    let rateTimeout: TimeAmount
    let headerBytes: Int
    /// The bytes that are still read of a request that is answered already, so that the client sees the answer.
    let leftoverBytes = 1 << 20

    init(_ reader: inout SettingReader) {
        count = reader.number(.clientConnections, in: 1...100_000)
        headerTimeout = TimeAmount(reader.seconds(.headerTimeout))
        idleTimeout = TimeAmount(reader.seconds(.idleTimeout))
        slowestRate = reader.number(.slowestRate, in: 0...1 << 20)
        rateTimeout = TimeAmount(reader.seconds(.rateTimeout))
        headerBytes = reader.number(.headerBytes, in: 1_024...1 << 20)
    }

    var bytesInTime: Int { slowestRate * Int(rateTimeout.nanoseconds / 1_000_000_000) }
}
