import Crypto
import Foundation

/// The accounts of proofs that were right, by the digest of the proof: a right one is then counted against its account
/// and not against its address, before anything is asked of the database. It opens nothing.
struct KnownProofs: Sendable {
    typealias Digest = SHA256.Digest

    /// Proofs that are remembered at most; beyond it all begin anew.
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
