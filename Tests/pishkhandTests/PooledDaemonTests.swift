import Foundation
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite(
    "The daemon behind a pooler that gives each transaction another connection",
    .enabled(if: PrivatePooler.isInstalled, "PgBouncer is missing; scripts/install --tests installs it"))
struct PooledDaemonTests {
    @Test("a daemon behind a pooler becomes ready, takes steps, imports, answers many at once and each request once")
    func story() async throws {
        try await PrivatePooler.with(size: 3) {
            try await TestDatabase.with { database in
                let pooler = try #require(PrivatePooler.current)
                let daemon = try DaemonProgram([
                    "--port", "0", "--database", pooler.address(database.name, as: "pishkhan_app"), "--pooler",
                    "transaction", "--direct-database", database.address(as: "pishkhan_app"),
                    "--requests-per-second", "0",
                ])
                try await daemon.listening()
                try await eventually("it is not ready") { try await daemon.get("/ready").status == 200 }
                let headquarters = DaemonVisitor(daemon: daemon, token: try await database.operatorToken())
                try await headquarters.planPastHalfYear(offices: 3, in: database)
                #expect(try await daemon.published("/v1/publications/1400-H1").status == 200)
                try await write(headquarters)
                try await askAtOnce(daemon)
                try await eventually("a transaction stays open") {
                    try await database.number(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and state like 'idle in transaction%'
                        """) == 0
                }
                #expect(try await daemon.stop() == 0)
            }
        }
    }

    private func write(_ headquarters: DaemonVisitor) async throws {
        let body = #"{"period": "1400-H2"}"#
        let planned = try await headquarters.send("/v1/periods", body, key: "plan")
        #expect(planned.status == 201, "\(planned)")
        #expect(try await headquarters.send("/v1/periods", body, key: "plan").text == planned.text)
        #expect(try await headquarters.get("/v1/periods").rows("periods").count == 2)
        let folder = try Folder()
        try folder.write(officesFile(300), to: "offices.csv")
        let taken = try await headquarters.send(
            "/v1/imports?kind=offices", file: folder.path("offices.csv"), type: "text/csv", key: "file")
        #expect(taken.status == 201, "\(taken)")
        #expect(try await headquarters.get("/v1/imports/file").json["state"] as? String == "stored")
    }

    /// More than the pooler has connections to the server.
    private func askAtOnce(_ daemon: DaemonProgram) async throws {
        let clients = try (1...40).map { _ in try RawClient(port: daemon.port) }
        for client in clients { client.send("GET /v1/schemes HTTP/1.1\r\nHost: a\r\n\r\n") }
        for client in clients {
            #expect(try await client.receive(until: "\"schemes\"").hasPrefix("HTTP/1.1 200"))
        }
    }
}
