import Foundation
import JWTKit
import OfficeRanking

/// Judges the tokens (JWT) of an outside identity provider.
struct OutsideIssuer: Sendable {
    let name: String
    let audience: String
    let keys: @Sendable () -> IssuerKeys

    /// By how many seconds the clocks of the issuer and of this machine may differ.
    private static let tolerance: TimeInterval = 60

    /// Whom the token is about. Throws `tokenUnknown` for everything that is not of this issuer for this audience, and
    /// `tokenExpired` for what was.
    func subject(of token: String, now: Date = Date()) async throws -> String {
        guard let claims = await keys().claims(of: token), claims.iss.value == name,
            claims.aud.value.contains(audience), Self.isName(claims.sub.value)
        else { throw RankingError.tokenUnknown }
        if let start = claims.nbf?.value, start > now + Self.tolerance { throw RankingError.tokenUnknown }
        guard claims.exp.value > now - Self.tolerance else { throw RankingError.tokenExpired }
        return claims.sub.value
    }

    /// A subject that the database can hold and people can read: it is signed, but not by us.
    private static func isName(_ subject: String) -> Bool {
        (1...255).contains(subject.utf8.count)
            && !subject.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
