import Foundation
import Testing

@Suite("The token of the metrics")
struct MetricsTokenTests {
    @Test("a token that is replaced opens the metrics without a restart, and a bad file leaves the old one in force")
    func replaced() async throws {
        let folder = try Folder()
        try folder.write("the first secret of the operator\n", to: "token")
        let daemon = try DaemonProgram([
            "--port", "0", "--database", "host=/tmp/no-such-socket dbname=none", "--metrics", "token",
            "--metrics-token-file", folder.path("token"),
        ])
        try await daemon.listening()
        #expect(try await status(daemon, "the first secret of the operator") == 200)
        try folder.write("short", to: "token")
        daemon.signal(SIGHUP)
        let bad = try await daemon.line { ($0["message"] as? String)?.hasPrefix("files not reloaded") == true }
        #expect((bad["fault"] as? String)?.contains("at least 16 bytes") == true)
        #expect(try await status(daemon, "the first secret of the operator") == 200)
        try folder.write("the second secret of the operator", to: "token")
        _ = try await daemon.line { $0["message"] as? String == "files reloaded" }
        #expect(try await status(daemon, "the second secret of the operator") == 200)
        #expect(try await status(daemon, "the first secret of the operator") == 401)
        #expect(try !daemon.said().contains("secret of the operator"))
        #expect(try await daemon.stop() == 0)
    }

    private func status(_ daemon: DaemonProgram, _ token: String) async throws -> Int {
        try await daemon.get("/metrics", ["--header", "Authorization: Bearer \(token)"]).status
    }
}
