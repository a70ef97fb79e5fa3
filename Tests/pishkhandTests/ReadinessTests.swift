import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Postgres
import TestDatabase
import Testing
import Web

@testable import OfficeRanking
@testable import pishkhand

@Suite("What /ready says is not well")
struct ReadinessTests {
    @Test("/ready reports a database of another version, and recovers with it")
    func migrations() async throws {
        try await TestDatabase.with { database in
            let daemon = try DaemonProgram([
                "--port", "0", "--clock", "false", "--database", database.address(as: "pishkhan_app"),
            ])
            try await daemon.listening()
            #expect(try await daemon.get("/ready").status == 200)
            let turn = "update registry.code_version set checksum = reverse(checksum)"
            try await TestDatabase.administer(database.address(), turn)
            // What was seen is said for a second.
            try await eventually("not ready") { try await daemon.get("/ready").status == 503 }
            #expect(try Self.faults(try await daemon.get("/ready").body) == ["migrations"])
            try await TestDatabase.administer(database.address(), turn)
            try await eventually("ready") { try await daemon.get("/ready").status == 200 }
            #expect(try await daemon.stop() == 0)
        }
    }

    @Test("/ready reports a clock that is at one step for more than an hour, and recovers with it")
    func clock() async throws {
        var configuration = PostgresConfiguration(connectionString: "host=/tmp/no-such-socket dbname=none")
        configuration.maximumConnections = 1
        let client = PostgresClient(configuration: configuration, logger: TestDatabase.logger)
        let services = ClockServices(
            configuration: ClockConfiguration(), client: client, logger: TestDatabase.logger)
        var settings = WebSettings()
        settings.readinessChecks = services.readinessChecks
        let authenticator = Authenticator(client: client)
        let web = WebService(
            database: RankingDatabase(client: client, logger: TestDatabase.logger),
            credentials: Credentials { try await authenticator.authenticate(token: $0) }, settings: settings)
        try await Application(responder: web.responder(), logger: TestDatabase.logger).test(.router) { asker in
            func status() async throws -> HTTPResponse.Status {
                try await asker.execute(uri: "/ready", method: .get).status
            }
            services.watch.stepBegan(at: Date(timeIntervalSinceNow: -3_000))
            #expect(try await status() == .ok)
            services.watch.stepBegan(at: Date(timeIntervalSinceNow: -3_700))
            try await eventually("not ready") { try await status() == .serviceUnavailable }
            let answer = try await asker.execute(uri: "/ready", method: .get)
            #expect(try Self.faults(String(buffer: answer.body)) == ["clock"])
            services.watch.stepEnded()
            try await eventually("ready") { try await status() == .ok }
        }
        await client.close()
    }

    /// The names of the checks that do not hold; each says in both languages what is wrong.
    private static func faults(_ body: String) throws -> [String] {
        let answer = DaemonAnswer(status: 0, text: body)
        let checks = try answer.rows("checks").filter { $0["is_well"] as? Bool == false }
        #expect(checks.allSatisfy { $0["fault"] is String && $0["fault_en"] is String })
        return checks.compactMap { $0["name"] as? String }
    }
}
