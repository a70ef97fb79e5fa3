import Foundation
import Logging
import Migrations
import Postgres
import TestDatabase
import Testing

@Suite("Bringing a database to the program's version")
struct MigratorTests {
    private let scripts: DatabaseScripts
    private let migrator: Migrator

    init() throws {
        scripts = try DatabaseScripts.shipped()
        migrator = Migrator(scripts: scripts, logger: TestDatabase.logger)
    }

    @Test("a fresh database gets every migration, a second run finds nothing to do")
    func freshAndRepeated() async throws {
        try await TestDatabase.withEmpty { database in
            let connection = try await administrator(of: database)
            try await migrator.setUp(connection)
            let first = try await migrator.migrate(connection)
            #expect(first.applied == scripts.migrations.map(\.name))
            let second = try await migrator.migrate(connection)
            #expect(second.applied.isEmpty && !second.recreatedCode)
            #expect(try await migrator.isCurrent(connection))
            await connection.close()
        }
    }

    @Test("of twenty migrators at once each finds the database complete and every migration was applied once")
    func twentyMigrators() async throws {
        try await TestDatabase.withEmpty { database in
            let connection = try await administrator(of: database)
            try await migrator.setUp(connection)
            let outcomes = try await withThrowingTaskGroup(of: Migrator.Outcome.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        let own = try await PostgresConnection.connect(
                            database.configuration(as: "pishkhan_migrator"), logger: TestDatabase.logger)
                        let outcome = try await migrator.migrate(own)
                        await own.close()
                        return outcome
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { !$0.applied.isEmpty } == 1)
            let applied = try await connection.query("select count(*) from registry.migration")
            #expect(try applied[0].decode(Int.self) == scripts.migrations.count)
            await connection.close()
        }
    }

    @Test("a database ahead of the program is refused")
    func newerDatabase() async throws {
        try await TestDatabase.with { database in
            let connection = try await administrator(of: database)
            try await connection.query(
                """
                insert into registry.migration
                values (\(scripts.migrations.count + 1), 'from_the_future.sql', 'x', '2030-01-01')
                """)
            let expected = MigrationError.databaseIsNewer(
                database: scripts.migrations.count + 1, program: scripts.migrations.count)
            await #expect(throws: expected) { try await migrator.migrate(connection) }
            await connection.close()
        }
    }

    @Test("a database whose migration has another checksum is refused with the name of that migration")
    func divergedDatabase() async throws {
        try await TestDatabase.with { database in
            let connection = try await administrator(of: database)
            try await connection.query("update registry.migration set checksum = 'other' where number = 2")
            await #expect(throws: MigrationError.diverged(migration: scripts.migrations[1].name)) {
                try await migrator.migrate(connection)
            }
            await connection.close()
        }
    }

    @Test("re-creating the code is refused when a view outside it depends on it, and keeps that view")
    func foreignDependents() async throws {
        try await TestDatabase.with { database in
            let connection = try await administrator(of: database)
            try await connection.execute(
                script: """
                    create view public.own_report as select half_year from ranking.period;
                    update registry.code_version set checksum = 'older';
                    """)
            await #expect {
                try await migrator.migrate(connection)
            } throws: { error in
                if case MigrationError.foreignDependents(let objects) = error {
                    return objects.contains { $0.contains("own_report") }
                }
                return false
            }
            let left = try await connection.query("select count(*) from public.own_report")
            #expect(left.count == 1)
            await connection.close()
        }
    }

    @Test("re-creating the code loses no constraint, policy or trigger of the tables")
    func nothingLost() async throws {
        try await TestDatabase.with { database in
            let connection = try await administrator(of: database)
            // Rights on a database are not copied from its template.
            try await migrator.setUp(connection)
            let before = try await guards(connection)
            try await connection.execute(script: "update registry.code_version set checksum = 'older'")
            #expect(try await migrator.migrate(connection).recreatedCode)
            #expect(try await guards(connection) == before)
            #expect(before.allSatisfy { $0 > 0 })
            await connection.close()
        }
    }

    private func guards(_ connection: PostgresConnection) async throws -> [Int] {
        let row = try await connection.query(
            """
            select (select count(*) from pg_constraint c join pg_namespace n on n.oid = c.connamespace
                    where n.nspname = 'registry'),
                (select count(*) from pg_policies where schemaname = 'registry'),
                (select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid
                    where c.relnamespace = 'registry'::regnamespace)
            """)[0].decode((Int, Int, Int).self)
        return [row.0, row.1, row.2]
    }

    @Test("a failed migration leaves the database as it was")
    func failedMigration() async throws {
        try await TestDatabase.withEmpty { database in
            let connection = try await administrator(of: database)
            try await migrator.setUp(connection)
            let folder = try scriptFolder(
                migrations: ["create table registry.good (id int);", "create table registry.bad (id nonsense);"])
            defer { try? FileManager.default.removeItem(at: folder) }
            let broken = Migrator(scripts: try DatabaseScripts(folder: folder), logger: TestDatabase.logger)
            await #expect(throws: PostgresError.self) { try await broken.migrate(connection) }
            let tables = try await connection.query("select count(*) from pg_tables where schemaname = 'registry'")
            #expect(try tables[0].decode(Int.self) == 0)
            await connection.close()
        }
    }

    @Test("a guard that names a table which no migration creates is refused when it is applied")
    func faultyGuard() async throws {
        try await TestDatabase.withEmpty { database in
            let connection = try await administrator(of: database)
            try await migrator.setUp(connection)
            let first = "create or replace function registry.first() returns integer language sql as"
            for (table, isRefused) in [("absent", true), ("good", false)] {
                let folder = try scriptFolder(
                    migrations: ["create table registry.good (id int);"],
                    guards: ["\(first) 'select id from registry.\(table)';"])
                defer { try? FileManager.default.removeItem(at: folder) }
                let other = Migrator(scripts: try DatabaseScripts(folder: folder), logger: TestDatabase.logger)
                if isRefused {
                    await #expect(throws: PostgresError.self) { try await other.migrate(connection) }
                } else {
                    #expect(try await other.migrate(connection).applied == ["0001_step.sql"])
                }
            }
            await connection.close()
        }
    }

    private func scriptFolder(migrations: [String], guards: [String] = []) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scripts of \(UUID().uuidString)")
        for name in ["migrations", "guards", "code"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        try Data(scripts.setup.utf8).write(to: folder.appending(path: "setup.sql"))
        for (subfolder, files) in [("migrations", migrations), ("guards", guards)] {
            for (place, sql) in files.enumerated() {
                try Data(sql.utf8).write(to: folder.appending(path: "\(subfolder)/000\(place + 1)_step.sql"))
            }
        }
        return folder
    }

    private func administrator(of database: TestDatabase) async throws -> PostgresConnection {
        try await PostgresConnection.connect(
            TestDatabase.patient(database.address()), logger: TestDatabase.logger)
    }
}
