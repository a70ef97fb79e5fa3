import Foundation
import Postgres
public import RankingRules

extension RankingDatabase {
    /// Simulates a scheme on a published half-year and stores nothing. An account makes one at a time.
    public func simulateScheme(document text: String, on halfYear: HalfYear) async throws -> SchemeSimulation {
        let document = SchemeDocument.read(text)
        guard let scheme = document.scheme else {
            throw RankingError.invalid(document.faults.map(\.sentence))
        }
        return try await read { connection in
            try await connection.query("select ranking.begin_dry_run(\(halfYear.description))")
            return try await connection.simulation(of: scheme, on: halfYear, schemes).result
        }
    }

    /// The newest stored simulation of a scheme; nil if it was proposed before the first publication.
    public func schemeSimulation(_ name: SchemeVersion) async throws -> SchemeSimulation? {
        try await read { connection in
            guard let (stored, id) = try await connection.storedSimulation(name) else { return nil }
            let moves = try await connection.query(
                """
                select province_code, kind, rank_before, rank_after, count(*) from ranking.simulated_move
                where simulation_id = \(id) group by province_code, kind, rank_before, rank_after
                order by province_code, kind collate "C", rank_before nulls last, rank_after nulls last
                """
            ).map { row in
                var cells = RowReader(row)
                return SchemeSimulation.MoveCount(
                    province: try cells.next(), kind: try cells.next(), before: try cells.next(),
                    after: try cells.next(), offices: try cells.next())
            }
            return stored.with(moves)
        }
    }

    /// The text of the newest stored simulation, whose digest the record holds; for accounts that read unpublished
    /// results of every province. Nil if there is none.
    public func simulationText(_ name: SchemeVersion) async throws -> String? {
        try await read { connection in
            guard let (_, id) = try await connection.storedSimulation(name) else { return nil }
            return try await connection.query(
                "select convert_from(ranking.simulation_text(\(id)::integer), 'UTF8')")[0].decode(String.self)
        }
    }

    /// Offices that the newest stored simulation of a scheme moves, by code, at most `limit` (at least one) after the
    /// cursor; of provinces in the account's scope.
    public func simulatedMoves(
        _ name: SchemeVersion, limit: Int = 50, after cursor: String? = nil
    ) async throws -> Page<SimulatedMove, String> {
        let limit = max(1, limit)
        return try await read { connection in
            guard let (_, id) = try await connection.storedSimulation(name) else {
                return Page([], limit: limit) { $0.office }
            }
            let found = try await connection.query(
                """
                select code, province_code, kind, rank_before, rank_after, total_before, total_after
                from ranking.simulated_move
                where simulation_id = \(id) and code collate "C" > coalesce(\(cursor), '')
                order by code collate "C" limit \(limit + 1)
                """
            ).map { row in
                var cells = RowReader(row)
                return SimulatedMove(
                    office: try cells.next(), province: try cells.next(), kind: try cells.next(),
                    rankBefore: try cells.next(), rankAfter: try cells.next(),
                    totalBefore: try cells.next(), totalAfter: try cells.next())
            }
            return Page(found, limit: limit) { $0.office }
        }
    }
}

extension PostgresConnection {
    /// The newest simulation of a scheme without its moves, and its number.
    fileprivate nonisolated(nonsending) func storedSimulation(
        _ name: SchemeVersion
    ) async throws -> (SchemeSimulation, Int)? {
        let scheme = try await adoptedScheme(name)
        let rows = try await query(
            """
            select id, half_year, number, offices, ranked, moved, entered, missing, line_code, line_offices,
                line_gained, line_lost, digest
            from ranking.scheme_simulation where scheme_id = \(scheme.id) order by id desc limit 1
            """)
        guard let row = rows.first else { return nil }
        var cells = RowReader(row)
        let id = try cells.next(Int.self)
        guard let halfYear = HalfYear(try cells.next(String.self)) else {
            throw RankingError.failed("a simulation of an unknown form")
        }
        let number = try cells.next(Int.self)
        let counts = SchemeSimulation.Counts(
            offices: try cells.next(), ranked: try cells.next(), moved: try cells.next(), entered: try cells.next())
        let missing = try cells.next([String].self)
        let lines = try lineDifferences(&cells)
        return (
            SchemeSimulation(
                scheme: name, halfYear: halfYear, number: number, counts: counts, missing: missing, moves: [],
                lines: lines, digest: try cells.next()),
            id
        )
    }
}

private func lineDifferences(_ cells: inout RowReader) throws -> [SchemeSimulation.LineDifference] {
    let codes = try cells.next([String].self)
    let offices = try cells.next([Int].self)
    let gained = try cells.next([Int64].self)
    let lost = try cells.next([Int64].self)
    return codes.indices.map { index in
        SchemeSimulation.LineDifference(
            criterion: codes[index] == "-" ? nil : codes[index], offices: offices[index],
            gained: Points(rawValue: gained[index]), lost: Points(rawValue: lost[index]))
    }
}

extension SchemeSimulation {
    fileprivate func with(_ moves: [MoveCount]) -> SchemeSimulation {
        SchemeSimulation(
            scheme: scheme, halfYear: halfYear, number: number, counts: counts, missing: missing, moves: moves,
            lines: lines, digest: digest)
    }
}

extension SimulationOutcome {
    /// In the form of `ranking.propose_scheme`.
    func json() throws -> String {
        let stored = Stored(
            publication: publication, offices: result.counts.offices, ranked: result.counts.ranked,
            moved: result.counts.moved, entered: result.counts.entered, missing: result.missing,
            lineCode: result.lines.map { $0.criterion ?? "-" }, lineOffices: result.lines.map(\.offices),
            lineGained: result.lines.map(\.gained.rawValue), lineLost: result.lines.map(\.lost.rawValue),
            digest: result.digest, text: text,
            moves: moves.map {
                Stored.Move(code: $0.office, rankAfter: $0.rankAfter, totalAfter: $0.totalAfter?.rawValue)
            })
        return try String(decoding: JSONEncoder.snakeCase.encode(stored), as: UTF8.self)
    }

    private struct Stored: Encodable {
        let publication: Int
        let offices: Int
        let ranked: Int
        let moved: Int
        let entered: Int
        let missing: [String]
        let lineCode: [String]
        let lineOffices: [Int]
        let lineGained: [Int64]
        let lineLost: [Int64]
        let digest: String
        let text: String
        let moves: [Move]

        struct Move: Encodable {
            let code: String
            let rankAfter: Int?
            let totalAfter: Int64?
        }
    }
}
