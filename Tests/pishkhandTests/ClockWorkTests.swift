import Foundation
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("What the daemon does by the clock")
struct ClockWorkTests {
    @Test("the daemon takes the due steps of a half-year, and its hook gets each message once")
    func steps() async throws {
        let folder = try Folder()
        try folder.write("#!/bin/sh\ncat >> '\(folder.path("taken"))'\n", to: "hook")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("hook"))
        try await TestDatabase.with { database in
            let daemon = try DaemonProgram([
                "--port", "0", "--database", database.address(as: "pishkhan_app"), "--hook-command",
                folder.path("hook"),
            ])
            try await daemon.listening()
            let headquarters = DaemonVisitor(daemon: daemon, token: try await database.operatorToken())
            try await headquarters.planPastHalfYear(offices: 3, in: database)
            let messages = try await Self.messages(4, in: folder)
            let steps = messages.map { ($0["payload"] as? [String: Any])?["step"] as? String }
            #expect(steps == ["opens", "closes", "ranks", "publishes"])
            #expect(Set(messages.compactMap { $0["id"] as? Int }).count == 4)
            try await eventually("a message still waits") {
                try await daemon.get("/metrics").body.contains("\npishkhan_messages_waiting 0\n")
            }
            #expect(try await daemon.published("/v1/publications/1400-H1").status == 200)
            #expect(try await database.withRanking { try await $0.periods().map(\.state) } == [.published])
            #expect(try await daemon.stop() == 0)
        }
    }

    @Test(
        "the daemon removes answered requests after seven days, with and without a clock",
        arguments: ["true", "false"])
    func oldRequests(clock: String) async throws {
        try await TestDatabase.with { database in
            try await database.withRanking { ranking in
                for name in ["old", "new"] {
                    let key = try #require(RequestKey(name))
                    _ = try await ranking.once(key, RequestDigest(of: [Array(name.utf8)])) { _ in
                        RequestAnswer(status: 200, contentType: "text/plain", body: [])
                    }
                }
            }
            try await TestDatabase.administer(
                database.address(),
                "update registry.answered_request set answered_at = answered_at - interval '8 days' where key = 'old'")
            let daemon = try DaemonProgram(
                ["--port", "0", "--clock", clock, "--database", database.address(as: "pishkhan_app")])
            try await daemon.listening()
            try await eventually("the old request is still there") {
                try await database.number("select count(*) from registry.answered_request where key = 'old'") == 0
            }
            #expect(try await database.number("select count(*) from registry.answered_request") == 1)
            #expect(try await daemon.stop() == 0)
        }
    }

    @Test("a daemon without a clock takes no step; another before the same database takes all")
    func withoutClock() async throws {
        try await TestDatabase.with { database in
            let address = database.address(as: "pishkhan_app")
            let idle = try DaemonProgram(["--port", "0", "--database", address, "--clock", "false"])
            try await idle.listening()
            #expect(try await idle.get("/ready").status == 200)
            let headquarters = DaemonVisitor(daemon: idle, token: try await database.operatorToken())
            try await headquarters.planPastHalfYear(offices: 3, in: database)
            let busy = try DaemonProgram(["--port", "0", "--database", address])
            try await busy.listening()
            #expect(try await busy.published("/v1/publications/1400-H1").status == 200)
            // A scrape waits for the database a second only.
            try await eventually("four messages do not wait") {
                let measures = try await idle.get("/metrics").body
                return measures.contains("\npishkhan_messages_waiting 4\n")
                    && measures.contains("\npishkhan_oldest_waiting_message_seconds 1")
            }
            #expect(try await !idle.get("/metrics").body.contains("pishkhan_clock_steps_taken"))
            // Counted once the whole look is over.
            try await eventually("the steps are not counted") {
                try await busy.measure("pishkhan_clock_steps_taken") == 4
            }
            #expect(try await idle.stop() == 0)
            #expect(try await busy.stop() == 0)
        }
    }

    /// What the hook has taken, once so many lines are there.
    private static func messages(_ count: Int, in folder: Folder) async throws -> [[String: Any]] {
        var lines: [Substring] = []
        try await eventually("the hook has taken too few messages") {
            let text = (try? String(contentsOfFile: folder.path("taken"), encoding: .utf8)) ?? ""
            lines = text.split(separator: "\n")
            return lines.count >= count
        }
        return try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:] }
    }
}
