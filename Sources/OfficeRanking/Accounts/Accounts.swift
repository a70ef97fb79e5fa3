import Postgres
public import RankingRules

/// A login with its role and its scope.
public struct Account: Sendable, Hashable {
    public let name: String
    /// The person behind the account. Duties that exclude each other bind the person, who may have several accounts.
    public let person: String
    public let role: String
    public let roleTitle: LocalizedText
    /// True for the accounts that come with the database, the public and the clock; they cannot be changed.
    public let isBuiltIn: Bool
    public let isActive: Bool
    /// Code of the account's agency; nil for other accounts.
    public let agency: String?
    /// The account's own provinces, regions and offices, as its scope has them.
    public let scope: AccountScope
}

/// What belongs to an account, where the scope of its role is provinces or offices.
public struct AccountScope: Sendable, Hashable {
    /// Codes; to give them, also names.
    public var provinces: [String]
    /// Numbers of regions, each for the provinces that belong to it at the time.
    public var regions: [Int]
    /// Codes of offices. An office that gets another licence holder leaves the account.
    public var offices: [String]

    public init(provinces: [String] = [], regions: [Int] = [], offices: [String] = []) {
        self.provinces = provinces
        self.regions = regions
        self.offices = offices
    }
}

/// What the accounts of a role may do and read.
public struct AccountRole: Sendable, Hashable {
    public let name: String
    public let title: LocalizedText
    /// `country`, `provinces`, `offices`, `services` or `publications`.
    public let scope: String
    public let isBuiltIn: Bool
    /// Kinds of act that the role may do, and what it may read (`read_…`).
    public let permissions: [String]
}

extension RankingDatabase {
    /// All accounts by name; an account without `read_accounts` gets only itself.
    public func accounts() async throws -> [Account] {
        try await read { connection in
            try await connection.query(
                """
                select name, person, role, role_title_fa, role_title_en, is_built_in, is_active, agency_code,
                    province_codes, regions, office_codes
                from ranking.account order by name collate "C"
                """
            ).map { try Account(row: $0) }
        }
    }

    public func roles() async throws -> [AccountRole] {
        try await read { connection in
            try await connection.query(
                """
                select name, title_fa, title_en, scope, is_built_in, permissions from ranking.role
                order by is_built_in, name collate "C"
                """
            ).map { row in
                AccountRole(
                    name: try row["name"],
                    title: LocalizedText(persian: try row["title_fa"], english: try row["title_en"]),
                    scope: try row["scope"], isBuiltIn: try row["is_built_in"], permissions: try row["permissions"])
            }
        }
    }

    /// - Parameters:
    ///   - provinces: codes or names, for a role whose scope is provinces; so are the regions.
    ///   - agency: code of the agency, for the account of one.
    ///   - offices: codes, for the account of an office.
    public func makeAccount(
        name: String, person: String, role: String, provinces: [String] = [], agency: String? = nil,
        regions: [Int] = [], offices: [String] = []
    ) async throws {
        try await act { connection in
            try await connection.query(
                """
                select ranking.make_account(\(name), \(person), \(role), \(provinces)::text[], \(agency),
                    \(regions)::integer[], \(offices)::text[])
                """)
        }
    }

    /// Gives an account another role; the scope and the agency replace the earlier ones.
    public func changeRole(
        of name: String, to role: String, provinces: [String] = [], agency: String? = nil, regions: [Int] = [],
        offices: [String] = [], reason: String
    ) async throws {
        try await act { connection in
            try await connection.query(
                """
                select ranking.change_role(\(name), \(role), \(provinces)::text[], \(agency), \(regions)::integer[],
                    \(offices)::text[], \(reason))
                """)
        }
    }

    /// - Returns: true if the account was active before.
    @discardableResult
    public func disableAccount(_ name: String, reason: String) async throws -> Bool {
        try await act { connection in
            try await connection.query("select ranking.disable_account(\(name), \(reason))")[0].decode(Bool.self)
        }
    }

    /// - Returns: true if the account was disabled before.
    @discardableResult
    public func enableAccount(_ name: String, reason: String) async throws -> Bool {
        try await act { connection in
            try await connection.query("select ranking.enable_account(\(name), \(reason))")[0].decode(Bool.self)
        }
    }
}

extension Account {
    fileprivate init(row: PostgresRow) throws {
        self.init(
            name: try row["name"], person: try row["person"], role: try row["role"],
            roleTitle: LocalizedText(persian: try row["role_title_fa"], english: try row["role_title_en"]),
            isBuiltIn: try row["is_built_in"], isActive: try row["is_active"], agency: try row["agency_code"],
            scope: AccountScope(
                provinces: try row["province_codes"], regions: try row["regions"], offices: try row["office_codes"]))
    }
}
