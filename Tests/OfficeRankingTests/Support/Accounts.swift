import OfficeRanking
import Postgres
import TestDatabase

extension Fixture {
    /// A second account, which may see and act in the provinces named by their codes only.
    func provincialAccount(
        _ name: String = "gilan.desk", provinces: [String] = ["01"], isActive: Bool = true
    ) async throws -> RankingDatabase {
        try await account(name, role: "provincial", provinces: provinces, isActive: isActive)
    }

    /// An account of any role, of a person of the same name; the agency is made where there is none of that code.
    func account(
        _ name: String, role: String, provinces: [String] = [], agency: String? = nil, offices: [String] = [],
        isActive: Bool = true
    ) async throws -> RankingDatabase {
        try await administrator { connection in
            try await connection.query(
                """
                insert into registry.agency (code) select \(agency)::text where \(agency)::text is not null
                on conflict do nothing
                """)
            let account = try await connection.query(
                """
                insert into registry.account (name, person, role, agency_id, is_active)
                values (\(name), \(name), \(role), (select id from registry.agency where code = \(agency)::text),
                    \(isActive))
                returning id
                """)[0].decode(Int.self)
            try await connection.query(
                """
                insert into registry.account_province
                select \(account), id from registry.province where code = any (\(provinces)::text[])
                """)
            try await connection.query(
                """
                insert into registry.account_office
                select \(account), id, province_id, holder_id from registry.office where code = any (\(offices)::text[])
                """)
        }
        return RankingDatabase(client: client, account: name, logger: TestDatabase.logger)
    }

    /// Plain SQL of the application's login in one transaction that is rolled back; without an account the actor is
    /// unset.
    @discardableResult
    func application<T: Sendable>(
        as account: String?, _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        let actor = try await accountNumber(account)
        return try await connected(as: "pishkhan_app") { connection in
            if let actor { try await connection.query("select set_config('pishkhan.actor', \(actor), false)") }
            return try await rolledBack(connection, body)
        }
    }

    /// Plain SQL of the role that owns the tables, past every policy, in one transaction that is rolled back.
    @discardableResult
    func owner<T: Sendable>(_ body: (PostgresConnection) async throws -> T) async throws -> T {
        try await administrator { connection in
            try await connection.query("set role pishkhan_owner")
            return try await rolledBack(connection, body)
        }
    }

    func connected<T: Sendable>(
        as role: String, _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        let connection = try await PostgresConnection.connect(
            database.configuration(as: role), logger: TestDatabase.logger)
        do {
            let value = try await body(connection)
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    func accountNumber(_ name: String?) async throws -> String? {
        guard let name else { return nil }
        return String(try await number("select id from registry.account where name = \(name)"))
    }

    private func rolledBack<T: Sendable>(
        _ connection: PostgresConnection, _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        try await connection.query("begin")
        let value = try await body(connection)
        // What is only checked at the end is checked now.
        try await connection.query("set constraints all immediate")
        try await connection.query("rollback")
        return value
    }
}

extension Fixture {
    /// Imports one file in the name of an account.
    @discardableResult
    func take(
        _ kind: ImportKind, _ text: String, as account: RankingDatabase, acceptsValid: Bool = false,
        report: FindingReport = FindingReport()
    ) async throws -> ImportOutcome {
        let options = ImportOptions(
            period: kind == .offices ? nil : Self.firstHalf, today: Self.today, acceptsValid: acceptsValid)
        return try await account.importFiles([file(kind, text)], options, report: report)
    }
}
