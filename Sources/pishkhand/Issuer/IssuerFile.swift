import Foundation
import JWTKit

/// An outside identity provider: its name, the audience of its tokens, and the file of its public keys.
struct IssuerFile: Sendable {
    let name: String
    let audience: String
    let path: String

    /// Reads a JWK set (RFC 7517), one JWK, or public keys in PEM.
    func keys() async throws -> IssuerKeys {
        guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= 1 << 20,
            let text = String(validating: bytes, as: UTF8.self)
        else { throw FileFault(path, "the file cannot be read") }
        let keys = text.contains("-----BEGIN") ? await Self.pemKeys(in: text) : await Self.jwks(in: bytes)
        guard !keys.isEmpty else {
            throw FileFault(path, "expected public keys: RSA of 2048 bits or more, EC or Ed25519, as PEM or JWK set")
        }
        return IssuerKeys(keys: keys)
    }

    private static let rsa: [JWK.Algorithm] = [.rs256, .rs384, .rs512, .ps256, .ps384, .ps512]

    /// Keys of other kinds, and keys for encryption, occur in many sets and are left out.
    private static func jwks(in bytes: Data) async -> [IssuerKeys.Key] {
        struct KeySet: Decodable {
            let keys: [JWKEntry]
        }
        let set = try? JSONDecoder().decode(KeySet.self, from: bytes).keys
        let entries = set ?? (try? JSONDecoder().decode(JWKEntry.self, from: bytes)).map { [$0] } ?? []
        var keys: [IssuerKeys.Key] = []
        for entry in entries where entry.isForSignatures {
            if let jwk = entry.jwk { keys += await Self.keys(of: jwk) }
        }
        return keys
    }

    private static func keys(of jwk: JWK) async -> [IssuerKeys.Key] {
        let own: [JWK.Algorithm] =
            switch jwk.keyType.rawValue {
            case "RSA": rsa
            case "EC": ["P-256": [.es256], "P-384": [.es384], "P-521": [.es512]][jwk.curve?.rawValue] ?? []
            default: [.eddsa]
            }
        var keys: [IssuerKeys.Key] = []
        for algorithm in own where jwk.algorithm == nil || jwk.algorithm?.rawValue == algorithm.rawValue {
            var pinned = jwk
            pinned.algorithm = algorithm
            pinned.keyIdentifier = jwk.keyIdentifier ?? "key"
            let collection = JWTKeyCollection()
            guard (try? await collection.add(jwk: pinned)) != nil else { continue }
            keys.append(
                IssuerKeys.Key(id: jwk.keyIdentifier?.string, algorithm: algorithm.rawValue, collection: collection))
        }
        return keys
    }

    /// Each block is read by itself: a file may hold keys of several kinds while one replaces the other.
    private static func pemKeys(in text: String) async -> [IssuerKeys.Key] {
        var keys: [IssuerKeys.Key] = []
        for match in text.matches(of: /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/) {
            let pem = String(match.output)
            if let key = try? Insecure.RSA.PublicKey(pem: pem) {
                keys += await rsaKeys(key)
            } else if let key = try? ES256PublicKey(pem: pem) {
                keys.append(await one("ES256") { await $0.add(ecdsa: key) })
            } else if let key = try? ES384PublicKey(pem: pem) {
                keys.append(await one("ES384") { await $0.add(ecdsa: key) })
            } else if let key = try? ES512PublicKey(pem: pem) {
                keys.append(await one("ES512") { await $0.add(ecdsa: key) })
            } else if let key = try? EdDSA.PublicKey(pem: pem) {
                keys.append(await one("EdDSA") { await $0.add(eddsa: key) })
            }
        }
        return keys
    }

    private static func rsaKeys(_ key: Insecure.RSA.PublicKey) async -> [IssuerKeys.Key] {
        var keys: [IssuerKeys.Key] = []
        for (bits, digest) in [("256", DigestAlgorithm.sha256), ("384", .sha384), ("512", .sha512)] {
            keys.append(await one("RS\(bits)") { await $0.add(rsa: key, digestAlgorithm: digest) })
            keys.append(await one("PS\(bits)") { await $0.add(pss: key, digestAlgorithm: digest) })
        }
        return keys
    }

    private static func one(
        _ algorithm: String, _ add: (JWTKeyCollection) async -> JWTKeyCollection
    ) async -> IssuerKeys.Key {
        IssuerKeys.Key(id: nil, algorithm: algorithm, collection: await add(JWTKeyCollection()))
    }
}

/// One member of a JWK set.
private struct JWKEntry: Decodable {
    /// Nil if the key is of a kind that is not used here.
    let jwk: JWK?
    let isForSignatures: Bool

    private enum Key: String, CodingKey {
        case use
    }

    init(from decoder: any Decoder) throws {
        jwk = try? JWK(from: decoder)
        let use = try decoder.container(keyedBy: Key.self).decodeIfPresent(String.self, forKey: .use)
        isForSignatures = use == nil || use == "sig"
    }
}
