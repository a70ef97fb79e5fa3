import Logging
import NIOSSL
import OfficeRanking
import Web

/// The present contents of the operator's files.
struct LoadedFiles: Sendable {
    private let tls: ReloadedFiles<NIOSSLContext>?
    private let issuer: IssuerFile?
    private let keys: ReloadedFiles<IssuerKeys>?
    private let metricsTokenFile: ReloadedFiles<String>?
    private let hookSecretText: ReloadedFiles<String>?

    init(_ files: OperatorFiles) async throws {
        if let paths = files.tls {
            tls = try await ReloadedFiles([paths.certificate, paths.key]) { try paths.context() }
        } else {
            tls = nil
        }
        issuer = files.issuer
        if let issuer = files.issuer {
            keys = try await ReloadedFiles([issuer.path]) { try await issuer.keys() }
        } else {
            keys = nil
        }
        if let path = files.metricsTokenFile {
            metricsTokenFile = try await ReloadedFiles([path]) { try SecretFile.text(path) }
        } else {
            metricsTokenFile = nil
        }
        if let path = files.hookSecretFile {
            hookSecretText = try await ReloadedFiles([path]) { try SecretFile.text(path) }
        } else {
            hookSecretText = nil
        }
    }

    /// The token for reading the metrics; nil without its file.
    var metricsToken: (@Sendable () -> String)? {
        guard let metricsTokenFile else { return nil }
        return { metricsTokenFile.value }
    }

    /// The certificate for the next handshake; nil without TLS.
    var certificate: (@Sendable () -> NIOSSLContext)? {
        guard let tls else { return nil }
        return { tls.value }
    }

    /// The key for the next message; nil if messages are not signed.
    var hookSecret: @Sendable () -> String? {
        let text = hookSecretText
        return { text?.value }
    }

    /// Tokens of this program are known by their beginning; all others are the issuer's, if there is one.
    func credentials(_ authenticator: Authenticator) -> Credentials {
        guard let issuer, let keys else { return Credentials { try await authenticator.authenticate(token: $0) } }
        let outside = OutsideIssuer(name: issuer.name, audience: issuer.audience) { keys.value }
        return Credentials { token in
            guard !token.hasPrefix("pishkhan_") else { return try await authenticator.authenticate(token: token) }
            let subject = try await outside.subject(of: token)
            return try await authenticator.authenticate(issuer: outside.name, subject: subject)
        }
    }

    func reload(always: Bool, logger: Logger) async {
        await tls?.reload(always: always, logger: logger)
        await keys?.reload(always: always, logger: logger)
        await metricsTokenFile?.reload(always: always, logger: logger)
        await hookSecretText?.reload(always: always, logger: logger)
    }
}
