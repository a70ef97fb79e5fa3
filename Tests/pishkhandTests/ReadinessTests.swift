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
    @Test("a database at another version than the program is named, and all is well once it is brought back")
    func migrations() async throws {
        try await TestDatabase.with { database in
            let daemon = try DaemonProgram([
                "--port", "0", "--clock", "false", "--database", database.address(as: "pishkhan_app"),
            ])
            try await daemon.listening()
            #expect(try await daemon.get("/ready").status == 200)
            let turn = "update registry.code_version set checksum = reverse(checksum)"
            try await TestDatabase.administer(database.address(), turn)
            let answer = try await daemon.get("/ready")
            #expect(answer.status == 503)
            #expect(try Self.faults(answer.body) == ["migrations"])
            try await TestDatabase.administer(database.address(), turn)
            #expect(try await daemon.get("/ready").status == 200)
            #expect(try await daemon.stop() == 0)
        }
    }

    @Test("a clock that is at one step for more than an hour is named, and all is well once the step is over")
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
            for (secondsAtStep, faults) in [(3_000.0, []), (3_700, ["clock"])] {
                services.watch.stepBegan(at: Date(timeIntervalSinceNow: -secondsAtStep))
                let answer = try await asker.execute(uri: "/ready", method: .get)
                #expect(answer.status == (faults.isEmpty ? .ok : .serviceUnavailable))
                #expect(try Self.faults(String(buffer: answer.body)) == faults)
            }
            services.watch.stepEnded()
            #expect(try await asker.execute(uri: "/ready", method: .get).status == .ok)
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
