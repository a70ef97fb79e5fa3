import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite(
    "Connections through a pooler",
    .enabled(if: PrivatePooler.isInstalled, "PgBouncer is missing; scripts/install --tests installs it"))
struct PooledConnectionTests {
    @Test("a transaction through a pooler has the program's settings and leaves none behind")
    func settings() async throws {
        try await pooled(size: 1) { fixture in
            let query: PostgresQuery = """
                select concat_ws(' ', current_user, current_setting('timezone'), current_setting('bytea_output'),
                    current_setting('statement_timeout'), current_setting('idle_in_transaction_session_timeout'))
                """
            var configuration = fixture.client.configuration
            configuration.statementTimeout = .seconds(7)
            let client = PostgresClient(configuration: configuration, logger: TestDatabase.logger)
            let inside = try await client.withTransaction { try await $0.query(query)[0].decode(String.self) }
            let outside = try await client.query(query)[0].decode(String.self)
            await client.close()
            #expect(inside == "pishkhan_app UTC hex 7s 5min")
            #expect(outside == "pishkhan_app UTC hex 0 0")
        }
    }

    @Test("a login through a pooler that is not the application's role is refused")
    func otherLogin() async throws {
        try await pooled { fixture in
            var configuration = fixture.client.configuration
            configuration.connectionString = configuration.connectionString.replacing("pishkhan_app", with: "postgres")
            let refused = PostgresClient(configuration: configuration, logger: TestDatabase.logger)
            let error = await #expect(throws: PostgresError.self) { try await refused.query("select 1") }
            await refused.close()
            #expect(error?.code == .connectionFailed)
            #expect(error?.message == "behind a transaction pooler the login must be pishkhan_app, not postgres")
        }
    }

    @Test("notifications arrive over the direct connection; listening without one is refused")
    func listening() async throws {
        try await pooled { fixture in
            try await fixture.client.listen(on: ["schema_changed"]) { notifications in
                try await fixture.client.query("select pg_notify('schema_changed', 'x')")
                for try await notification in notifications {
                    #expect(notification.payload == "x")
                    break
                }
            }
            var configuration = fixture.client.configuration
            configuration.directConnectionString = nil
            let client = PostgresClient(configuration: configuration, logger: TestDatabase.logger)
            let error = await #expect(throws: PostgresError.self) { try await client.listen(on: ["x"]) { _ in } }
            await client.close()
            #expect(error?.code == .invalidUse)
        }
    }

    @Test("a cancelled task behind a pooler cancels its own statement and no other one on the same connection")
    func cancelled() async throws {
        try await pooled(size: 1) { fixture in
            for step in 0..<30 {
                let sleeping = Task {
                    try await fixture.client.withTransaction { try await $0.query("select pg_sleep(0.004)").count }
                }
                let other = Task {
                    try await fixture.client.withTransaction { connection in
                        for _ in 0..<5 { try await connection.query("select pg_sleep(0.001)") }
                    }
                }
                try await Task.sleep(for: .microseconds(step * 250))
                sleeping.cancel()
                _ = await sleeping.result
                try await other.value
                #expect(try await fixture.ranking.periods().isEmpty)
            }
        }
    }

    @Test("a statement cancelled behind a pooler leaves no server connection behind")
    func longStatement() async throws {
        try await pooled(size: 2) { fixture in
            for _ in 0..<6 {
                let sleeping = Task {
                    try await fixture.client.withTransaction { try await $0.query("select pg_sleep(60)").count }
                }
                try await fixture.expect(sleeping: 1)
                sleeping.cancel()
                await #expect(throws: CancellationError.self) { _ = try await sleeping.value }
            }
            try await fixture.expect(sleeping: 0)
            #expect(try await fixture.serverConnections() <= 2)
        }
    }

    @Test("a task that is cancelled while it waits for a connection of the pooler ends, and the next one works")
    func cancelledWaiter() async throws {
        try await pooled(size: 1) { fixture in
            try await fixture.client.withTransaction { holder in
                try await holder.query("select 1")
                let waiting = Task { try await fixture.client.withTransaction { try await $0.query("select 2").count } }
                try await Task.sleep(for: .milliseconds(100))
                waiting.cancel()
                await #expect(throws: CancellationError.self) { _ = try await waiting.value }
            }
            #expect(try await fixture.ranking.periods().isEmpty)
        }
    }

    @Test("a transaction for which the pooler has no connection in time is refused, and the next one works")
    func timeout() async throws {
        try await pooled(size: 1) { fixture in
            var configuration = fixture.client.configuration
            configuration.leaseTimeout = .seconds(3)
            let client = PostgresClient(configuration: configuration, logger: TestDatabase.logger)
            try await client.query("select 1")
            try await fixture.client.withTransaction { holder in
                try await holder.query("select 1")
                for _ in 0..<2 {
                    let error = await #expect(throws: PostgresError.self) { try await client.withTransaction { _ in } }
                    #expect(error?.code == .leaseTimeout)
                }
            }
            // Longer than the limit, but not waiting for a connection.
            try await client.withTransaction { try await $0.query("select pg_sleep(4)") }
            await client.close()
        }
    }

    @Test("a server connection that is killed in a transaction loses only that transaction")
    func killed() async throws {
        try await pooled { fixture in
            await #expect(throws: RankingError.self) {
                try await fixture.ranking.once(
                    try #require(RequestKey("k")), RequestDigest(of: [Array("x".utf8)])
                ) { database in
                    try await database.planPeriod(Fixture.firstHalf)
                    try await fixture.killServerConnections()
                    _ = try await database.periods()
                    return RequestAnswer(status: 200, contentType: "text/plain", body: [])
                }
            }
            #expect(try await fixture.ranking.periods().isEmpty)
            try await fixture.ranking.planPeriod(Fixture.firstHalf)
            try await fixture.killServerConnections()
            #expect(try await fixture.eventualPeriods() == 1)
        }
    }

    @Test("a server connection that ends during COMMIT leaves the result unknown")
    func lostCommit() async throws {
        try await pooled { fixture in
            // The deferred trigger runs at COMMIT.
            try await fixture.administrator {
                try await $0.execute(
                    script: """
                        create schema pit;
                        create table pit.fall (n int);
                        create function pit.kill() returns trigger language plpgsql security definer as
                            $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
                        create constraint trigger killer after insert on pit.fall deferrable initially deferred
                            for each row execute function pit.kill();
                        grant usage on schema pit to pishkhan_app;
                        grant insert on pit.fall to pishkhan_app;
                        """)
            }
            let error = await #expect(throws: PostgresError.self) {
                try await fixture.client.withTransaction { try await $0.query("insert into pit.fall values (1)") }
            }
            #expect(error?.code == .commitUnknown)
            #expect(try await fixture.eventualPeriods() == 0)
        }
    }

    private func pooled(size: Int = 3, _ body: (Fixture) async throws -> Void) async throws {
        try await PrivatePooler.with(size: size) { try await Fixture.with(body) }
    }
}

extension Fixture {
    /// Waits until so many statements of this database sleep on the server.
    fileprivate func expect(sleeping count: Int) async throws {
        try await until("the number of sleeping statements does not come to \(count)") {
            try await number(
                """
                select count(*)::integer from pg_stat_activity
                where datname = current_database() and state = 'active' and wait_event = 'PgSleep'
                """) == count
        }
    }

    fileprivate func serverConnections() async throws -> Int {
        try await number(
            """
            select count(*)::integer from pg_stat_activity
            where datname = current_database() and usename = 'pishkhan_app'
            """)
    }

    fileprivate func killServerConnections() async throws {
        _ = try await number(
            """
            select count(pg_terminate_backend(pid))::integer from pg_stat_activity
            where datname = current_database() and usename = 'pishkhan_app'
            """)
    }

    /// The pooler may hand out a connection whose end it has not read yet.
    fileprivate func eventualPeriods() async throws -> Int {
        for _ in 0..<3 {
            if let periods = try? await ranking.periods() { return periods.count }
        }
        return try await ranking.periods().count
    }
}
