/// Who is at the other end of a request, as far as it can be known.
struct Client: Hashable, Sendable {
    /// Nil on a Unix socket whose proxy is not trusted.
    var address: NetworkAddress?
    /// Whether a trusted proxy says that the client came by TLS.
    var isSecure = false
}
