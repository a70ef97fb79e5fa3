import Foundation

/// The head of a token before its signature is checked.
struct TokenHeader: Decodable {
    let alg: String
    let kid: String?
    /// Extensions that must be understood; this program understands none.
    let crit: [String]?

    init?(_ token: String) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        var text = String(parts[0]).replacing("-", with: "+").replacing("_", with: "/")
        text += String(repeating: "=", count: (4 - text.count % 4) % 4)
        guard let data = Data(base64Encoded: text),
            let header = try? JSONDecoder().decode(TokenHeader.self, from: data), header.crit == nil
        else { return nil }
        self = header
    }
}
