import JWTKit

/// Public keys of an outside issuer. Each key is used only with the algorithms of its own kind, so that no token passes
/// without a signature, and no public key passes as a shared secret (RFC 8725, 3.1).
struct IssuerKeys: Sendable {
    struct Key: Sendable {
        /// `kid`; nil in PEM files.
        let id: String?
        /// `alg`, such as RS256.
        let algorithm: String
        /// A collection with this key alone.
        let collection: JWTKeyCollection
    }

    let keys: [Key]

    /// Nil if none of the keys has signed the token, or the text is no token.
    func claims(of token: String) async -> IssuerClaims? {
        guard token.utf8.count <= 8_192, let header = TokenHeader(token) else { return nil }
        for key in keys where key.algorithm == header.alg {
            if let id = key.id, let wanted = header.kid, id != wanted { continue }
            if let claims = try? await key.collection.verify(token, as: IssuerClaims.self) { return claims }
        }
        return nil
    }
}

/// The claims of an outside token; `OutsideIssuer` checks all of them.
struct IssuerClaims: JWTPayload {
    let iss: IssuerClaim
    let sub: SubjectClaim
    let aud: AudienceClaim
    let exp: ExpirationClaim
    let nbf: NotBeforeClaim?

    func verify(using _: some JWTAlgorithm) {}
}
