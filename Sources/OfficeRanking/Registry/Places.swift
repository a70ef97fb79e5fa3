import Postgres
public import RankingRules

/// The level of a place in the official division, below the province.
public enum PlaceLevel: String, Sendable, CaseIterable {
    case county
    case city
    case village
}

/// A county or a city that the official division lacks.
public struct NewPlace: Sendable, Hashable {
    public enum Level: String, Sendable, CaseIterable {
        case county
        case city
    }

    public let level: Level
    /// The code or name of the province.
    public let province: String
    /// The name or code of a city's county.
    public let county: String?
    public let name: String
    /// Four digits of a county, ten of a city; nil until the Statistical Centre gives a code.
    public let code: String?

    public init(level: Level, province: String, county: String?, name: String, code: String?) {
        (self.level, self.province, self.county) = (level, province, county)
        (self.name, self.code) = (name, code)
    }

    public static func county(_ name: String, in province: String, code: String? = nil) -> NewPlace {
        NewPlace(level: .county, province: province, county: nil, name: name, code: code)
    }

    public static func city(_ name: String, in county: String, _ province: String, code: String? = nil) -> NewPlace {
        NewPlace(level: .city, province: province, county: county, name: name, code: code)
    }
}

/// A place that was added, renamed or moved to another county, with the day from which this holds.
public struct PlaceChange: Sendable, Hashable {
    public enum Kind: String, Sendable {
        case added
        case renamed
        case split
    }

    public let kind: Kind
    public let level: PlaceLevel
    public let provinceCode: String
    public let province: String
    public let provinceEnglish: String
    /// Nil until the county has a code.
    public let countyCode: String?
    /// The published name of the county.
    public let county: String
    public let nameBefore: String?
    public let name: String
    /// For a split, the earlier county of the place.
    public let fromCounty: String?
    public let effectiveOn: Day
    public let reason: String
}

private let cityLiesInACounty = LocalizedText(
    persian: "برای شهر یا روستا شهرستان آن را هم بنویسید؛ برای خود شهرستان ننویسید.",
    english: "A city or village is named with its county, a county without one.")

extension RankingDatabase {
    /// Every change in the order of the record; of one province if it is given.
    public func placeChanges(province: String? = nil) async throws -> [PlaceChange] {
        try await read { connection in
            try await connection.query(
                """
                select kind, level, province_code, province, province_en, county_code, county, name_before, name_after,
                    from_county, effective_on, reason
                from ranking.place_changes(\(province))
                """
            ).map(PlaceChange.init)
        }
    }

    /// Adds a county or city; a known one stays as it is.
    /// - Returns: true if anything changed.
    public func addPlace(_ place: NewPlace, effectiveOn: Day, reason: String) async throws -> Bool {
        try Self.require(county: place.county, unless: place.level == .county)
        let day = effectiveOn.description
        return try await act { connection in
            let rows =
                switch place.level {
                case .county:
                    try await connection.query(
                        """
                        select ranking.add_county(\(place.province), \(place.name), \(place.code), \(day), \(reason))
                        """)
                case .city:
                    try await connection.query(
                        """
                        select ranking.add_city(\(place.province), \(place.county), \(place.name),
                            \(place.code), \(day), \(reason))
                        """)
                }
            return try rows[0].decode(Bool.self)
        }
    }

    private static func require(county: String?, unless isCounty: Bool) throws {
        guard (county == nil) == isCounty else { throw RankingError.invalid([cityLiesInACounty]) }
    }

    /// Gives a place a later name. Censuses and publications keep the earlier name; files may use both.
    /// - Parameter county: the county of a city or village.
    /// - Returns: true if anything changed.
    public func renamePlace(
        _ level: PlaceLevel, _ name: String, in county: String?, _ province: String, to newName: String,
        effectiveOn: Day, reason: String
    ) async throws -> Bool {
        try Self.require(county: county, unless: level == .county)
        return try await act { connection in
            try await connection.query(
                """
                select ranking.rename_place(\(level.rawValue), \(province), \(county), \(name), \(newName),
                    \(effectiveOn.description), \(reason))
                """)[0].decode(Bool.self)
        }
    }

    /// Makes a new county of places of another one, or adds places to it. Offices move when an offices file names their
    /// new county.
    /// - Returns: true if anything changed.
    public func splitCounty(
        _ county: String, of province: String, into newCounty: String, localities: [String], effectiveOn: Day,
        reason: String
    ) async throws -> Bool {
        try await act { connection in
            try await connection.query(
                """
                select ranking.split_county(\(province), \(county), \(newCounty), \(localities),
                    \(effectiveOn.description), \(reason))
                """)[0].decode(Bool.self)
        }
    }
}

extension PlaceChange {
    fileprivate init(row: PostgresRow) throws {
        kind = try row["kind"]
        level = try row["level"]
        provinceCode = try row["province_code"]
        province = try row["province"]
        provinceEnglish = try row["province_en"]
        countyCode = try row["county_code"]
        county = try row["county"]
        nameBefore = try row["name_before"]
        name = try row["name_after"]
        fromCounty = try row["from_county"]
        effectiveOn = try row["effective_on"]
        reason = try row["reason"]
    }
}
