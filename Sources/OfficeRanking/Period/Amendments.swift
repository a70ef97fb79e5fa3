public import Foundation
import Postgres
public import RankingRules

/// A change of one frozen fact of an office: one person proposes it, another confirms it.
public struct Amendment: Sendable, Hashable {
    public let number: Int
    public let office: String
    public let criterion: Criterion
    public let verdict: Verdict
    /// The new value as an integer in the criterion's unit; nil if the verdict is not `corrected`.
    public let value: Int64?
    public let reason: String
    public let madeAt: Date
    /// Nil until another person confirms the amendment.
    public let confirmedAt: Date?
}

extension RankingDatabase {
    /// Proposes a change of one fact in a census.
    /// - Parameter value: as a file would hold it; needed for `corrected`, and for no other verdict.
    /// - Returns: the number of the amendment, which another person needs to confirm it.
    public func amend(
        office: String, in halfYear: HalfYear, criterion: String, verdict: Verdict, value: String?, reason: String
    ) async throws -> Int {
        guard let word = words[verdict], (verdict == .corrected) == (value != nil) else {
            throw RankingError.invalid([valueAndVerdictDisagree])
        }
        return try await act { connection in
            var unit: Int64?
            // A criterion that the scheme lacks is refused by the database.
            if let value, let known = try await connection.criteria(of: halfYear).first(where: { $0.code == criterion })
            {
                unit = try CriterionCells(known).typed(value)
            }
            return try await connection.query(
                """
                select ranking.amend_facts(\(halfYear.description), \(office), \(criterion), \(word), \(unit), \(reason))
                """)[0].decode(Int.self)
        }
    }

    /// Confirms an amendment that another person has proposed, and makes the new facts.
    public func confirmAmendment(_ number: Int, in halfYear: HalfYear) async throws {
        guard Int32(exactly: number) != nil else { throw RankingError.unknownAmendment(String(number)) }
        try await act { connection in
            try await connection.query("select ranking.confirm_amendment(\(halfYear.description), \(number)::integer)")
        }
    }

    /// The amendments of a period that the account may see, oldest first.
    public func amendments(of halfYear: HalfYear) async throws -> [Amendment] {
        try await read { connection in
            let criteria = try await connection.criteria(of: halfYear)
            return try await connection.query(
                """
                select id, office_code, position, verdict, value, reason, made_at, confirmed_at
                from ranking.amendment where half_year = \(halfYear.description) order by id
                """
            ).map { row in
                let position: Int = try row["position"]
                guard criteria.indices.contains(position) else {
                    throw RankingError.failed("an amendment of an unknown form")
                }
                return Amendment(
                    number: try row["id"], office: try row["office_code"], criterion: criteria[position],
                    verdict: try row["verdict"], value: try row["value"], reason: try row["reason"],
                    madeAt: try row["made_at"], confirmedAt: try row["confirmed_at"])
            }
        }
    }
}

/// The words of the database for the verdicts of an amendment.
private let words: [Verdict: String] = [
    .corrected: "corrected", .rejected: "rejected", .notApplicable: "not_applicable",
]

private let valueAndVerdictDisagree = LocalizedText(
    persian: "اصلاح یا مقدار درست را می‌دهد، یا بدون مقدار می‌گوید که پذیرفته نیست یا موضوعیت ندارد.",
    english: "An amendment gives the right value, or says without one that it is rejected or not applicable.")

extension PostgresConnection {
    /// The criteria of the scheme with which the period was opened; none before that.
    func criteria(of halfYear: HalfYear) async throws -> [Criterion] {
        guard let scheme = try await period(halfYear).schemeID else { return [] }
        return try await self.scheme(id: scheme).scheme.criteria
    }
}

extension CriterionCells {
    /// The value of a text that a person typed; a survey's mean is in thousandths.
    func typed(_ text: String) throws -> Int64 {
        do throws(Fault) {
            return try Cell.withTyped(text) { cell throws(Fault) in
                guard let found = try value(of: cell) else { throw Fault(.valueMissing) }
                return found
            }
        } catch {
            let finding = Finding(error.code, file: criterion.code, arguments: error.arguments)
            throw RankingError.invalid([finding.sentence])
        }
    }
}
