import Postgres
public import RankingRules

extension RankingDatabase {
    /// The named version of a scheme, or the newest one that is confirmed.
    public func schemeVersion(_ code: String, version: Int? = nil) async throws -> SchemeVersion {
        try await read { connection in
            let found = try await connection.query(
                """
                select version from ranking.scheme
                where code = \(code) and version = coalesce(\(version)::integer, version)
                order by is_confirmed desc, version desc limit 1
                """)
            guard let found = try found.first?.decode(Int.self) else {
                throw RankingError.unknownScheme(version.map { "\(code)@\($0)" } ?? code)
            }
            return SchemeVersion(code: code, version: found)
        }
    }

    /// The named version of a scheme, or the newest one that is confirmed, with the text of its file.
    public func adoptedScheme(
        _ code: String, version: Int? = nil
    ) async throws -> (adopted: AdoptedScheme, document: String) {
        try await read { connection in
            let found = try await connection.query(
                """
                select id, document from ranking.scheme
                where code = \(code) and version = coalesce(\(version)::integer, version)
                order by is_confirmed desc, version desc limit 1
                """)
            guard let (id, document) = try found.first?.decode((Int, String).self) else {
                throw RankingError.unknownScheme(version.map { "\(code)@\($0)" } ?? code)
            }
            return (try await connection.scheme(id: id), document)
        }
    }
}
