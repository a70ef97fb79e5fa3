import Foundation
import Testing

@Suite("The daemon by TLS")
struct TLSTests {
    @Test("a certificate that is replaced holds from the next connection on, a bad one leaves the old in force")
    func replaced() async throws {
        let folder = try Folder()
        for name in ["first", "second"] { try await folder.makeCertificate(name) }
        try folder.copy("first.crt", to: "site.crt")
        try folder.copy("first.key", to: "site.key")
        let daemon = try DaemonProgram(
            [
                "--port", "0", "--database", "host=/tmp/no-such-socket dbname=none", "--tls-certificate",
                folder.path("site.crt"), "--tls-key", folder.path("site.key"),
            ], scheme: "https")
        try await daemon.listening()
        let answer = try await daemon.get("/health", ["--include", "--cacert", folder.path("first.crt")])
        #expect(answer.status == 200)
        #expect(answer.body.lowercased().contains("strict-transport-security"))
        #expect(try await daemon.curl("/health", ["--insecure", "--tls-max", "1.1"]).status == Self.noHandshake)
        #expect(try await daemon.curl("/health", ["--insecure", "--tls-max", "1.2"]).status == 0)
        for suite in ["ECDHE-ECDSA-AES128-SHA", "AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-SHA384"] {
            let only = ["--insecure", "--tls-max", "1.2", "--ciphers", suite]
            #expect(try await daemon.curl("/health", only).status == Self.noHandshake, "\(suite)")
        }
        let modern = ["--insecure", "--tls-max", "1.2", "--ciphers", "ECDHE-ECDSA-AES256-GCM-SHA384"]
        #expect(try await daemon.curl("/health", modern).status == 0)
        try folder.copy("second.crt", to: "site.crt")
        daemon.signal(SIGHUP)
        let bad = try await daemon.line { ($0["message"] as? String)?.hasPrefix("files not reloaded") == true }
        #expect((bad["fault"] as? String)?.contains("this is not the key of") == true)
        #expect(try await daemon.get("/health", ["--cacert", folder.path("first.crt")]).status == 200)
        try folder.copy("second.key", to: "site.key")
        _ = try await daemon.line { $0["message"] as? String == "files reloaded" }
        #expect(try await daemon.get("/health", ["--cacert", folder.path("second.crt")]).status == 200)
        #expect(try await daemon.curl("/health", ["--cacert", folder.path("first.crt")]).status == Self.notTrusted)
        #expect(try await daemon.stop() == 0)
    }

    /// What curl ends with.
    private static let noHandshake: Int32 = 35
    private static let notTrusted: Int32 = 60

    @Test("--check-config reads the certificate and key files and reports each unusable one")
    func checked() async throws {
        let folder = try Folder()
        try await folder.makeCertificate("a")
        try await folder.makeCertificate("b")
        let database = ["--database", "dbname=none", "--check-config"]
        let pair = ["--tls-certificate", folder.path("a.crt"), "--tls-key"]
        let binary = try DaemonProgram.binary()
        let good = try await DaemonProgram.run(binary, database + pair + [folder.path("a.key")])
        #expect(good.status == 0 && good.output.contains("tls_key = \(folder.path("a.key"))  (flag)"))
        let foreign = try await DaemonProgram.run(binary, database + pair + [folder.path("b.key")])
        #expect(foreign.status != 0 && foreign.output.contains("b.key: this is not the key of"))
        let outside = ["--issuer", "i", "--issuer-audience", "a", "--issuer-keys", folder.path("a.key")]
        let wrong = try await DaemonProgram.run(binary, database + pair + [folder.path("none")] + outside)
        #expect(wrong.output.contains("none: the file cannot be read"))
        #expect(wrong.output.contains("a.key: expected public keys"))
        let half = try await DaemonProgram.run(binary, database + ["--tls-key", folder.path("a.key")])
        #expect(half.output.contains("tls_certificate and tls_key: give both or neither"))
    }
}

/// A folder of one test, removed with it.
final class Folder: Sendable {
    private let url = FileManager.default.temporaryDirectory.appending(path: "daemon-files-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String {
        url.appending(path: name).path(percentEncoded: false)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: url.appending(path: name))
    }

    func copy(_ name: String, to other: String) throws {
        try Data(contentsOf: url.appending(path: name)).write(to: url.appending(path: other), options: .atomic)
    }

    /// `name.crt`, signed by itself, with `name.key`.
    func makeCertificate(_ name: String) async throws {
        let result = try await DaemonProgram.run(
            URL(filePath: "/usr/bin/openssl"),
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                "-subj", "/CN=\(name)", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", path("\(name).key"),
                "-out", path("\(name).crt"),
            ])
        try #require(result.status == 0, "\(result.output)")
    }
}
