import Foundation
import NIOSSL

/// The operator's certificate with its chain, and its key, both as PEM.
struct TLSFiles: Sendable {
    let certificate: String
    let key: String

    /// The TLS context for a handshake; throws if a file is not a certificate or key, or if they do not match.
    func context() throws -> NIOSSLContext {
        let chain = try Self.reading(certificate, "expected certificates in PEM") {
            try NIOSSLCertificate.fromPEMBytes($0)
        }
        guard !chain.isEmpty else { throw FileFault(certificate, "expected certificates in PEM") }
        let secret = try Self.reading(key, "expected a private key in PEM, without a passphrase") {
            try NIOSSLPrivateKey(bytes: $0, format: .pem)
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(secret))
        configuration.minimumTLSVersion = .tlsv12
        // Of TLS 1.2 only suites with forward secrecy, whose sessions stay secret even if the key is stolen later (RFC
        // 9325, 4.2); 1.3 has no others.
        configuration.cipherSuites = "ECDHE+AESGCM:ECDHE+CHACHA20"
        configuration.applicationProtocols = ["http/1.1"]
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw FileFault(key, "this is not the key of \(certificate)")
        }
    }

    private static func reading<T>(_ path: String, _ expected: String, _ parse: ([UInt8]) throws -> T) throws -> T {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw FileFault(path, "the file cannot be read")
        }
        do {
            return try parse(Array(bytes))
        } catch {
            throw FileFault(path, expected)
        }
    }
}
