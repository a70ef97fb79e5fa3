import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOEmbedded
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@testable import Web

@Suite("Uploads and a database whose connections are taken")
struct BusyDatabaseTests {
    @Test("an upload that has begun completes although no connection is free meanwhile")
    func noConnection() async throws {
        try await TestDatabase.with { database in
            var configuration = database.configuration(connections: 2)
            configuration.leaseTimeout = .seconds(2)
            let client = PostgresClient(configuration: configuration, logger: TestDatabase.logger)
            let ranking = RankingDatabase(client: client, logger: TestDatabase.logger)
            let authenticator = Authenticator(client: client)
            let service = WebService(
                database: ranking, credentials: Credentials { try await authenticator.authenticate(token: $0) })
            let fixture = WebFixture(database: database, ranking: ranking, service: service)
            let token = try await fixture.visitor().token
            let (parts, sender) = AsyncStream.makeStream(of: ByteBuffer.self)
            async let answer = send(parts, to: service, token)
            try await until { try await !ranking.importAttempts().items.isEmpty }
            try await holdingConnections(of: client, 2) {
                for _ in 1...3 { sender.yield(ByteBuffer(repeating: UInt8(ascii: "x"), count: 5 << 20)) }
                sender.finish()
                try await until { client.poolUsage.waiting > 0 }
                // Longer than anybody waits for a connection who is told to come back.
                try await Task.sleep(for: .seconds(3))
            }
            #expect(try await answer == .unprocessableContent)
            #expect(try await ranking.importAttempts().items.map(\.state) == [.refused])
            await client.close()
        }
    }

    @Test("uploads that wait for another import leave connections for other requests")
    func waiting() async throws {
        var settings = WebSettings()
        settings.storedAtOnce = 1
        (settings.uploadsAtOnce, settings.uploadsOfAccount) = (8, 4)
        try await WebFixture.with(settings) { fixture in
            let headquarters = try await fixture.visitor()
            let other = try await PostgresConnection.connect(
                TestDatabase.patient(fixture.database.address()), logger: TestDatabase.logger)
            try await other.query("select pg_advisory_lock(hashtext('registry.office'))")
            let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 1...4 {
                    group.addTask {
                        try await headquarters.send(
                            .post, "/v1/imports?kind=offices", WebFixture.offices, type: "text/csv"
                        ).status
                    }
                }
                try await until { fixture.service.storing.waitingCount >= 3 }
                try await until { try await Self.waiting(other) > 0 }
                #expect(try await fixture.get("/v1/publications").status == .ok)
                #expect(try await Self.waiting(other) == 1)
                try await other.query("select pg_advisory_unlock(hashtext('registry.office'))")
                return try await group.reduce(into: []) { $0.append($1) }
            }
            await other.close()
            #expect(statuses.count { $0 == .created } == 1 && statuses.count { $0 == .ok } == 3)
        }
    }

    /// How many sessions wait for a lock in the database.
    private static func waiting(_ connection: PostgresConnection) async throws -> Int {
        try await connection.query(
            """
            select count(*) from pg_locks l join pg_database d on d.oid = l.database
            where d.datname = current_database() and not l.granted
            """)[0].decode(Int.self)
    }

    private func send(
        _ parts: AsyncStream<ByteBuffer>, to service: WebService, _ token: String
    ) async throws -> HTTPResponse.Status {
        let fields: HTTPFields = [
            .authorization: "Bearer \(token)", .idempotencyKey: "u", .contentType: "text/csv",
        ]
        let head = HTTPRequest(
            method: .post, scheme: nil, authority: "localhost", path: "/v1/imports?kind=offices", headerFields: fields)
        let context = WebContext(source: .init(channel: NIOAsyncTestingChannel(), logger: TestDatabase.logger))
        let request = Request(head: head, body: RequestBody(asyncSequence: parts))
        return try await service.responder().respond(to: request, context: context).status
    }

    /// Runs `body` while others hold so many connections.
    private func holdingConnections(
        of client: PostgresClient, _ count: Int, _ body: () async throws -> Void
    ) async throws {
        let (ends, release) = AsyncStream.makeStream(of: Void.self)
        let end = Task { for await _ in ends {} }
        let holders = (1...count).map { _ in
            Task { try await client.withConnection(timeout: .seconds(60)) { _ in await end.value } }
        }
        try await until { client.poolUsage.leased >= count }
        defer { release.finish() }
        try await body()
        release.finish()
        for holder in holders { try await holder.value }
    }
}
