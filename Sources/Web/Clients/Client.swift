/// The client of a request, as far as it is known.
struct Client: Hashable, Sendable {
    /// Nil on a Unix socket without a trusted proxy.
    var address: NetworkAddress?
    /// True if a trusted proxy says that the client used TLS.
    var isSecure = false
}
