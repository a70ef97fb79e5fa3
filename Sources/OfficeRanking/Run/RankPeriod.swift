import Postgres
public import RankingRules

extension RankingDatabase {
    /// Scores every office of a closed period's census in one transaction and stores the results.
    ///
    /// The same facts give the same digest, and a run that would change nothing is not stored. A dry run stores
    /// nothing. Every account that may read the facts of all provinces may make one, but only one at a time.
    /// - Parameters:
    ///   - canonicalText: gets the canonical text piece by piece while the offices are scored.
    ///   - progress: gets the number of offices scored so far, and the number of all.
    public func rank(
        _ halfYear: HalfYear, dryRun: Bool = false, canonicalText: (@Sendable (String) throws -> Void)? = nil,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> RunOutcome {
        if dryRun {
            return try await read { connection in
                // Checked before anything is read: a provincial account would see and rank only its own province.
                try await connection.query("select ranking.begin_dry_run(\(halfYear.description))")
                return try await RunOfPeriod(
                    connection, halfYear, schemes, dryRun: true, writingTo: canonicalText, progress
                ).perform()
            }
        }
        let outcome = try await act {
            try await $0.rank(halfYear, schemes: schemes, canonicalText: canonicalText, progress: progress)
        }
        await TestPoint.runAfterCommit.reach()
        return outcome
    }
}

extension PostgresConnection {
    /// Scores a closed period and stores the results inside the transaction that the caller has begun.
    @discardableResult
    func rank(
        _ halfYear: HalfYear, schemes: SchemeCache = SchemeCache(),
        canonicalText: (@Sendable (String) throws -> Void)? = nil,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> RunOutcome {
        try await withoutStatementTimeout()
        try await query("select ranking.begin_run(\(halfYear.description))")
        return try await RunOfPeriod(self, halfYear, schemes, dryRun: false, writingTo: canonicalText, progress)
            .perform()
    }
}
