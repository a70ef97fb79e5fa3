public import Foundation
import Postgres
public import RankingRules

/// The country, a province or an office for which a window or a release holds.
public enum ActingPlace: Sendable, Hashable {
    case country
    /// The province with this code.
    case province(String)
    /// The office with this code.
    case office(String)
}

/// The days of an activity of a half-year. An office may act while one of the windows that apply to it is open.
public struct ActivityWindow: Sendable, Hashable {
    /// The code of a source of the scheme, or `review`.
    public let activity: String
    /// 1, 2, … within the activity.
    public let number: Int
    public let place: ActingPlace
    public let opensOn: Day
    /// Its last day, inclusive, in Tehran.
    public let closesOn: Day
    /// The reason; nil for accounts that may not read facts.
    public let reason: String?
    public let setAt: Date
}

/// The days and the reason of a new window.
public struct WindowChange: Sendable {
    public var activity: String
    public var place: ActingPlace
    /// The first day; today if not given.
    public var opensOn: Day?
    public var closesOn: Day
    /// Allows a last day that is over; that needs a reason.
    public var allowPast: Bool

    public init(
        _ activity: String, for place: ActingPlace = .country, opensOn: Day? = nil, closesOn: Day,
        allowPast: Bool = false
    ) {
        (self.activity, self.place) = (activity, place)
        (self.opensOn, self.closesOn, self.allowPast) = (opensOn, closesOn, allowPast)
    }
}

/// Offices that need not take part in a half-year. If they are silent, it does not count against them.
public struct Release: Sendable, Hashable {
    public let number: Int
    public let place: ActingPlace
    /// The reason; nil for accounts that may not read facts.
    public let reason: String?
    public let legalBasis: String
    public let releasedAt: Date
    public let endedAt: Date?
    public let endReason: String?
}

extension RankingDatabase {
    /// The windows of a half-year that the account may see, by activity and number.
    public func windows(of halfYear: HalfYear) async throws -> [ActivityWindow] {
        try await read { connection in
            _ = try await connection.period(halfYear)
            return try await connection.query(
                """
                select activity, number, province, office, opens_on, closes_on, reason, set_at
                from ranking.submission_window where half_year = \(halfYear.description)
                order by activity collate "C", number
                """
            ).map { row in
                ActivityWindow(
                    activity: try row["activity"], number: try row["number"],
                    place: ActingPlace(try row["province"], try row["office"]), opensOn: try row["opens_on"],
                    closesOn: try row["closes_on"], reason: try row["reason"], setAt: try row["set_at"])
            }
        }
    }

    /// Sets the days of an activity, or more days for a province or an office. A last day after the period's closing
    /// day moves that day, and the days of the later steps by as much.
    /// - Parameter reason: needed except for the first window of the country, and for that one too if it moves the
    ///   closing day or is over.
    /// - Returns: false if the same days are set already.
    @discardableResult
    public func setWindow(_ halfYear: HalfYear, _ change: WindowChange, reason: String? = nil) async throws -> Bool {
        try await act { connection in
            try await connection.query(
                """
                select ranking.set_window(\(halfYear.description), \(change.activity), \(change.place.province),
                    \(change.place.office), \(change.opensOn)::date,
                    \(change.closesOn)::date, \(change.allowPast), \(reason))
                """)[0].decode(Bool.self)
        }
    }

    /// The releases of a half-year that the account may see, ended ones too, oldest first.
    public func releases(of halfYear: HalfYear) async throws -> [Release] {
        try await read { connection in
            _ = try await connection.period(halfYear)
            return try await connection.query(
                """
                select id, province, office, reason, legal_basis, released_at, ended_at, end_reason
                from ranking.release where half_year = \(halfYear.description) order by id
                """
            ).map { row in
                Release(
                    number: try row["id"], place: ActingPlace(try row["province"], try row["office"]),
                    reason: try row["reason"], legalBasis: try row["legal_basis"],
                    releasedAt: try row["released_at"], endedAt: try row["ended_at"],
                    endReason: try row["end_reason"])
            }
        }
    }

    /// Releases a province or an office from taking part, until the half-year closes.
    /// - Returns: the number of the release; if the place is released already, that of the release in force.
    @discardableResult
    public func release(
        _ place: ActingPlace, in halfYear: HalfYear, reason: String, legalBasis: String
    ) async throws -> Int {
        guard place != .country else { throw RankingError.invalid([releaseNeedsAPlace]) }
        return try await act { connection in
            try await connection.query(
                """
                select release from ranking.release_offices(\(halfYear.description), \(place.province), \(place.office),
                    \(reason), \(legalBasis))
                """)[0].decode(Int.self)
        }
    }

    /// Ends a release before the half-year closes.
    /// - Returns: true if the release was in force before.
    @discardableResult
    public func endRelease(_ number: Int, in halfYear: HalfYear, reason: String) async throws -> Bool {
        guard Int32(exactly: number) != nil else { throw RankingError.unknownRelease(String(number)) }
        return try await act { connection in
            try await connection.query(
                "select ranking.end_release(\(halfYear.description), \(number)::integer, \(reason))")[0]
                .decode(Bool.self)
        }
    }
}

extension ActingPlace {
    public var province: String? { if case .province(let code) = self { code } else { nil } }

    public var office: String? { if case .office(let code) = self { code } else { nil } }

    /// A row of an office also names its province.
    fileprivate init(_ province: String?, _ office: String?) {
        self = office.map(Self.office) ?? province.map(Self.province) ?? .country
    }
}

private let releaseNeedsAPlace = LocalizedText(
    persian: "معافیت برای یک استان یا یک دفتر است.", english: "A release is for a province or for an office.")
