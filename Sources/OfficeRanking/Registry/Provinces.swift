import Postgres

/// A province with the region and association that the operator has recorded.
public struct Province: Sendable, Hashable, Codable {
    public let code: String
    public let name: String
    public let nameEnglish: String
    /// The regulator's region, 1…9. The map of provinces to regions is not public.
    public let region: Int?
    public let regionTitle: String?
    public let association: String?
}

extension RankingDatabase {
    public func provinces() async throws -> [Province] {
        try await read { connection in
            try await connection.query(
                """
                select code, name_fa, name_en, region_id, region_title, association_title
                from ranking.province order by code
                """
            ).map { row in
                Province(
                    code: try row["code"], name: try row["name_fa"], nameEnglish: try row["name_en"],
                    region: try row["region_id"], regionTitle: try row["region_title"],
                    association: try row["association_title"])
            }
        }
    }

    /// Puts a province, by code or name, into one of the regulator's nine regions.
    public func assignRegion(_ region: Int, title: String, to province: String) async throws {
        try await act { connection in
            try await connection.query("select ranking.assign_region(\(province), \(region), \(title))")
        }
    }

    public func nameAssociation(_ title: String, of province: String) async throws {
        try await act { connection in
            try await connection.query("select ranking.name_association(\(province), \(title))")
        }
    }
}
