import Crypto
import Foundation

/// The accounts of tokens that were right before, by the digest of the token. A request with such a token counts
/// against its account and not its address, before the database is queried. The cache gives no access.
struct KnownProofs: Sendable {
    typealias Digest = SHA256.Digest

    /// The greatest number of remembered tokens. When it is exceeded, all are forgotten.
    static var limit: Int { 20_000 }

    private var accounts: [Digest: String] = [:]

    static func digest(of proof: String) -> Digest {
        SHA256.hash(data: Data(proof.utf8))
    }

    func account(of proof: Digest) -> String? { accounts[proof] }

    mutating func remember(_ proof: Digest, of account: String) {
        if accounts.count >= Self.limit { accounts = [:] }
        accounts[proof] = account
    }

    mutating func forget(_ proof: Digest) {
        accounts[proof] = nil
    }
}
