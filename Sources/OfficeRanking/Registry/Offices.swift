import Postgres
public import RankingRules

/// What is known of an office now.
public struct OfficeRecord: Sendable, Hashable {
    /// By the column names of the offices file, in a fixed order; days in Jalali, nil where nothing is known. No
    /// national id is among them.
    public let fields: [(name: String, value: String?)]
    public let versions: [Version]

    /// From this day on it was so, until the next version.
    public struct Version: Sendable, Hashable {
        public let effectiveOn: Day
        public let revision: Int
        public let state: LicenceState
        public let licenceNumber: String
        public let locality: String
    }

    public static func == (left: OfficeRecord, right: OfficeRecord) -> Bool {
        left.versions == right.versions && left.fields.elementsEqual(right.fields) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(versions)
    }
}

extension RankingDatabase {
    public func office(_ code: String) async throws -> OfficeRecord {
        try await read { connection in
            let rows = try await connection.query("select * from ranking.office where code = \(code)")
            guard let row = rows.first else { throw RankingError.unknownOffice(code) }
            let fields = try OfficeRecord.columns.map { name in
                (name: name, value: try OfficeRecord.shown(name, row.cell(named: name)))
            }
            return OfficeRecord(fields: fields, versions: try await connection.versions(of: row["id"]))
        }
    }
}

extension PostgresConnection {
    fileprivate func versions(of office: Int64) async throws -> [OfficeRecord.Version] {
        try await query(
            """
            select effective_on, revision, state, licence_number, locality from ranking.office_version
            where office_id = \(office) order by effective_on, revision
            """
        ).map { row in
            OfficeRecord.Version(
                effectiveOn: try row["effective_on"], revision: try row["revision"], state: try row["state"],
                licenceNumber: try row["licence_number"], locality: try row["locality"])
        }
    }
}

extension OfficeRecord {
    fileprivate static let columns = [
        "code", "kind", "province", "county", "locality", "holder_name", "licence_number", "licensed_on", "expires_on",
        "state", "manager_name", "deputy_name", "address", "postal_code", "tenure", "floor_area", "equipment",
        "has_signboard", "is_accessible", "posts_tariff", "staff_count", "insured_staff_count",
        "disabled_staff_count", "effective_on",
    ]

    fileprivate static func shown(_ name: String, _ cell: PostgresCell) throws -> String? {
        switch name {
        case "licensed_on", "expires_on", "effective_on":
            return try cell.decode(Day?.self).map(\.jalali)
        case "floor_area":
            return try cell.decode(Int64?.self).map { ScaledNumber.text($0, places: 1) }
        case "has_signboard", "is_accessible", "posts_tariff":
            return try cell.decode(Bool?.self).map { $0 ? "yes" : "no" }
        default:
            return try cell.decode(String?.self)
        }
    }
}
