import Crypto
import CryptoExtras
import Foundation

/// What it costs to try one password: the numbers of scrypt (RFC 7914).
public struct PasswordCost: Sendable, Hashable {
    /// How many blocks are held in memory; a power of two.
    public let rounds: Int
    public let blockSize: Int
    public let parallelism: Int

    public init(rounds: Int, blockSize: Int, parallelism: Int) {
        (self.rounds, self.blockSize, self.parallelism) = (rounds, blockSize, parallelism)
    }

    /// 32 MiB, gone through three times, as the OWASP Password Storage Cheat Sheet has it for this much memory. Each
    /// password keeps the numbers it was made with, so these may be raised: the next log-in makes it anew.
    public static let usual = PasswordCost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
}

/// The numbers by which a password becomes a key.
struct PasswordNumbers: Sendable, Equatable {
    let salt: [UInt8]
    let cost: PasswordCost

    /// With a salt that no other password has.
    static func fresh(_ cost: PasswordCost) -> PasswordNumbers {
        PasswordNumbers(salt: Array(TokenSecret.randomBits().prefix(16)), cost: cost)
    }

    func key(of password: PasswordText) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.text.utf8), salt: salt, outputByteCount: 32, rounds: cost.rounds,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }
}
