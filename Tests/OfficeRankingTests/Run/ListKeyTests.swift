import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("The order of lists is exact")
struct ListKeyTests {
    private static let bound: Int64 = 1_048_576

    @Test("the key of a share orders nearest neighbours as the fractions themselves, and equal ones alike")
    func neighbours() async throws {
        let seed = printedSeed()
        var random = SeededGenerator(seed: seed)
        var pairs: [[Int64]] = []
        for _ in 0..<5_000 {
            let available = Int64.random(in: 2...Self.bound, using: &random)
            let total = Int64.random(in: 0..<available, using: &random)
            let near = neighbour(total, available)
            let factor = Self.bound / available
            pairs += [
                [total, available] + near, [total, available, total * factor, available * factor],
                [total, available, total + 1, available], [total, available, total, available - 1],
            ].filter { $0[2] <= $0[3] }
        }
        try await Fixture.with { fixture in
            let keys = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select registry.list_key(1::smallint, p.a, p.b), registry.list_key(1::smallint, p.c, p.d),
                        registry.list_key(2::smallint, p.a, p.b)
                    from unnest(\(pairs.map { $0[0] })::integer[], \(pairs.map { $0[1] })::integer[],
                        \(pairs.map { $0[2] })::integer[], \(pairs.map { $0[3] })::integer[])
                        with ordinality p (a, b, c, d, place)
                    order by place
                    """
                ).decode((Int64, Int64, Int64).self)
            }
            let best = Int64(1) << 44 - Int64(1) << 41
            for (pair, key) in zip(pairs, keys) {
                // Products stay below 2⁴⁰.
                let (one, other) = (pair[0] * pair[3], pair[2] * pair[1])
                #expect((one > other) == (key.0 < key.1) && (one == other) == (key.0 == key.1), "\(pair), seed \(seed)")
                #expect(key.2 > Int64(1) << 44 && key.0 >= best, "\(pair)")
            }
        }
    }

    @Test("offices without a rank are listed after every rank, without a total last; nothing attainable is the share 0")
    func ends() async throws {
        try await Fixture.with { fixture in
            let isInOrder = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select registry.list_key(9::smallint, 0, 1) < registry.list_key(null, 1048576, 1048576)
                        and registry.list_key(null, 0, 1048576) < registry.list_key(null, null, 0)
                        and registry.list_key(3::smallint, 10, 0) = registry.list_key(3::smallint, 0, 60)
                        and registry.list_key(1::smallint, -5, 3) = registry.list_key(1::smallint, -10, 6)
                        and registry.list_key(1::smallint, -5, 3) > registry.list_key(1::smallint, -4, 3)
                    """)[0].decode(Bool.self)
            }
            #expect(isInOrder)
        }
    }

    @Test("an office of rank 1 is listed before one of rank 2 with a higher total")
    func acrossRanks() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(
                scheme: smallScheme.replacing("penalties:\n", with: survey + "penalties:\n")
                    .replacing("threshold: 70", with: "threshold: 135"))
            try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
            try await fixture.take(.declarations, "office_code,staff\nG-1,9\nG-2,7\n")
            try await fixture.take(
                .satisfactionScores, "office_code,mean,respondents,survey_mode\nG-1,2,20,phone\n")
            try await fixture.closeAndRank()
            let offices = try await fixture.ranking.offices(in: Fixture.firstHalf).items
            let gilan = offices.filter { $0.provinceCode == "01" }
            #expect(gilan.map(\.code) == ["G-2", "G-1"] && gilan.map(\.rank) == [1, 2])
            #expect(gilan.map(\.position) == [1, 2])
            #expect(gilan.map { $0.total?.rawValue } == [70_000, 130_000])
            #expect(gilan.map { $0.adjustedTotal?.rawValue } == [140_000, 130_000])
            let explained = try await fixture.ranking.explain("G-2", in: Fixture.firstHalf)
            #expect(explained.position == 1 && explained.adjustedTotal == Points(rawValue: 140_000))
            try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            let publication = try #require(try await fixture.ranking.publications().first)
            var lines = fixture.ranking.lines(of: publication)
            var positions: [String: Int?] = [:]
            while let line = try await lines.next() { positions[line.office.code] = line.office.position }
            #expect(positions["G-2"] == 1 && positions["G-1"] == 2)
        }
    }

    /// A fraction whose difference from this one is the least that such parts allow.
    private func neighbour(_ total: Int64, _ available: Int64) -> [Int64] {
        let divisor = greatestDivisor(total, available)
        let (a, b) = (total / divisor, available / divisor)
        guard b > 1 else { return [1, Self.bound] }
        // a·d − b·c = 1, by trying the greatest denominators first.
        var d = inverse(of: a, modulo: b)
        d += (Self.bound - d) / b * b
        return [(a * d - 1) / b, d]
    }

    private func greatestDivisor(_ one: Int64, _ other: Int64) -> Int64 {
        other == 0 ? max(one, 1) : greatestDivisor(other, one % other)
    }

    private func inverse(of number: Int64, modulo modulus: Int64) -> Int64 {
        var (previous, rest) = (modulus, number % modulus)
        var (before, factor) = (Int64(0), Int64(1))
        while rest > 1 {
            let quotient = previous / rest
            (previous, rest) = (rest, previous - quotient * rest)
            (before, factor) = (factor, before - quotient * factor)
        }
        return (factor % modulus + modulus) % modulus
    }

    private let survey = """
          - code: people
            title: {fa: رضایت, en: Satisfaction}
            maximum: 100
            criteria:
              - code: mean
                title: {fa: میانگین, en: Mean}
                source: survey
                value: {type: decimal, places: 3, least: 0, most: 5}
                maximum: 100
                clause: "4"
                missing: not_applicable
                survey: {minimum_respondents: 1, below_minimum: missing}
                points:
                  lines: [[0, 0], [5, 100]]

        """
}
