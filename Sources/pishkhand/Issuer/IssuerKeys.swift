import JWTKit

/// Public keys of an outside issuer. Each is used with the algorithms of its own kind only, so that a token can neither
/// go without a signature nor have a public key taken for a shared secret (RFC 8725, 3.1).
struct IssuerKeys: Sendable {
    struct Key: Sendable {
        /// `kid`; nil in PEM files.
        let id: String?
        /// `alg`, such as RS256.
        let algorithm: String
        /// Holds this key alone.
        let collection: JWTKeyCollection
    }

    let keys: [Key]

    /// Nil when no key has signed the token, or it is no token at all.
    func claims(of token: String) async -> IssuerClaims? {
        guard token.utf8.count <= 8_192, let header = TokenHeader(token) else { return nil }
        for key in keys where key.algorithm == header.alg {
            if let id = key.id, let wanted = header.kid, id != wanted { continue }
            if let claims = try? await key.collection.verify(token, as: IssuerClaims.self) { return claims }
        }
        return nil
    }
}

/// What an outside token must say about itself; all of it is judged by `OutsideIssuer`.
struct IssuerClaims: JWTPayload {
    let iss: IssuerClaim
    let sub: SubjectClaim
    let aud: AudienceClaim
    let exp: ExpirationClaim
    let nbf: NotBeforeClaim?

    func verify(using _: some JWTAlgorithm) {}
}
