import Postgres
public import RankingRules

/// A city or village where a service is delegated and no office is able to offer it.
public struct UnservedLocality: Sendable, Hashable {
    public let service: String
    public let title: String
    public let province: String
    public let county: String
    public let locality: String
    public let isVillage: Bool
    public let reason: Reason
    /// Offices licensed there.
    public let offices: Int
    public let activeOffices: Int
    let localityID: Int

    public enum Reason: String, Sendable, CaseIterable {
        case noOffice = "no_office"
        case noActiveOffice = "no_active_office"
        case noOfficeOfRank = "no_office_of_rank"
        case noRoom = "no_room"
    }
}

/// The service, or the agency whose services are asked for.
public enum UnservedQuestion: Sendable, Hashable {
    case service(String)
    case agency(String)
}

/// A page of localities, with the length of the whole list.
public struct UnservedPage: Sendable {
    public let page: Page<UnservedLocality, UnservedCursor>
    public let total: Int

    public var items: [UnservedLocality] { page.items }
    public var next: UnservedCursor? { page.next }
}

/// The cursor of a service and one of its localities.
public struct UnservedCursor: PageCursor {
    let service: String
    let locality: Int

    public var description: String { "\(service).\(locality)" }

    init(after item: UnservedLocality) {
        (service, locality) = (item.service, item.localityID)
    }

    public init?(_ text: String) {
        guard let fields = cursorFields(text, 2), !fields[0].isEmpty, let locality = cursorNumber(fields[1]),
            locality >= 0
        else { return nil }
        (service, self.locality) = (fields[0], locality)
    }
}

extension RankingDatabase {
    /// Localities of a delegation in which no active office offers the service and none has a free place, by service,
    /// county and name. Uses the filter's province, rank and `isEarnedOnly`; ignores the rest.
    public func unservedLocalities(
        of question: UnservedQuestion, on day: Day, _ filter: RoomFilter = RoomFilter(), limit: Int = 50,
        after cursor: UnservedCursor? = nil
    ) async throws -> UnservedPage {
        let (service, agency): (String?, String?) =
            switch question {
            case .service(let code): (code, nil)
            case .agency(let code): (nil, code)
            }
        return try await read { connection in
            if let agency { try await connection.query("select ranking.known_agency(\(agency))") }
            let rows = try await connection.query(
                """
                select *
                from ranking.unserved_localities(\(day)::date, \(service), \(agency), \(filter.province),
                    \(filter.rank)::integer, \(filter.isEarnedOnly), \(cursor?.service),
                    \(cursor?.locality)::integer, \(limit + 1))
                """)
            return UnservedPage(
                page: Page(try rows.map(UnservedLocality.init), limit: limit, cursor: UnservedCursor.init),
                total: try rows.first?["localities"] ?? 0)
        }
    }
}

extension UnservedLocality {
    fileprivate init(row: PostgresRow) throws {
        service = try row["service_code"]
        title = try row["title"]
        province = try row["province"]
        county = try row["county"]
        locality = try row["locality"]
        isVillage = try row["locality_kind"] == "village"
        reason = try row["reason"]
        offices = try row["offices"]
        activeOffices = try row["active_offices"]
        localityID = try row["locality_id"]
    }
}
