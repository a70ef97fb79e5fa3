import Foundation
import Postgres
import RankingRules

struct RunKey: Sendable {
    let uuid = UUID()
}

/// One run inside its transaction.
struct RunOfPeriod {
    private let connection: PostgresConnection
    private let halfYear: HalfYear
    private let schemes: SchemeCache
    private let isDryRun: Bool
    private let canonicalText: (@Sendable (String) throws -> Void)?
    private let progress: @Sendable (Int, Int) -> Void
    private let key = RunKey()

    init(
        _ connection: PostgresConnection, _ halfYear: HalfYear, _ schemes: SchemeCache, dryRun: Bool,
        writingTo canonicalText: (@Sendable (String) throws -> Void)?,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) {
        self.connection = connection
        self.halfYear = halfYear
        self.schemes = schemes
        isDryRun = dryRun
        self.canonicalText = canonicalText
        self.progress = progress
    }

    func perform() async throws -> RunOutcome {
        let frozen = try await connection.frozenPeriod(
            try await connection.periodOfRun(halfYear), readingAllAmendments: true, schemes)
        // A reopened period still has its old census, from which no run is made any more.
        if [.planned, .open].contains(frozen.period.state) {
            throw RankingError.wrongPeriodState(change: "\(frozen.period.state.rawValue) → ranked")
        }
        let scored = try await score(frozen)
        await TestPoint.runBeforeStoring.reach()
        let changes = try await changes(frozen, scored)
        let effect = try await store(frozen, scored)
        return RunOutcome(
            halfYear: halfYear, scheme: frozen.scheme.scheme, schemeHash: frozen.scheme.hash, digest: scored.digest,
            effect: effect, counts: scored.counts, changes: changes)
    }

    private struct Scored {
        var counts = RankCounts()
        var digest = ""
        /// Placements by office code; filled only on a dry run that lists changes.
        var placements: [String: Placement] = [:]
    }

    private func score(_ frozen: FrozenPeriod) async throws -> Scored {
        let engine = frozen.engine()
        let rawValues = RawValues(frozen.scheme.scheme)
        var text = try CanonicalText(period: frozen.period, scheme: frozen.scheme, sink: canonicalText)
        var scored = Scored()
        let total = try await connection.query("select office_count from ranking.census where id = \(frozen.censusID)")[
            0
        ]
        .decode(Int.self)
        try await connection.forEachOffice(of: frozen) { offices in
            var results: [(Int64, StoredAssessment)] = []
            results.reserveCapacity(offices.count)
            var assessment = Assessment(standing: .ranked)
            for office in offices {
                engine.assess(office.facts, into: &assessment)
                let result = StoredAssessment(assessment, office.facts, rawValues)
                scored.counts.add(assessment)
                try text.append(office: office.code, result)
                if isDryRun { scored.placements[office.code] = result.placement }
                results.append((office.officeID, result))
            }
            try await stage(results)
            progress(scored.counts.offices, total)
            await TestPoint.runAfterChunk.reach()
        }
        scored.digest = text.digest()
        return scored
    }

    private func stage(_ results: [(Int64, StoredAssessment)]) async throws {
        guard !isDryRun else { return }
        try await connection.copyIn(into: "staging.assessment_row", columns: StoredAssessment.columns) { writer in
            for (office, result) in results {
                writer.assessment(result, office: office, key: key)
                try await writer.endRow()
            }
        }
    }

    private func store(_ frozen: FrozenPeriod, _ scored: Scored) async throws -> RunOutcome.Effect {
        if isDryRun { return .dryRun }
        if let newest = try await lastRun(of: frozen), newest.digest == scored.digest, newest.hasReadAll {
            try await connection.query("select ranking.clear_run(\(key.uuid))")
            return .unchanged(run: newest.run)
        }
        let run = try await connection.query(
            "select ranking.store_run(\(halfYear.description), \(key.uuid), \(frozen.censusID), \(scored.digest))"
        )[0].decode(Int.self)
        try await connection.weighAppeals(of: frozen)
        await TestPoint.runAfterStoring.reach()
        await TestPoint.runBeforeCommit.reach()
        return .stored(run: run)
    }

    /// The changes that a dry run lists, against the newest run of the period, even if a reopening has superseded it.
    private func changes(_ frozen: FrozenPeriod, _ scored: Scored) async throws -> [RankChange] {
        guard isDryRun, let run = try await newestRun(of: frozen.period) else { return [] }
        var changes: [RankChange] = []
        var unseen = scored.placements
        let columns = PostgresQuery(unsafeSQL: StoredAssessment.resultColumns.joined(separator: ", "))
        try await connection.withCursor(
            "select code, \(columns) from ranking.assessment where run_id = \(run)", fetching: 4_000
        ) { rows in
            for row in rows {
                var cells = RowReader(row)
                let code = try cells.next(String.self)
                let before = try StoredAssessment(&cells).placement
                let after = unseen.removeValue(forKey: code) ?? .notListed
                if before != after { changes.append(RankChange(office: code, before: before, after: after)) }
            }
        }
        changes += unseen.map { RankChange(office: $0, before: .notListed, after: $1) }
        return changes.sorted { $0.office.utf8.lexicographicallyPrecedes($1.office.utf8) }
    }

    /// The run with which the same results would be compared: the current run, or a later candidate of a published
    /// period.
    private func lastRun(of frozen: FrozenPeriod) async throws -> (run: Int, digest: String, hasReadAll: Bool)? {
        guard let run = frozen.period.runID else { return nil }
        let later = frozen.period.state == .published
        return try await connection.query(
            """
            select id, digest, facts_revision >= ranking.facts_revision(census_id) from ranking.run
            where census_id = \(frozen.censusID) and (\(later) or id = \(run)) order by id desc limit 1
            """
        ).first?.decode((Int, String, Bool).self)
    }

    private func newestRun(of period: EvaluationPeriod) async throws -> Int? {
        let runs = try await connection.query("select max(id) from ranking.run where period_id = \(period.id)")
        return try runs[0].decode(Int?.self)
    }
}
