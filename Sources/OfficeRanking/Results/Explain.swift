import Postgres
public import RankingRules

/// The reasons of an office's rank, with everything that its score was made from.
public struct OfficeExplanation: Sendable {
    public let office: CensusEntry
    public let period: EvaluationPeriod
    public let scheme: Scheme
    public let schemeHash: String
    public let run: Int
    /// SHA-256 of the canonical text of the run.
    public let digest: String
    public let facts: OfficeFacts
    /// The explanation, recomputed from the frozen facts and equal to the stored result.
    public let explanation: Explanation
    public let nextRank: NextRankAnswer
    /// The position within the province; nil for an office without a rank.
    public let position: Int?

    /// True if an appeal of the office was undecided when this publication was made.
    public let hasPendingAppeal: Bool

    /// True if the account may see lines that the scheme does not publish.
    public let showsAllValues: Bool

    public var assessment: Assessment { explanation.assessment }

    /// The total at the full maximum, rounded down: a readable form of the order of lists.
    public var adjustedTotal: Points? {
        let (full, available) = (assessment.fullMaximum.rawValue, assessment.availableMaximum.rawValue)
        guard let total = assessment.total, available > 0 else { return assessment.total }
        return Points(rawValue: total.rawValue * full / available)
    }

    /// The lines that the account may see.
    public var disclosure: Disclosure {
        showsAllValues ? .everything : Disclosure(scheme, states: assessment.lines.map(\.state))
    }
}

/// An office as the census of a period lists it.
public struct CensusEntry: Sendable, Hashable {
    public let code: String
    public let kind: OfficeKind
    public let licenceState: LicenceState
    public let licensedOn: Day
    public let expiresOn: Day?
    public let provinceCode: String
    public let province: String
    public let provinceEnglish: String
    public let county: String
    public let locality: String
}

extension RankingDatabase {
    /// Explains one office in a ranked period. The score is computed again from the frozen facts; if it differs from
    /// the stored one, this throws.
    /// - Parameter number: the number of a publication; nil means the current run.
    public func explain(_ code: String, in halfYear: HalfYear, number: Int? = nil) async throws -> OfficeExplanation {
        try await read { connection in
            let found = try await connection.periodOfRun(halfYear, number: number)
            guard let run = found.period.runID, let digest = found.period.digest else {
                throw RankingError.notRankedYet(period: halfYear.description)
            }
            let frozen = try await connection.frozenPeriod(found, readingAllAmendments: false, schemes)
            let office = try await connection.assessedOffice(code, run, frozen)
            let engine = frozen.engine()
            let explanation = engine.explain(office.facts)
            let recomputed = StoredAssessment(explanation.assessment, office.facts, RawValues(engine.scheme))
            guard office.stored == recomputed else {
                throw RankingError.failed("the stored assessment of \(code) differs from its facts")
            }
            return OfficeExplanation(
                office: office.entry, period: found.period, scheme: engine.scheme, schemeHash: frozen.scheme.hash,
                run: run, digest: digest, facts: office.facts, explanation: explanation,
                nextRank: NextRank(engine).answer(for: office.facts), position: office.position,
                hasPendingAppeal: office.hasPendingAppeal, showsAllValues: office.showsAllValues)
        }
    }
}

/// The facts and the result of one office of a run, in one row.
struct AssessedOffice: Sendable {
    let entry: CensusEntry
    let facts: OfficeFacts
    let position: Int?
    let hasPendingAppeal: Bool
    let showsAllValues: Bool
    /// Nil if the run has no result of the office.
    let stored: StoredAssessment?
}

extension PostgresConnection {
    /// - Parameter run: a run of the period's census.
    func assessedOffice(
        _ code: String, _ run: Int, _ frozen: FrozenPeriod
    ) async throws -> AssessedOffice {
        let facts = PostgresQuery(unsafeSQL: CensusFacts.columns.map { "f.\($0)" }.joined(separator: ", "))
        let results = PostgresQuery(
            unsafeSQL: StoredAssessment.resultColumns.map { "r.\($0)" }.joined(separator: ", "))
        // Finds the office first: the planner cannot know that its facts, and its result, are one row each.
        let rows = try await query(
            """
            with office as materialized (
                select c.* from ranking.census_office c
                where c.census_id = \(frozen.censusID) and c.code collate "C" = \(code)
            ), result as materialized (
                select a.* from ranking.assessment a
                where a.run_id = \(run) and a.office_id = (select office.office_id from office)
            )
            select \(facts), \(results), r.run_id is not null as is_assessed, r.position,
                exists (select from ranking.pending_appeal p
                        where p.run_id = \(run) and p.office_id = o.office_id) as has_pending_appeal,
                ranking.reads_all_values(o.office_id, f.province_id) as shows_all_values, o.expires_on, o.province_code,
                o.province, o.province_en, o.county, o.locality
            from office o
            cross join lateral ranking.office_facts(
                \(frozen.censusID), o.office_id, \(frozen.factsUpTo)::bigint) f
            left join result r on true
            """)
        guard let row = rows.first else { throw RankingError.unknownOffice(code) }
        return try AssessedOffice(row, schemePositions: frozen.schemePositions)
    }
}

extension AssessedOffice {
    init(_ row: PostgresRow, schemePositions: [Int: Int]) throws {
        var cells = RowReader(row)
        let census = try CensusFacts(&cells, schemePositions: schemePositions)
        facts = census.facts
        entry = CensusEntry(
            code: census.code, kind: facts.kind, licenceState: facts.licenceState, licensedOn: facts.licensedOn,
            expiresOn: try row["expires_on"],
            provinceCode: try row["province_code"], province: try row["province"],
            provinceEnglish: try row["province_en"], county: try row["county"],
            locality: try row["locality"])
        stored = try row["is_assessed"] ? StoredAssessment(&cells) : nil
        position = try row["position"]
        hasPendingAppeal = try row["has_pending_appeal"]
        showsAllValues = try row["shows_all_values"]
    }
}
