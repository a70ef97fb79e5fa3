import Postgres
public import RankingRules

/// Values that may be offered for one criterion of a declaration. An offer is never stored by itself: whoever fills the
/// form gives the value as the own one, or does not.
public struct OfferedValue: Sendable, Hashable {
    public let criterion: Criterion
    /// What counted in the earlier half-year, as this scheme writes it; nil if nothing did, or if this scheme does not
    /// admit it.
    public let earlier: Int64?
    /// The last half-year in which the office, or the one that it continues, took part; nil if there is none.
    public let earlierHalfYear: HalfYear?
    /// What the register of offices holds.
    public let registered: Int64?
}

extension RankingDatabase {
    /// What may be offered to the declaration of an office, for accounts that speak for it.
    public func offeredValues(to office: String, in halfYear: HalfYear) async throws -> [OfferedValue] {
        try await read { connection in
            let rows = try await connection.query(
                "select * from ranking.offered_values(\(halfYear.description), \(office))")
            guard let first = rows.first else { return [] }
            let scheme = try await connection.cachedScheme(id: first["scheme_id"], schemes)
            var earlier: Scheme?
            if let id = try first["earlier_scheme_id"] as Int? {
                earlier = try await connection.cachedScheme(id: id, schemes)
            }
            return try rows.map { try OfferedValue($0, scheme, earlier) }
        }
    }
}

extension OfferedValue {
    fileprivate init(_ row: PostgresRow, _ scheme: Scheme, _ earlierScheme: Scheme?) throws {
        let position: Int = try row["list_position"]
        guard scheme.criteria.indices.contains(position) else { throw RankingError.failed("offers of another scheme") }
        let present = scheme.criteria[position]
        criterion = present
        earlierHalfYear = try row["earlier_half_year"]
        let counted: (position: Int?, value: Int64?) = try (row["earlier_position"], row["earlier_value"])
        earlier = counted.position.flatMap { position in
            guard let known = earlierScheme?.criteria, known.indices.contains(position) else { return nil }
            let translation = ValueTranslation(from: known[position].valueType, to: present.valueType)
            return counted.value.flatMap { translation?.value(of: $0) }
        }.flatMap { present.valueType.admits($0) ? $0 : nil }
        registered = try (row["registered"] as Int64?).flatMap { present.valueType.admits($0) ? $0 : nil }
    }
}
