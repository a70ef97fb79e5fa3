import Foundation
import TestDatabase
import Testing

@Suite(
    "The command line behind a pooler",
    .enabled(if: PrivatePooler.isInstalled, "PgBouncer is missing; scripts/install --tests installs it"))
struct PoolerTests {
    @Test("setup and migrate use the direct connection, the other commands the pooler")
    func fromNothing() async throws {
        try await pooled(isMigrated: false) { desk in
            let lost = desk.setting("PISHKHAN_DIRECT_URL", nil)
            for command in ["setup", "migrate"] {
                let run = try await lost.run(command)
                #expect(run.status == 64)
                #expect(run.errors.hasPrefix("pishkhan: This does not work through a pooler. Name the server itself"))
                try await desk.expect(0, command)
            }
            try await desk.expect(0, "period", "plan", "1400-H1")
            #expect(try await desk.run("period", "list").output.contains("1400-H1"))
        }
    }

    @Test("a pooler that is not announced to the program is reported with its start-up options")
    func unannounced() async throws {
        try await pooled { desk in
            let run = try await desk.setting("PISHKHAN_POOLER", nil).run("period", "list")
            #expect(run.status == 69)
            #expect(run.errors.contains("options"))
            try await desk.setting("PISHKHAN_POOLER", nil).expect(0, "period", "list", "--pooler", "transaction")
            try await desk.setting("PISHKHAN_POOLER", "session").expect(64, "period", "list")
        }
    }

    @Test("a login through a pooler without the application's role is refused on the command line")
    func otherLogin() async throws {
        try await pooled(login: "postgres") { desk in
            let run = try await desk.run("period", "list")
            #expect(run.status == 69)
            #expect(run.errors.contains("the login must be pishkhan_app, not postgres"))
        }
    }

    private func pooled(
        isMigrated: Bool = true, login: String = "pishkhan_app", _ body: (Desk) async throws -> Void
    ) async throws {
        try await PrivatePooler.with {
            try await Desk.with(isMigrated: isMigrated) { desk in
                let pooler = try #require(PrivatePooler.current)
                let pooled = desk.setting("DATABASE_URL", pooler.address(desk.database.name, as: login))
                    .setting("PISHKHAN_POOLER", "transaction")
                    .setting("PISHKHAN_DIRECT_URL", desk.database.address())
                try await body(pooled)
            }
        }
    }
}
