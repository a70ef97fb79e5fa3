import Postgres
public import RankingRules

/// Why an office has its rank, with everything the score was made from.
public struct OfficeExplanation: Sendable {
    public let office: CensusEntry
    public let period: EvaluationPeriod
    public let scheme: Scheme
    public let schemeHash: String
    public let run: Int
    /// SHA-256 of the canonical text of the run.
    public let digest: String
    public let facts: OfficeFacts
    /// Recomputed from the frozen facts, and equal to what the run stored.
    public let explanation: Explanation
    public let nextRank: NextRankAnswer
    /// Position within the province; nil for an office without a rank.
    public let position: Int?

    /// Whether whoever asked may see lines that the scheme does not publish.
    public let showsAllValues: Bool

    public var assessment: Assessment { explanation.assessment }

    /// The total at the full maximum, rounded down: what lists are ordered by, as people read it.
    public var adjustedTotal: Points? {
        let (full, available) = (assessment.fullMaximum.rawValue, assessment.availableMaximum.rawValue)
        guard let total = assessment.total, available > 0 else { return assessment.total }
        return Points(rawValue: total.rawValue * full / available)
    }

    /// What whoever asked may see.
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
    /// Explains one office in a ranked period. The score is made again from the frozen facts; should it differ from the
    /// stored one, that is said instead of explained away.
    /// - Parameter number: of a publication; nil for the current run.
    public func explain(_ code: String, in halfYear: HalfYear, number: Int? = nil) async throws -> OfficeExplanation {
        try await read { connection in
            let period = try await connection.period(halfYear, number: number)
            guard let run = period.runID, let digest = period.digest else {
                throw RankingError.notRankedYet(period: halfYear.description)
            }
            let frozen = try await connection.frozenPeriod(halfYear, asReadBy: run)
            let office = try await connection.facts(of: code, in: frozen)
            let engine = frozen.engine()
            let explanation = engine.explain(office.facts)
            let recomputed = StoredAssessment(explanation.assessment, office.facts, RawValues(engine.scheme))
            guard try await connection.storedAssessment(of: office.officeID, run: run) == recomputed else {
                throw RankingError.failed("the stored assessment of \(code) differs from its facts")
            }
            return OfficeExplanation(
                office: try await connection.censusEntry(code, census: frozen.censusID), period: period,
                scheme: engine.scheme, schemeHash: frozen.scheme.hash, run: run, digest: digest, facts: office.facts,
                explanation: explanation, nextRank: NextRank(engine).answer(for: office.facts),
                position: try await connection.position(of: office.officeID, run: run),
                showsAllValues: try await connection.mayReadFacts(ofProvince: office.provinceID))
        }
    }
}

extension PostgresConnection {
    fileprivate func storedAssessment(of office: Int64, run: Int) async throws -> StoredAssessment? {
        let columns = StoredAssessment.storedColumns
        return try await query(
            "select \(columns) from ranking.assessment where run_id = \(run) and office_id = \(office)"
        ).first.map { try StoredAssessment(row: $0, from: 0) }
    }

    fileprivate func mayReadFacts(ofProvince province: Int) async throws -> Bool {
        try await query("select \(province) = any (registry.actor_fact_provinces())")[0].decode(Bool.self)
    }

    fileprivate func position(of office: Int64, run: Int) async throws -> Int? {
        try await query("select position from ranking.assessment where run_id = \(run) and office_id = \(office)")
            .first?.decode(Int?.self)
    }

    fileprivate func censusEntry(_ code: String, census: Int) async throws -> CensusEntry {
        let rows = try await query(
            """
            select code, kind, licence_state, licensed_on, expires_on, province_code, province, province_en, county,
                locality
            from ranking.census_office where census_id = \(census) and code collate "C" = \(code)
            """)
        guard let row = rows.first, let kind = OfficeKind(rawValue: try row[1].decode()),
            let state = LicenceState(rawValue: try row[2].decode())
        else { throw RankingError.unknownOffice(code) }
        return CensusEntry(
            code: try row[0].decode(), kind: kind, licenceState: state,
            licensedOn: Day(rawValue: try row[3].decode(PostgresDate.self).days),
            expiresOn: try row[4].decode(PostgresDate?.self).map { Day(rawValue: $0.days) },
            provinceCode: try row[5].decode(), province: try row[6].decode(), provinceEnglish: try row[7].decode(),
            county: try row[8].decode(), locality: try row[9].decode())
    }
}
