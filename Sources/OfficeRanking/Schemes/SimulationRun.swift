import Postgres
import RankingRules

/// A publication whose frozen facts are scored with another scheme.
struct SimulatedPublication: Sendable {
    let id: Int
    let number: Int
    let digest: String
    let frozen: FrozenPeriod
}

/// A simulation with the offices that it moves and its text.
struct SimulationOutcome: Sendable {
    let publication: Int
    let result: SchemeSimulation
    let moves: [SimulatedMove]
    let text: String
}

extension PostgresConnection {
    /// The effect of a scheme on the newest publication; nil before the first one.
    nonisolated(nonsending) func simulation(
        of scheme: Scheme, _ cache: SchemeCache
    ) async throws -> SimulationOutcome? {
        let newest = try await query("select half_year from ranking.publication where is_in_force")
        guard let text = try newest.first?.decode(String.self), let halfYear = HalfYear(text) else { return nil }
        return try await simulation(of: scheme, on: halfYear, cache)
    }

    /// The effect of a scheme on the current publication of a half-year.
    nonisolated(nonsending) func simulation(
        of scheme: Scheme, on halfYear: HalfYear, _ cache: SchemeCache
    ) async throws -> SimulationOutcome {
        try await withoutStatementTimeout()
        let published = try await simulatedPublication(of: halfYear, cache)
        var simulation = SimulationTally(scheme, published)
        try await forEachPublishedOffice(of: published) { simulation.add(office: $0) }
        return simulation.outcome()
    }

    private nonisolated(nonsending) func simulatedPublication(
        of halfYear: HalfYear, _ cache: SchemeCache
    ) async throws -> SimulatedPublication {
        let rows = try await query(
            """
            select id, number, digest from ranking.publication
            where half_year = \(halfYear.description) and is_current
            """)
        guard let (id, number, digest) = try rows.first?.decode((Int, Int, String).self) else {
            throw RankingError.unknownPublication(halfYear.description)
        }
        let frozen = try await frozenPeriod(
            try await periodOfRun(halfYear, number: number), readingAllAmendments: false, cache)
        return SimulatedPublication(id: id, number: number, digest: digest, frozen: frozen)
    }

    /// Passes every office of the publication to the closure, in the order of office codes.
    private nonisolated(nonsending) func forEachPublishedOffice(
        of published: SimulatedPublication, _ consume: (PublishedOffice) -> Void
    ) async throws {
        let frozen = published.frozen
        guard let run = frozen.period.runID else { throw RankingError.failed("a publication without a run") }
        let columns = PostgresQuery(unsafeSQL: CensusFacts.columns.map { "f.\($0)" }.joined(separator: ", "))
        let query: PostgresQuery = """
            select \(columns), p.code, a.rank, a.total, a.penalty, a.points
            from ranking.office_facts(\(frozen.censusID), null, \(frozen.factsUpTo)::bigint) f
            join ranking.assessment a on a.run_id = \(run) and a.office_id = f.office_id
            join ranking.province p on p.id = f.province_id
            order by f.code collate "C"
            """
        let positions = frozen.schemePositions
        try await withCursor(query, fetching: 4_000) { rows in
            for row in rows {
                var cells = RowReader(row)
                consume(try PublishedOffice(&cells, schemePositions: positions))
            }
        }
    }
}

/// One office of a publication: its frozen facts and its published result.
struct PublishedOffice: Sendable {
    let facts: CensusFacts
    /// The code of the province.
    let province: String
    let rank: Int?
    let total: Points?
    let penalty: Points
    /// By index of the criterion in the scheme of the publication; empty if nothing was scored.
    let points: [Int64]

    init(_ cells: inout RowReader, schemePositions: [Int: Int]) throws {
        facts = try CensusFacts(&cells, schemePositions: schemePositions)
        province = try cells.next()
        rank = try cells.next()
        total = try cells.next(Int64?.self).map(Points.init(rawValue:))
        penalty = Points(rawValue: try cells.next())
        points = try cells.next()
    }
}

/// Scores the offices of a publication with another scheme, and counts what moves.
struct SimulationTally {
    private let scheme: Scheme
    private let published: SimulatedPublication
    private let engine: ScoringEngine
    private let translation: FactTranslation
    private let lines: SimulatedLines
    private var counts = SchemeSimulation.Counts()
    private var moves: [SimulatedMove] = []
    private var sums: [SimulatedLines.Sum]
    private var assessment = Assessment(standing: .ranked)

    init(_ scheme: Scheme, _ published: SimulatedPublication) {
        let frozen = published.frozen
        self.scheme = scheme
        self.published = published
        engine = ScoringEngine(
            scheme: scheme, halfYear: frozen.period.halfYear, censusDay: frozen.period.censusOn,
            earlierSchemes: frozen.earlierSchemes.map(\.scheme))
        translation = FactTranslation(from: frozen.scheme.scheme, to: scheme)
        lines = SimulatedLines(from: frozen.scheme.scheme, to: scheme)
        sums = lines.none
    }

    mutating func add(office: PublishedOffice) {
        engine.assess(translation.translate(office.facts.facts), into: &assessment)
        counts.offices += 1
        if office.rank != nil { counts.ranked += 1 }
        guard assessment.rank != office.rank else { return }
        if office.rank == nil { counts.entered += 1 } else { counts.moved += 1 }
        moves.append(
            SimulatedMove(
                office: office.facts.code, province: office.province, kind: office.facts.facts.kind,
                rankBefore: office.rank, rankAfter: assessment.rank, totalBefore: office.total,
                totalAfter: assessment.total))
        lines.add(office, assessment, to: &sums)
    }

    func outcome() -> SimulationOutcome {
        let text = SimulationText(
            scheme: scheme, published: published, counts: counts, missing: translation.missing,
            moveCounts: Self.counted(moves), lines: lines.differences(sums), moves: moves)
        let result = SchemeSimulation(
            scheme: SchemeVersion(code: scheme.code, version: scheme.version),
            halfYear: published.frozen.period.halfYear, number: published.number, counts: counts,
            missing: translation.missing, moves: Self.counted(moves), lines: lines.differences(sums),
            digest: text.digest)
        return SimulationOutcome(publication: published.id, result: result, moves: moves, text: text.text)
    }

    /// By province, kind and ranks; no rank comes last.
    private static func counted(_ moves: [SimulatedMove]) -> [SchemeSimulation.MoveCount] {
        struct Key: Hashable {
            let province: String
            let kind: OfficeKind
            let before: Int?
            let after: Int?

            var order: (String, String, Int, Int) {
                (province, kind.rawValue, before ?? Int.max, after ?? Int.max)
            }
        }
        let groups = Dictionary(grouping: moves) {
            Key(province: $0.province, kind: $0.kind, before: $0.rankBefore, after: $0.rankAfter)
        }
        return groups.sorted { $0.key.order < $1.key.order }.map { key, moves in
            SchemeSimulation.MoveCount(
                province: key.province, kind: key.kind, before: key.before, after: key.after, offices: moves.count)
        }
    }
}

/// The lines of two schemes side by side: the criteria of the new one, then those that only the old one has, then the
/// penalty.
struct SimulatedLines: Sendable {
    private let criteria: [(code: String, before: Int?, after: Int?)]

    struct Sum {
        var offices = 0
        var gained: Int64 = 0
        var lost: Int64 = 0

        mutating func add(_ difference: Int64) {
            guard difference != 0 else { return }
            offices += 1
            if difference > 0 { gained += difference } else { lost -= difference }
        }
    }

    init(from before: Scheme, to after: Scheme) {
        let places = Dictionary(uniqueKeysWithValues: before.criteria.enumerated().map { ($1.code, $0) })
        let known = Set(after.criteria.map(\.code))
        criteria =
            after.criteria.enumerated().map { ($1.code, places[$1.code], $0) }
            + before.criteria.enumerated().filter { !known.contains($1.code) }.map { ($1.code, $0, nil) }
    }

    var none: [Sum] { Array(repeating: Sum(), count: criteria.count + 1) }

    func add(_ office: PublishedOffice, _ assessment: Assessment, to sums: inout [Sum]) {
        for (index, line) in criteria.enumerated() {
            let before = line.before.flatMap { office.points.indices.contains($0) ? office.points[$0] : nil } ?? 0
            let after = line.after.flatMap {
                assessment.lines.indices.contains($0) ? assessment.lines[$0].points.rawValue : nil
            }
            sums[index].add((after ?? 0) - before)
        }
        sums[criteria.count].add(office.penalty.rawValue - assessment.penalty.rawValue)
    }

    /// Only lines with a difference.
    func differences(_ sums: [Sum]) -> [SchemeSimulation.LineDifference] {
        let codes: [String?] = criteria.map(\.code) + [nil]
        return zip(codes, sums).filter { $1.offices > 0 }.map { code, sum in
            SchemeSimulation.LineDifference(
                criterion: code, offices: sum.offices, gained: Points(rawValue: sum.gained),
                lost: Points(rawValue: sum.lost))
        }
    }
}
