import Postgres
public import RankingRules

/// The acts of a violation committee, and the answers of the office.
extension RankingDatabase {
    /// Opens a case by a report.
    /// - Returns: the number by which the program names the case.
    public func openCase(
        office: String, number: String, kind: String, on day: Day, text: String
    ) async throws -> Int {
        try await act { connection in
            try await connection.query(
                """
                select ranking.open_case(\(office), \(TextNormalizer.normalize(number)), \(kind), \(day)::date, \(text))
                """)[0].decode(Int.self)
        }
    }

    /// Takes the next step of a case. A reply or an objection is the office's own step: it has the day of today,
    /// whatever day is given.
    /// - Returns: the number of the step.
    @discardableResult
    public func takeCaseStep(_ step: NewCaseStep, in caseID: Int) async throws -> Int {
        guard let caseID = Int32(exactly: caseID) else { throw RankingError.unknownCase(String(caseID)) }
        return try await act { connection in
            if step.kind.isOfOffice {
                return try await connection.query(
                    "select ranking.answer_case(\(Int(caseID))::integer, \(step.kind.rawValue), \(step.text))"
                )[0].decode(Int.self)
            }
            let sanction = step.sanction
            return try await connection.query(
                """
                select ranking.take_case_step(\(Int(caseID))::integer, \(step.kind.rawValue), \(step.day)::date,
                    \(step.text), \(step.answerUntil)::date, \(step.endsSanctions), \(sanction?.kind.rawValue),
                    \(sanction?.from)::date, \(sanction?.until)::date)
                """)[0].decode(Int.self)
        }
    }

    /// Records a final decision that came on paper, also of a kind that no scheme has a penalty for.
    /// - Returns: the number by which the program names its case.
    public func recordDecision(
        office: String, number: String, kind: String, on day: Day, text: String, sanction: SanctionTerms? = nil
    ) async throws -> Int {
        try await act { connection in
            try await connection.query(
                """
                select ranking.record_decision(\(office), \(TextNormalizer.normalize(number)), \(kind), \(day)::date,
                    \(text), \(sanction?.kind.rawValue), \(sanction?.from)::date, \(sanction?.until)::date)
                """)[0].decode(Int.self)
        }
    }
}
