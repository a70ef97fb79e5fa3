import Foundation
import Hummingbird
import Postgres
import Testing
import Web

@testable import pishkhand

@Suite("The daemon's configuration")
struct ConfigurationTests {
    @Test("a flag takes precedence over the environment, then the file, then the default")
    func order() throws {
        var sources = ConfigurationSources()
        #expect(chosen(.port, sources) == "8080 default")
        sources.file = try ConfigurationFile(path: "a.yaml", text: "port: 1\n")
        #expect(chosen(.port, sources) == "1 file a.yaml")
        sources.environment = ["PISHKHAN_PORT": ""]
        #expect(chosen(.port, sources) == "1 file a.yaml")
        sources.environment = ["PISHKHAN_PORT": "2"]
        #expect(chosen(.port, sources) == "2 environment PISHKHAN_PORT")
        sources.flags = [.port: "3"]
        #expect(chosen(.port, sources) == "3 flag")
        sources.environment["DATABASE_URL"] = "dbname=a"
        #expect(chosen(.database, sources) == "dbname=a environment DATABASE_URL")
        sources.environment["PISHKHAN_DATABASE"] = "dbname=b"
        #expect(chosen(.database, sources) == "dbname=b environment PISHKHAN_DATABASE")
    }

    @Test("every wrong setting is reported at once, with its source")
    func faults() {
        var sources = ConfigurationSources()
        sources.flags = [.port: "65536", .pooler: "session"]
        sources.environment = ["PISHKHAN_BEHIND_TLS": "yes", "PISHKHAN_ALLOWED_ORIGINS": "example.ir"]
        let fault = #expect(throws: ConfigurationFault.self) { try Configuration(sources.chosen) }
        #expect(
            fault?.faults == [
                "database: give it as --database or PISHKHAN_DATABASE or DATABASE_URL",
                "pooler (flag): expected none or transaction", "port (flag): expected a number from 0 to 65535",
                "behind_tls (environment PISHKHAN_BEHIND_TLS): expected true or false",
                "allowed_origins (environment PISHKHAN_ALLOWED_ORIGINS): "
                    + "expected origins such as https://example.ir, or *",
            ])
    }

    @Test("limits and trusted proxies are read as meant, and settings that belong together are required together")
    func protection() throws {
        var sources = ConfigurationSources(flags: [.database: "dbname=a", .trustedProxies: "10.0.0.0/8, unix"])
        let preset = try Configuration(sources.chosen)
        #expect(preset.web.requestRate == RateLimit(burst: 200, onceEvery: .milliseconds(20)))
        #expect(preset.web.failureRate == RateLimit(burst: 20, onceEvery: .seconds(60)))
        #expect(preset.connections.bytesInTime == 10_000)
        #expect(preset.metrics == "loopback")
        #expect(preset.postgres.maximumConnections == 8 && preset.postgres.statementTimeout == .seconds(30))
        #expect(preset.publicPostgres.maximumConnections == 3 && preset.publicPostgres.statementTimeout == .seconds(5))
        sources.flags[.requestsPerSecond] = "0"
        #expect(try Configuration(sources.chosen).web.requestRate == nil)
        sources.flags = [
            .database: "dbname=a", .trustedProxies: "everyone", .tlsKey: "k", .issuer: "i", .metrics: "token",
        ]
        let fault = #expect(throws: ConfigurationFault.self) { try Configuration(sources.chosen) }
        #expect(
            fault?.faults == [
                "tls_certificate and tls_key: give both or neither",
                "issuer, issuer_audience and issuer_keys: give all three or none",
                "trusted_proxies (flag): expected addresses, networks such as 10.0.0.0/8, or unix",
                "metrics_token_file: give it when metrics is token",
            ])
    }

    @Test("the daemon uses the given upload folder, which must exist")
    func uploadFolder() async throws {
        let folder = try Folder()
        try folder.write("", to: "file")
        var sources = ConfigurationSources(flags: [.database: "dbname=a", .uploadFolder: folder.path("")])
        let configuration = try Configuration(sources.chosen)
        #expect(configuration.web.uploadFolder == folder.path(""))
        try await configuration.files.check()
        for name in ["file", "nothing"] {
            sources.flags[.uploadFolder] = folder.path(name)
            let files = try Configuration(sources.chosen).files
            let fault = await #expect(throws: ConfigurationFault.self) { try await files.check() }
            #expect(fault?.faults == ["\(folder.path(name)): there is no such folder"])
        }
        sources.flags[.uploadFolder] = nil
        #expect(try Configuration(sources.chosen).web.uploadFolder == WebSettings().uploadFolder)
    }

    @Test("the configuration file is a mapping of known settings, with lists of values")
    func file() throws {
        let text = "# a comment\nallowed_origins:\n  - https://a.example\n  - https://b.example\nport: 0\n"
        var sources = ConfigurationSources(flags: [.database: "dbname=a"])
        sources.file = try ConfigurationFile(path: "a.yaml", text: text)
        let configuration = try Configuration(sources.chosen)
        #expect(configuration.web.allowedOrigins == ["https://a.example", "https://b.example"])
        #expect(configuration.bind == .hostname("127.0.0.1", port: 0))
        #expect(try ConfigurationFile(path: "a.yaml", text: "# nothing\n").values.isEmpty)
        let fault = #expect(throws: ConfigurationFault.self) {
            try ConfigurationFile(path: "a.yaml", text: "prot: 1\nport: {a: 1}\n")
        }
        #expect(
            fault?.faults == [
                "a.yaml:1: prot: this setting is not known", "a.yaml:2: port: expected a value or a list of values",
            ])
        #expect(throws: ConfigurationFault.self) { try ConfigurationFile(path: "a.yaml", text: "- a\n") }
        #expect(throws: ConfigurationFault.self) { try ConfigurationFile(path: "a.yaml", text: "a: [\n") }
    }

    @Test(
        "a password in a database address is not printed",
        arguments: [
            ("host=h password=secret dbname=d", "host=h password=… dbname=d"),
            ("host=h password = 'a \\' secret' dbname=d", "host=h password = … dbname=d"),
            ("postgresql://user:secret@host/db", "postgresql://user:…@host/db"),
            ("postgresql://host/db?user=u&password=secret&x=1", "postgresql://host/db?user=u&password=…&x=1"),
            ("host=h dbname=d", "host=h dbname=d"),
        ])
    func secrets(given: String, shown: String) {
        #expect(Secrets.hidden(in: given) == shown)
    }

    @Test(
        "only the host of the hook's address is printed: its path and query may hold a key",
        arguments: [
            ("https://hooks.example/services/T1/B2/secret", "https://hooks.example/…"),
            ("https://hooks.example?token=secret&x=1", "https://hooks.example/…"),
            ("https://user:secret@hooks.example:8443/a#b", "https://hooks.example:8443/…"),
            ("http://127.0.0.1:9000", "http://127.0.0.1:9000"), ("https://[::1]:9000/", "https://[::1]:9000/"),
            ("hooks.example/secret", "…"), ("", ""),
        ])
    func hookAddress(given: String, shown: String) {
        let line = ChosenSetting(setting: .hookURL, value: given, source: .flag).line
        #expect(line == "hook_url = \(shown)  (flag)")
    }

    private func chosen(_ setting: Setting, _ sources: ConfigurationSources) -> String? {
        sources.chosen.first { $0.setting == setting }.map { "\($0.value) \($0.source.text)" }
    }
}
