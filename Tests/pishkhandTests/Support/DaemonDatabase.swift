import Foundation
import OfficeRanking
import Postgres
import TestDatabase
import Testing

extension TestDatabase {
    /// The library before this database, as the operator.
    func withRanking<T: Sendable>(_ body: (RankingDatabase) async throws -> T) async throws -> T {
        let client = client()
        do {
            let value = try await body(RankingDatabase(client: client, logger: TestDatabase.logger))
            await client.close()
            return value
        } catch {
            await client.close()
            throw error
        }
    }

    /// A token of the headquarters.
    func operatorToken() async throws -> String {
        try await withRanking {
            let expiry = Date(timeIntervalSinceNow: 86_400)
            return try await $0.issueToken(for: "operator", label: "test", expiresAt: expiry).secret.text
        }
    }

    /// One number, asked by the superuser.
    func number(_ query: PostgresQuery) async throws -> Int {
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(address()), logger: TestDatabase.logger)
        let number = try await connection.query(query)[0].decode(Int.self)
        await connection.close()
        return number
    }

    /// Connections of daemons to this database.
    func daemonConnections() async throws -> Int {
        try await number(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and application_name = 'pishkhand'
            """)
    }

    /// Those of them that are in a transaction.
    func daemonTransactions() async throws -> Int {
        try await number(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and application_name = 'pishkhand' and xact_start is not null
            """)
    }
}

extension DaemonVisitor {
    /// The first half of 1400 under the small scheme, with so many offices, of which none declares, and days that are all
    /// past.
    func planPastHalfYear(offices count: Int, in database: TestDatabase) async throws {
        let folder = try Folder()
        try folder.write(smallScheme, to: "small.yaml")
        try folder.write(officesFile(count), to: "offices.csv")
        let answers = [
            try await send("/v1/schemes", file: folder.path("small.yaml"), type: "application/yaml"),
            try await send("/v1/periods", #"{"period": "1400-H1"}"#),
            try await send(
                "/v1/imports?kind=offices&effective_on=1400-01-01", file: folder.path("offices.csv"), type: "text/csv"),
        ]
        try #require(answers.allSatisfy { $0.status == 201 }, "\(answers)")
        try await database.confirmScheme("small")
        try await database.execute(silenceOverruled("1400-H1"))
        let days = #""opens": "1400-07-01", "closes": "1400-07-20", "ranks": "1400-07-25", "publishes": "1400-08-01""#
        let dated = try await daemon.get(
            "/v1/periods/1400-H1/dates",
            [
                "--request", "PATCH", "--header", "Authorization: Bearer \(token ?? "")", "--header",
                "Idempotency-Key: dates", "--header", "Content-Type: application/json", "--data-raw",
                #"{\#(days), "scheme": "small@1", "allow_past": true, "reason": "days of 1400"}"#,
            ])
        try #require(dated.status == 200, "\(dated)")
    }
}

extension DaemonProgram {
    /// Asks until the answer is 200: a step, and noticing its publication, take their time.
    func published(_ path: String) async throws -> (status: Int, body: String) {
        var answer = try await get(path)
        try await eventually("nothing is published") {
            answer = try await get(path)
            return answer.status == 200
        }
        return answer
    }

    /// A number of `/metrics` that has no labels.
    func measure(_ name: String) async throws -> Int {
        let text = try await get("/metrics").body
        let line = text.split(separator: "\n").first { $0.hasPrefix(name + " ") }
        return try #require(line?.split(separator: " ").last.flatMap { Int($0) }, "\(name) is not told")
    }

    /// Waits until it has no more open files than before, and little more memory where that is given: a fresh daemon has
    /// yet to take what an allocator keeps. Returns the memory.
    @discardableResult
    func comesToRest(files: Int, bytes: Int = .max) async throws -> Int {
        let room = 40 << 20
        var found = 0
        try await eventually("it does not come to rest: \(files) files, \(bytes) bytes") {
            found = try await measure("process_resident_memory_bytes")
            return try await measure("process_open_fds") <= files + 3 && found - room <= bytes
        }
        return found
    }
}

/// Waits for a state, for at most two minutes: a busy machine is no fault of the daemon.
func eventually(
    _ complaint: String, sourceLocation: SourceLocation = #_sourceLocation, _ question: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + .seconds(120)
    while try await !question() {
        try #require(ContinuousClock.now < deadline, "\(complaint)", sourceLocation: sourceLocation)
        try await Task.sleep(for: .milliseconds(50))
    }
}
