import Foundation
import Postgres
import RankingRules

/// One office of a census with everything a run reads of it.
struct CensusFacts: Sendable {
    let officeID: Int64
    let code: String
    let provinceID: Int
    let facts: OfficeFacts
}

/// What a run reads: the census, its scheme, and the schemes of earlier declarations.
struct FrozenPeriod: Sendable {
    let period: EvaluationPeriod
    let censusID: Int
    /// Amendments are read up to it; nil: all.
    let factsUpTo: Int?
    let scheme: AdoptedScheme
    /// By the database's number, in the order in which the engine knows them.
    let earlierSchemes: [AdoptedScheme]

    func engine() -> ScoringEngine {
        ScoringEngine(
            scheme: scheme.scheme, halfYear: period.halfYear, censusDay: period.censusOn,
            earlierSchemes: earlierSchemes.map(\.scheme))
    }
}

extension PostgresConnection {
    /// The period with its frozen census; with the amendments that a run has read, or all of them.
    nonisolated(nonsending) func frozenPeriod(
        _ halfYear: HalfYear, asReadBy run: Int? = nil
    ) async throws -> FrozenPeriod {
        let period = try await period(halfYear)
        guard let censusID = period.censusID, let schemeID = period.schemeID else {
            throw RankingError.wrongPeriodState(change: "\(period.state.rawValue) → ranked")
        }
        let earlier = try await query(
            "select distinct scheme_id from ranking.period where scheme_id is not null order by 1"
        )
        .decode(Int.self)
        var schemes: [AdoptedScheme] = []
        for id in earlier { schemes.append(try await scheme(id: id)) }
        return FrozenPeriod(
            period: period, censusID: censusID, factsUpTo: try await factsRevision(of: run),
            scheme: try await scheme(id: schemeID), earlierSchemes: schemes)
    }

    private nonisolated(nonsending) func factsRevision(of run: Int?) async throws -> Int? {
        guard let run else { return nil }
        return try await query("select facts_revision from ranking.run where id = \(run)").first?.decode(Int.self)
    }

    /// Hands over the facts of every office, or of one, in the order of office codes, in chunks.
    nonisolated(nonsending) func forEachOffice(
        of frozen: FrozenPeriod, office: Int64? = nil, chunk: Int = 4_000,
        _ consume: ([CensusFacts]) async throws -> Void
    ) async throws {
        let places = Dictionary(uniqueKeysWithValues: frozen.earlierSchemes.enumerated().map { ($1.id, $0) })
        let census: PostgresQuery =
            "select * from ranking.office_facts(\(frozen.censusID), \(office)::bigint, \(frozen.factsUpTo)::bigint)"
        try await withCursor(census, fetching: chunk) { rows in
            try await consume(try rows.map { try CensusFacts(row: $0, schemePlaces: places) })
        }
    }

    nonisolated(nonsending) func facts(of code: String, in frozen: FrozenPeriod) async throws -> CensusFacts {
        let listed = try await query(
            """
            select office_id from ranking.census_office
            where census_id = \(frozen.censusID) and code collate "C" = \(code)
            """)
        guard let office = try listed.first?.decode(Int64.self) else { throw RankingError.unknownOffice(code) }
        var found: CensusFacts?
        try await forEachOffice(of: frozen, office: office) { found = $0.first }
        guard let found else { throw RankingError.unknownOffice(code) }
        return found
    }
}

extension CensusFacts {
    /// `schemePlaces`: from the database's number of a scheme to its place in the engine.
    fileprivate init(row: PostgresRow, schemePlaces: [Int: Int]) throws {
        officeID = try row[0].decode()
        code = try row[1].decode()
        provinceID = try row[2].decode()
        guard let kind = OfficeKind(rawValue: try row[3].decode()),
            let state = LicenceState(rawValue: try row[4].decode())
        else { throw RankingError.failed("an office of an unknown form") }
        facts = OfficeFacts(
            kind: kind, licenceState: state, licensedOn: Day(rawValue: try row[5].decode(PostgresDate.self).days),
            tookPart: try row[6].decode(), isReleased: try row[7].decode(), values: try SaidValues(row),
            respondents: try row[11].decode([Int64?].self),
            earlierDeclaration: try EarlierDeclaration(row, schemePlaces), decisions: try decisions(row))
    }
}

extension SaidValues {
    fileprivate init(_ row: PostgresRow) throws {
        self.init(
            declared: try row[8].decode(), confirmed: try row[9].decode(),
            verdicts: try row[10].decode([Int64?].self).map { try $0.map(Self.verdict) })
    }

    private static func verdict(_ number: Int64) throws -> Verdict {
        guard let verdict = Verdict(rawValue: Int16(clamping: number)) else {
            throw RankingError.failed("a verdict of an unknown form")
        }
        return verdict
    }
}

extension EarlierDeclaration {
    fileprivate init?(_ row: PostgresRow, _ schemePlaces: [Int: Int]) throws {
        guard let scheme = try row[12].decode(Int?.self), let place = schemePlaces[scheme],
            let values = try row[13].decode([Int64?]?.self)
        else { return nil }
        self.init(
            values: SaidValues(declared: values), schemePlace: place, wasCarriedAlready: try row[14].decode())
    }
}

private func decisions(_ row: PostgresRow) throws -> [ViolationDecision] {
    guard let numbers = try row[15].decode([String]?.self) else { return [] }
    let kinds = try row[16].decode([String].self)
    let days = try row[17].decode([PostgresDate].self)
    let foundHere = try row[18].decode([Bool].self)
    let late = try row[19].decode([Bool].self)
    let holders = try row[20].decode([Int64].self)
    let firstKnown = try row[21].decode([String].self)
    return numbers.indices.map { place in
        ViolationDecision(
            number: numbers[place], kind: kinds[place], decidedOn: Day(rawValue: days[place].days),
            wasFoundHere: foundHere[place], isLate: late[place],
            firstKnown: HalfYear(firstKnown[place]), holder: holders[place])
    }
}
