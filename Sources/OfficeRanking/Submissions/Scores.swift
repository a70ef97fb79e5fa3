import Postgres
public import RankingRules

/// Values of the sources other than the declaration, such as the association's score and surveys.
extension RankingDatabase {
    /// What a source says about an office.
    public func score(_ source: String, of office: String, in halfYear: HalfYear) async throws -> SourceForm {
        try await read { try await $0.form(source, of: office, in: halfYear, schemes) }
    }

    /// Stores what a source says about an office; criteria that are not named are gaps.
    /// - Parameters:
    ///   - values: by the names of a file's columns: the code of a criterion, and for a survey also `respondents` and
    ///     `survey_mode`.
    ///   - number: of the submission that the form was based on, 0 for none; refused if there is a newer one.
    ///   - withGaps: true if the form is meant without the missing values.
    /// - Returns: the number of the submission; without news that of the newest one.
    @discardableResult
    public func enterScore(
        _ source: String, of office: String, in halfYear: HalfYear, _ values: [String: String], basedOn number: Int,
        withGaps: Bool = false
    ) async throws -> Int {
        guard Int32(exactly: number) != nil else { throw RankingError.saidMeanwhile }
        return try await act { connection in
            let period = halfYear.description
            let begun = try await connection.query(
                "select scheme_id, kind from ranking.begin_score(\(period), \(office), \(source))")[0]
            let scheme = try await connection.cachedScheme(id: begun["scheme_id"], schemes)
            let typed = try TypedForm(values, for: office, of: begun["kind"], source: source, in: scheme)
            return try await connection.query(
                """
                select ranking.enter_score(\(period), \(office), \(source), \(number)::integer, \(withGaps),
                    \(typed.criteria)::text[], \(typed.values)::bigint[], \(typed.respondents)::bigint[],
                    \(typed.surveyMode))
                """)[0].decode(Int.self)
        }
    }

    /// Takes back all values of a source about an office.
    /// - Returns: the number of the submission that says so.
    @discardableResult
    public func withdrawScore(
        _ source: String, of office: String, in halfYear: HalfYear, basedOn number: Int, reason: String
    ) async throws -> Int {
        try await withdraw(source, of: office, in: halfYear, basedOn: number, reason: reason)
    }
}
