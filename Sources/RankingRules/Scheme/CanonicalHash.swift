import Crypto

/// The hash that freezes rules.
enum CanonicalHash {
    /// SHA-256 of a text, 64 lower-case hexadecimal digits.
    static func of(_ text: String) -> String {
        Hexadecimal.text(SHA256.hash(data: Array(text.utf8)))
    }
}
