import Crypto
import Foundation

/// The secret of a token as its holder gets it: `pishkhan_<number>_<43 characters of base64url>`, made of 256 random
/// bits. Descriptions leave the secret out, so that no log prints it by accident.
public struct TokenSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The text that the holder of the token gets.
    public let text: String

    public var description: String { "token" }
    public var debugDescription: String { "token" }
    public var customMirror: Mirror { Mirror(self, children: []) }

    init(number: Int, bits: [UInt8], prefix: String = Self.prefix) {
        text = "\(prefix)\(number)_\(Self.base64URL(bits))"
    }

    static let prefix = "pishkhan_"
    /// Of the secret of an invitation, which is made and read as that of a token.
    static let invitationPrefix = "invitation_"
    static let bitsLength = 32

    static func randomBits() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<bitsLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// SHA-256 of the random bits.
    static func digest(of bits: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: bits))
    }

    private static func base64URL(_ bits: [UInt8]) -> String {
        Data(bits).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

/// A token that a client has sent, split into its number and its bits.
struct ShownToken {
    let number: Int
    let digest: [UInt8]

    /// Accepts only the spelling that was issued: base64 has other spellings of the same bits, and numbers may have
    /// leading zeros.
    init?(_ text: String, prefix: String = TokenSecret.prefix) {
        guard text.utf8.count <= 80, text.hasPrefix(prefix) else { return nil }
        let parts = text.dropFirst(prefix.count).split(separator: "_", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]), (1...Int(Int32.max)).contains(number) else { return nil }
        let base64 = String(parts[1]).replacing("-", with: "+").replacing("_", with: "/") + "="
        guard let bits = Data(base64Encoded: base64), bits.count == TokenSecret.bitsLength,
            TokenSecret(number: number, bits: Array(bits), prefix: prefix).text.utf8.elementsEqual(text.utf8)
        else { return nil }
        self.number = number
        digest = TokenSecret.digest(of: Array(bits))
    }
}
