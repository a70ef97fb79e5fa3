public import Logging
public import Postgres

/// Brings a database to this program's version: applies new migrations once each, in order, and replaces the code as a
/// whole.
///
/// Everything happens in one transaction under an advisory lock. So of several migrators one works and the others find
/// nothing to do, and a failure leaves the database unchanged.
public struct Migrator: Sendable {
    private let scripts: DatabaseScripts
    private let logger: Logger

    public init(scripts: DatabaseScripts, logger: Logger) {
        self.scripts = scripts
        self.logger = logger
    }

    /// Makes roles and schemas; needs the connection of an administrator.
    public func setUp(_ connection: PostgresConnection) async throws {
        try await connection.execute(script: scripts.setup)
    }

    public struct Outcome: Sendable {
        /// Names of the migrations that were applied by this call.
        public let applied: [String]
        public let recreatedCode: Bool
    }

    /// Migrates the database; needs the connection of the migrator or an administrator.
    @discardableResult
    public func migrate(_ connection: PostgresConnection) async throws -> Outcome {
        try await requireSetUp(connection)
        return try await connection.withTransaction(retries: 3) { connection in
            try await connection.query("select pg_advisory_xact_lock(hashtext('pishkhan.migrations'))")
            try await connection.execute(script: "set local lock_timeout = '30s'; set local role pishkhan_owner;")
            try await connection.execute(script: bookkeeping)
            let pending = try pending(after: try await applied(connection))
            let isCodeCurrent = try await codeChecksum(connection) == scripts.codeChecksum
            if pending.isEmpty && isCodeCurrent {
                return Outcome(applied: [], recreatedCode: false)
            }
            try await dropCode(connection)
            try await connection.execute(script: "set local check_function_bodies = off")
            for file in scripts.guards { try await connection.execute(script: file.sql) }
            for migration in pending { try await apply(migration, connection) }
            try await createCode(connection)
            try await readBodies(connection)
            return Outcome(applied: pending.map(\.name), recreatedCode: true)
        }
    }

    /// True if the database has exactly this program's version; throws if it is newer or diverged.
    public func isCurrent(_ connection: PostgresConnection) async throws -> Bool {
        try await requireSetUp(connection)
        let known = try await connection.query("select to_regclass('registry.migration') is not null")
        guard try known[0].decode(Bool.self) else { return false }
        let isPending = try !pending(after: try await applied(connection)).isEmpty
        let isCodeCurrent = try await codeChecksum(connection) == scripts.codeChecksum
        return !isPending && isCodeCurrent
    }

    private func codeChecksum(_ connection: PostgresConnection) async throws -> String? {
        try await connection.query("select checksum from registry.code_version").first?.decode(String.self)
    }

    private func requireSetUp(_ connection: PostgresConnection) async throws {
        let found = try await connection.query(
            """
            select (select count(*) from pg_roles where rolname in ('pishkhan_owner', 'pishkhan_views',
                        'pishkhan_commands', 'pishkhan_migrator', 'pishkhan_app'))
                 + (select count(*) from pg_namespace where nspname in ('registry', 'staging', 'ranking'))
            """)
        guard try found[0].decode(Int.self) == 8 else { throw MigrationError.notSetUp }
    }

    private func applied(_ connection: PostgresConnection) async throws -> [(Int, String, String)] {
        try await connection.query("select number, name, checksum from registry.migration order by number")
            .decode((Int, String, String).self)
    }

    private func pending(after applied: [(Int, String, String)]) throws -> [DatabaseScripts.Migration] {
        if applied.count > scripts.migrations.count {
            throw MigrationError.databaseIsNewer(database: applied.count, program: scripts.migrations.count)
        }
        for (known, migration) in zip(applied, scripts.migrations)
        where (known.0, known.1, known.2) != (migration.number, migration.name, migration.checksum) {
            throw MigrationError.diverged(migration: known.1)
        }
        return Array(scripts.migrations.dropFirst(applied.count))
    }

    private func apply(_ migration: DatabaseScripts.Migration, _ connection: PostgresConnection) async throws {
        logger.info("applying migration", metadata: ["name": "\(migration.name)"])
        try await connection.query(
            """
            insert into registry.migration (number, name, checksum, applied_at)
            values (\(migration.number), \(migration.name), \(migration.checksum), clock_timestamp())
            """)
        try await connection.execute(script: migration.sql)
    }

    /// `drop schema … cascade` would silently remove outside objects that depend on the code, so this refuses if there
    /// are any.
    private func dropCode(_ connection: PostgresConnection) async throws {
        let dependents = try await connection.query(
            """
            with code as (
                select oid, 'pg_proc'::regclass as class from pg_proc where pronamespace = 'ranking'::regnamespace
                union all
                select oid, 'pg_class'::regclass from pg_class where relnamespace = 'ranking'::regnamespace
                union all
                select oid, 'pg_type'::regclass from pg_type where typnamespace = 'ranking'::regnamespace
                union all
                select r.oid, 'pg_rewrite'::regclass from pg_rewrite r join pg_class c on c.oid = r.ev_class
                where c.relnamespace = 'ranking'::regnamespace
            )
            select distinct pg_describe_object(d.classid, d.objid, d.objsubid)
            from pg_depend d join code on code.oid = d.refobjid and code.class = d.refclassid
            where d.deptype in ('n', 'a')
                and not exists (select from code inside where inside.oid = d.objid and inside.class = d.classid)
            order by 1
            """
        ).decode(String.self)
        guard dependents.isEmpty else { throw MigrationError.foreignDependents(dependents) }
        try await connection.execute(
            script: """
                drop schema ranking cascade;
                create schema ranking;
                grant usage, create on schema ranking to pishkhan_views, pishkhan_commands;
                grant usage on schema ranking to pishkhan_app;
                """)
    }

    /// Tables need their guards when they are created, guards name tables that a later migration creates, and code
    /// calls code of other files. So functions are created without a check and checked at the end: a faulty one is
    /// refused now and not when it first runs. Replacing a guard keeps the triggers and policies that call it.
    private func readBodies(_ connection: PostgresConnection) async throws {
        try await connection.execute(
            script: "set local check_function_bodies = on; set local search_path = registry, pg_temp")
        for owner in DatabaseScripts.CodeFile.owners {
            try await connection.execute(script: "set local role \(owner)")
            try await connection.query(
                """
                select case l.lanname when 'sql' then fmgr_sql_validator(p.oid)::text
                                      when 'plpgsql' then plpgsql_validator(p.oid)::text end
                from pg_proc p join pg_language l on l.oid = p.prolang
                where p.pronamespace in ('registry'::regnamespace, 'ranking'::regnamespace)
                    and p.proowner = current_user::regrole
                """)
        }
    }

    private func createCode(_ connection: PostgresConnection) async throws {
        for file in scripts.code {
            try await connection.execute(script: "set local role \(file.role);\n\(file.sql)")
        }
        try await connection.execute(script: "set local role pishkhan_owner")
        try await connection.query(
            """
            insert into registry.code_version (is_only_row, checksum) values (true, \(scripts.codeChecksum))
            on conflict (is_only_row) do update set checksum = excluded.checksum
            """)
        try await connection.query("notify schema_changed")
    }
}

private let bookkeeping = """
    create table if not exists registry.migration (
        number integer primary key,
        name text not null,
        checksum text not null,
        applied_at timestamptz not null
    );
    create table if not exists registry.code_version (
        is_only_row boolean primary key,
        checksum text not null,
        constraint code_version_has_one_row check (is_only_row)
    );
    grant usage on schema registry to pishkhan_app;
    grant select on registry.migration, registry.code_version to pishkhan_app;
    """
