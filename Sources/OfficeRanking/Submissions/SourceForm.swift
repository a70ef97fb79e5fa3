public import Foundation
import Postgres
public import RankingRules

/// What a source says about one office in a half-year: what is submitted, item by item, and the draft over it.
public struct SourceForm: Sendable, Hashable {
    public let office: String
    public let halfYear: HalfYear
    public let source: Source
    /// The number of the newest submission; 0 if there is none. The next submission names it.
    public let number: Int
    public let state: State
    /// True if another account submitted on the source's behalf.
    public let isOnBehalf: Bool
    public let submittedAt: Date?
    /// The account that submitted.
    public let submittedBy: String?
    public let surveyMode: String?
    /// Nil if there is none, or if the account does not speak for the source in the way of the draft.
    public let draft: Draft?
    /// The criteria of the source and of the office's kind, in the order of the scheme.
    public let items: [Item]
    /// Values that are above another one that bounds them, if the draft were submitted.
    public let faults: [Finding]

    public enum State: String, Sendable, CaseIterable {
        case nothing
        case draft
        case submitted
        case withdrawn
    }

    public struct Draft: Sendable, Hashable {
        public let version: Int
        public let updatedAt: Date
        public let updatedBy: String
    }

    /// One criterion. Values are integers in its unit; a survey's mean is in thousandths.
    public struct Item: Sendable, Hashable {
        public let criterion: Criterion
        public let value: Int64?
        public let respondents: Int?
        /// The submission that said the value, even if it said that there is none.
        public let said: Said?
        public let review: Review?
        public let isDrafted: Bool
        public let draftValue: Int64?
        /// True if a submission would leave the item without a value.
        public let isMissing: Bool

        /// The value that a submission would have.
        public var nextValue: Int64? { isDrafted ? draftValue : value }
    }

    public struct Said: Sendable, Hashable {
        public let number: Int
        public let at: Date
        public let account: String
        public let isOnBehalf: Bool
        /// The file of an import; nil if it was entered in a form.
        public let file: String?
    }

    /// The verdict on the present value.
    public struct Review: Sendable, Hashable {
        public let verdict: Verdict
        /// The corrected value.
        public let value: Int64?
        public let reason: String?
    }

    public var missing: [Criterion] { items.filter(\.isMissing).map(\.criterion) }

    /// True if it can be submitted without allowing for gaps.
    public var isComplete: Bool { missing.isEmpty && faults.isEmpty }
}

extension PostgresConnection {
    /// The form of a source; nil names the declaration.
    nonisolated(nonsending) func form(
        _ source: String?, of office: String, in halfYear: HalfYear, _ cache: SchemeCache
    ) async throws -> SourceForm {
        let period = halfYear.description
        let heads = try await query("select * from ranking.form_head(\(period), \(office), \(source))")
        guard let head = heads.first else { throw RankingError.unknownOffice(office) }
        let scheme = try await cachedScheme(id: head["scheme_id"], cache)
        let missing = Set(try head["missing"] as [String])
        let items = try await query("select * from ranking.form_items(\(period), \(office), \(source))")
            .map { try SourceForm.Item($0, scheme, missing) }
        return try SourceForm(head, office, halfYear, scheme, items)
    }

    nonisolated(nonsending) func cachedScheme(id: Int, _ cache: SchemeCache) async throws -> Scheme {
        let rows = try await query("select hash from ranking.scheme where id = \(id)")
        guard let hash = try rows.first?.decode(String.self) else { throw RankingError.unknownScheme(String(id)) }
        return try await schemes([(id: id, hash: hash)], cache)[0].scheme
    }
}

extension SourceForm {
    fileprivate init(
        _ head: PostgresRow, _ office: String, _ halfYear: HalfYear, _ scheme: Scheme, _ items: [Item]
    ) throws {
        let code: String = try head["source_code"]
        guard let source = scheme.source(code) else { throw RankingError.failed("source \(code)") }
        let (version, isWithdrawn): (Int?, Bool) = try (head["draft_version"], head["is_withdrawn"])
        draft =
            try version.map {
                Draft(version: $0, updatedAt: try head["drafted_at"], updatedBy: try head["drafted_by"])
            }
        number = try head["number"]
        state =
            switch (number, isWithdrawn) {
            case (0, _): version == nil ? .nothing : .draft
            case (_, true): .withdrawn
            case (_, false): .submitted
            }
        (self.office, self.halfYear, self.source, self.items) = (office, halfYear, source, items)
        isOnBehalf = try head["is_on_behalf"]
        submittedAt = try head["submitted_at"]
        submittedBy = try head["submitted_by"]
        surveyMode = try head["survey_mode"]
        faults = Self.faults(of: items, in: scheme)
    }

    private static func faults(of items: [Item], in scheme: Scheme) -> [Finding] {
        let next = Dictionary(items.map { ($0.criterion.code, $0.nextValue) }) { first, _ in first }
        let criteria = scheme.criteria
        return SubmissionChecks(scheme).broken(by: criteria.map { next[$0.code] ?? nil }).map { index, bound in
            let value = next[criteria[index].code] ?? nil
            return Finding(
                .valueAboveAnother, file: "form", column: criteria[index].code,
                value: value.map { CriterionCells(criteria[index]).text(of: $0) },
                arguments: [bound.persian, bound.english])
        }
    }
}

extension SourceForm.Item {
    fileprivate init(_ row: PostgresRow, _ scheme: Scheme, _ missing: Set<String>) throws {
        let position: Int = try row["list_position"]
        guard scheme.criteria.indices.contains(position) else { throw RankingError.failed("a form of another scheme") }
        criterion = scheme.criteria[position]
        value = try row["value"]
        respondents = try row["respondents"]
        said = try (row["said_in"] as Int?).map {
            SourceForm.Said(
                number: $0, at: try row["said_at"], account: try row["said_by"],
                isOnBehalf: try row["is_on_behalf"], file: try row["file_name"])
        }
        review = try (row["verdict"] as Verdict?).map {
            SourceForm.Review(verdict: $0, value: try row["confirmed_value"], reason: try row["reason"])
        }
        isDrafted = try row["is_drafted"]
        draftValue = try row["draft_value"]
        isMissing = missing.contains(criterion.code)
    }
}
