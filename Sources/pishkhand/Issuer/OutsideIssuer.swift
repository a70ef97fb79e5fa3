import Foundation
import JWTKit
import OfficeRanking

/// Checks the tokens (JWT) of an outside identity provider.
struct OutsideIssuer: Sendable {
    let name: String
    let audience: String
    let keys: @Sendable () -> IssuerKeys

    /// The allowed difference between the clocks of the issuer and of this machine, in seconds.
    private static let tolerance: TimeInterval = 60

    /// The subject of the token. Throws `tokenExpired` for an expired token of this issuer and audience, and
    /// `tokenUnknown` for every other invalid token.
    func subject(of token: String, now: Date = Date()) async throws -> String {
        guard let claims = await keys().claims(of: token), claims.iss.value == name,
            claims.aud.value.contains(audience), Self.isName(claims.sub.value)
        else { throw RankingError.tokenUnknown }
        if let start = claims.nbf?.value, start > now + Self.tolerance { throw RankingError.tokenUnknown }
        guard claims.exp.value > now - Self.tolerance else { throw RankingError.tokenExpired }
        return claims.sub.value
    }

    /// True for a subject that the database can store and people can read. The issuer has signed it, but we have not
    /// chosen it.
    private static func isName(_ subject: String) -> Bool {
        (1...255).contains(subject.utf8.count)
            && !subject.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
