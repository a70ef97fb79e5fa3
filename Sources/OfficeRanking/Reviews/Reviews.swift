import Foundation
import Postgres
public import RankingRules

/// The verdict of a reviewer on one item of an office.
public struct ItemVerdict: Sendable, Hashable {
    /// The code of the criterion.
    public var criterion: String
    public var verdict: Verdict
    /// The right value, as a file would hold it; needed for `corrected`, and for no other verdict.
    public var value: String?
    /// Needed for every verdict but `confirmed`.
    public var reason: String?

    public init(_ criterion: String, _ verdict: Verdict, value: String? = nil, reason: String? = nil) {
        (self.criterion, self.verdict, self.value, self.reason) = (criterion, verdict, value, reason)
    }
}

/// A review that is stored: one act, with a number for each submission that said one of its items.
public struct StoredReview: Sendable, Hashable {
    public let office: String
    public let numbers: ClosedRange<Int>
    /// The last day on which the office may answer an adverse verdict; nil if there is none, or if the source gives no
    /// days for it.
    public let replyUntil: Day?
    /// True if the closing day of the half-year leaves fewer days for the answer than the scheme gives. Only the
    /// headquarters moves that day.
    public let replyIsCut: Bool
}

/// What a bulk confirmation confirmed, and how many offices with unchanged items it left.
public struct BulkConfirmation: Sendable, Hashable {
    public let offices: Int
    public let items: Int
    public let remaining: Int
}

extension RankingDatabase {
    /// Judges items of an office's newest submission. An adverse verdict gives the office the scheme's days to answer.
    /// - Parameters:
    ///   - source: its code; the declaration if not given.
    ///   - reason: of the whole review, for the record.
    ///   - basedOn: the number of the submission that the reviewer has seen. A later one refuses the review.
    @discardableResult
    public func review(
        _ office: String, in halfYear: HalfYear, source: String? = nil, _ verdicts: [ItemVerdict],
        reason: String? = nil, basedOn: Int? = nil
    ) async throws -> StoredReview {
        try verdicts.requireSense()
        return try await act { connection in
            let known = try await connection.criteria(of: halfYear)
            let given = try verdicts.map { try GivenVerdict($0, known) }
            let json = try String(decoding: JSONEncoder.snakeCase.encode(given), as: UTF8.self)
            return try await connection.review(
                office, halfYear, source, json, rejectsAll: false, reason: reason, basedOn: basedOn)
        }
    }

    /// Rejects everything that a source has said about an office; of a declaration, the office then has not taken part.
    @discardableResult
    public func rejectAll(
        of office: String, in halfYear: HalfYear, source: String? = nil, reason: String, basedOn: Int? = nil
    ) async throws -> StoredReview {
        try await act { connection in
            try await connection.review(
                office, halfYear, source, "[]", rejectsAll: true, reason: reason, basedOn: basedOn)
        }
    }

    /// Confirms the waiting items of a province whose values are those confirmed in the office's last half-year, or as
    /// near to them as the scheme allows; of the oldest submissions first, and never the reviewer's own.
    public func confirmUnchanged(
        in halfYear: HalfYear, province: String, source: String? = nil, limit: Int = PageLimit.range.upperBound
    ) async throws -> BulkConfirmation {
        try await act { connection in
            let row = try await connection.query(
                """
                select offices, items, remaining
                from ranking.confirm_unchanged(\(halfYear.description), \(province), \(source), \(limit)::integer)
                """)[0]
            return BulkConfirmation(
                offices: try row["offices"], items: try row["items"], remaining: try row["remaining"])
        }
    }
}

extension PostgresConnection {
    fileprivate func review(
        _ office: String, _ halfYear: HalfYear, _ source: String?, _ verdicts: String, rejectsAll: Bool,
        reason: String?, basedOn: Int?
    ) async throws -> StoredReview {
        let row = try await query(
            """
            select first_number, last_number, reply_until, reply_is_cut
            from ranking.review_items(\(halfYear.description), \(office), \(source), \(verdicts)::jsonb, \(rejectsAll),
                \(reason), \(basedOn)::integer)
            """)[0]
        let (first, last): (Int, Int) = (try row["first_number"], try row["last_number"])
        return StoredReview(
            office: office, numbers: first...last, replyUntil: try row["reply_until"],
            replyIsCut: try row["reply_is_cut"] ?? false)
    }
}

/// A verdict in the form of the database, with the value in the criterion's unit.
private struct GivenVerdict: Encodable {
    let criterion: String
    let verdict: String
    let value: Int64?
    let reason: String?

    init(_ given: ItemVerdict, _ known: [Criterion]) throws {
        criterion = given.criterion
        verdict = given.verdict.word
        // A criterion that the scheme lacks is refused by the database.
        let cells = known.first { $0.code == given.criterion }.map(CriterionCells.init)
        value = try given.value.flatMap { text in try cells?.typed(text) }
        reason = given.reason
    }
}

extension Verdict {
    /// The word of the database and of requests.
    public var word: String {
        switch self {
        case .confirmed: "confirmed"
        case .corrected: "corrected"
        case .rejected: "rejected"
        case .notApplicable: "not_applicable"
        }
    }

    public init?(word: String) {
        guard let verdict = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = verdict
    }
}

extension [ItemVerdict] {
    /// Throws every fault: no verdict at all, two on one item, a value with another verdict than `corrected`.
    fileprivate func requireSense() throws {
        var faults: [LocalizedText] = isEmpty ? [nothingIsJudged] : []
        var known: Set<String> = []
        for given in self {
            if !known.insert(given.criterion).inserted { faults.append(isJudgedTwice(given.criterion)) }
            if (given.verdict == .corrected) != (given.value != nil) { faults.append(valueIsAmiss(given.criterion)) }
        }
        if !faults.isEmpty { throw RankingError.invalid(faults) }
    }
}

private let nothingIsJudged = LocalizedText(
    persian: "دست‌کم یک مورد را با رأی آن بنویسید.", english: "Name at least one item with its verdict.")

private func isJudgedTwice(_ criterion: String) -> LocalizedText {
    LocalizedText(persian: "\(criterion): دو رأی دارد.", english: "\(criterion): there are two verdicts.")
}

private func valueIsAmiss(_ criterion: String) -> LocalizedText {
    LocalizedText(
        persian: "\(criterion): مقدار فقط با رأی اصلاح می‌آید، و اصلاح مقدار می‌خواهد.",
        english: "\(criterion): a value comes with the verdict “corrected”, and only with that one.")
}
