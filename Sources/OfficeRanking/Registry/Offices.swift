import Postgres
public import RankingRules

/// The record of an office as it is known now.
public struct OfficeRecord: Sendable, Hashable {
    /// The known values; never a national id.
    public let values: [OfficeField: OfficeValue]
    public let versions: [Version]

    /// The fields that a record shows, in their order.
    public static var fields: [OfficeField] { OfficeField.shown }

    /// From this day on it was so, until the next version.
    public struct Version: Sendable, Hashable {
        public let effectiveOn: Day
        public let revision: Int
        public let state: LicenceState
        public let licenceNumber: String
        public let locality: String
    }
}

/// What the register holds in a field of an office.
public enum OfficeValue: Sendable, Hashable {
    case text(String)
    case kind(OfficeKind)
    case state(LicenceState)
    case day(Day)
    case flag(Bool)
    case count(Int)
    /// In tenths of a square metre.
    case area(Int64)
}

extension RankingDatabase {
    public func office(_ code: String) async throws -> OfficeRecord {
        try await read { connection in
            let rows = try await connection.query("select * from ranking.office where code = \(code)")
            guard let row = rows.first else { throw RankingError.unknownOffice(code) }
            let values = try OfficeRecord.fields.map { field in
                (field, try field.value(in: row.cell(named: field.name)))
            }
            return OfficeRecord(
                values: Dictionary(uniqueKeysWithValues: values).compactMapValues(\.self),
                versions: try await connection.versions(of: row["id"]))
        }
    }
}

extension OfficeField {
    fileprivate func value(in cell: PostgresCell) throws -> OfficeValue? {
        switch field.rule {
        case .day: try cell.decode(PostgresDate?.self).map { .day(Day(rawValue: $0.days)) }
        case .flag: try cell.decode(Bool?.self).map(OfficeValue.flag)
        case .wholeNumber: try cell.decode(Int?.self).map(OfficeValue.count)
        case .decimal: try cell.decode(Int64?.self).map(OfficeValue.area)
        case .choice: try cell.decode(String?.self).map(word)
        default: try cell.decode(String?.self).map(OfficeValue.text)
        }
    }

    private func word(_ code: String) throws -> OfficeValue {
        if self == .kind, let kind = OfficeKind(rawValue: code) { return .kind(kind) }
        if self == .state, let state = LicenceState(rawValue: code) { return .state(state) }
        throw RankingError.failed("\(name) \(code)")
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
