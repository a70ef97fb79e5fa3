import Crypto

/// The hash by which rules are frozen.
enum CanonicalHash {
    /// SHA-256 of a text, 64 lower-case hexadecimal digits.
    static func of(_ text: String) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let bytes = SHA256.hash(data: Array(text.utf8))
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
