public import Foundation
import Postgres
public import RankingRules

/// An item that waits for a verdict.
public struct WaitingItem: Sendable, Hashable {
    public let criterion: Criterion
    /// In the criterion's unit.
    public let value: Int64
    /// True if it was judged and is said again since.
    public let isReopened: Bool
    /// True if the working group judges it.
    public let needsTheGroup: Bool
    /// Whether the rank of the office hangs on it: it is another one without the value. Nil if nobody asked.
    public internal(set) var isDecisive: Bool?
}

/// What a source has said about an office and nobody has judged yet.
public struct WaitingReview: Sendable, Hashable {
    public let province: String
    public let office: String
    public let source: String
    /// The number of the newest submission; a review names it.
    public let submission: Int
    /// When the oldest of the items was submitted.
    public let waitsSince: Date
    /// The last day of review for this office; nil if none is set.
    public let deadline: Day?
    /// True if the reader himself submitted one of the items, so that another person judges it.
    public let isOwn: Bool
    public internal(set) var items: [WaitingItem]

    /// In microseconds, as the list is ordered.
    let instant: Int64

    public var isDecisive: Bool { items.contains { $0.isDecisive == true } }
}

/// How much of a province waits for a verdict.
public struct WaitingProvince: Sendable, Hashable {
    public let province: String
    public let offices: Int
    public let items: Int
    /// The items that were judged and are said again since.
    public let reopened: Int
    public let waitsSince: Date
}

/// A page of the reviewers' work list, with the counts of every province in the scope of the account.
public struct ReviewListPage: Sendable {
    public let page: Page<WaitingReview, ReviewListCursor>
    public let provinces: [WaitingProvince]

    public var reviews: [WaitingReview] { page.items }
    public var next: ReviewListCursor? { page.next }
}

/// The cursor of an entry: instant, source, office.
public struct ReviewListCursor: PageCursor {
    let instant: Int64
    let source: String
    let office: String

    public var description: String { "\(instant).\(source).\(office)" }

    init(after entry: WaitingReview) {
        (instant, source, office) = (entry.instant, entry.source, entry.office)
    }

    public init?(_ text: String) {
        guard let fields = cursorFields(text, 3), let instant = Int64(Digits.latin(fields[0])), instant >= 0,
            !fields[1].isEmpty, !fields[2].isEmpty
        else { return nil }
        (self.instant, source, office) = (instant, fields[1], fields[2])
    }
}

/// Which part of the work list is asked for; nil means all.
public struct ReviewListFilter: Sendable {
    public var province: String?
    public var source: String?
    public var office: String?
    /// Asks for each item whether the rank hangs on it, and puts such offices of a page first.
    public var decisiveFirst: Bool

    public init(
        province: String? = nil, source: String? = nil, office: String? = nil, decisiveFirst: Bool = false
    ) {
        (self.province, self.source, self.office) = (province, source, office)
        self.decisiveFirst = decisiveFirst
    }
}

extension RankingDatabase {
    /// A page of the items that wait for a verdict, the oldest first; without a limit all.
    public func reviewList(
        of halfYear: HalfYear, _ filter: ReviewListFilter = ReviewListFilter(), limit: Int? = nil,
        after cursor: ReviewListCursor? = nil
    ) async throws -> ReviewListPage {
        let rowLimit = limit.map { $0 + 1 }
        return try await read { connection in
            let period = try await connection.period(halfYear)
            let criteria = try await connection.criteria(of: halfYear)
            let rows = try await connection.query(
                """
                select * from ranking.review_list(\(halfYear.description), \(filter.province), \(filter.source),
                    \(filter.office), \(cursor?.instant)::bigint, \(cursor?.office), \(cursor?.source),
                    \(rowLimit)::integer)
                """)
            var found = try rows.map { try WaitingReview($0, criteria) }
            // Beyond the page nothing is shown, and the cursor is that of its last entry by age.
            let page = Page(found, limit: limit ?? found.count, cursor: ReviewListCursor.init)
            found = page.items
            if filter.decisiveFirst, let scheme = period.schemeID {
                try await connection.findDecisive(
                    &found, in: period, try await connection.scheme(id: scheme).scheme)
                found = found.filter(\.isDecisive) + found.filter { !$0.isDecisive }
            }
            return ReviewListPage(
                page: Page(items: found, next: page.next),
                provinces: try await connection.waitingProvinces(of: halfYear))
        }
    }
}

extension PostgresConnection {
    fileprivate func waitingProvinces(of halfYear: HalfYear) async throws -> [WaitingProvince] {
        try await query(
            """
            select province_code, offices, items, reopened, waits_since
            from ranking.review_counts(\(halfYear.description))
            """
        ).map { row in
            WaitingProvince(
                province: try row["province_code"], offices: try row["offices"], items: try row["items"],
                reopened: try row["reopened"] ?? 0, waitsSince: try row["waits_since"])
        }
    }
}

extension WaitingReview {
    fileprivate init(_ row: PostgresRow, _ known: [Criterion]) throws {
        province = try row["province_code"]
        office = try row["office_code"]
        source = try row["source_code"]
        submission = try row["number"]
        waitsSince = try row["waits_since"]
        instant = try row["sort_instant"]
        deadline = try row["deadline"]
        isOwn = try row["is_own"]
        let codes: [String] = try row["criteria"]
        let values: [Int64] = try row["declared_value"]
        let reopened: [Bool] = try row["reopened"]
        let forGroup: [Bool] = try row["for_group"]
        items = try codes.indices.map { index in
            guard let criterion = known.first(where: { $0.code == codes[index] }) else {
                throw RankingError.failed("a waiting item of an unknown criterion")
            }
            return WaitingItem(
                criterion: criterion, value: values[index], isReopened: reopened[index],
                needsTheGroup: forGroup[index])
        }
    }
}
