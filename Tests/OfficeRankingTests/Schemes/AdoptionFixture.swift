import OfficeRanking
import Postgres
import RankingRules
import TestDatabase

extension Fixture {
    /// The numbers of staff of ten offices. By the small scheme seven of them have rank 1 and three have rank 2: 60, 50
    /// and 40 points.
    static let staffOfTen = [7, 7, 7, 7, 7, 7, 7, 6, 5, 4]

    /// Publishes a half-year by a scheme.
    func publish(
        _ halfYear: HalfYear = firstHalf, scheme text: String, staff: [Int] = staffOfTen, silent: Int = 0
    ) async throws {
        let codes = (0..<staff.count + silent).map { "G-\(String(100 + $0))" }
        try await open(halfYear, scheme: text)
        try await take(
            .offices, OfficeLine.file(codes.enumerated().map { OfficeLine(code: $1, holder: legalID($0 + 1)) }))
        let lines = zip(codes, staff).map { "\($0),\($1)\n" }.joined()
        try await take(.declarations, "office_code,staff\n\(lines)", period: halfYear)
        try await closeAndRank(halfYear)
        try await ranking.publishPeriod(halfYear)
    }

    /// A second account of a person, or an account of another one.
    func headquarters(_ name: String, person: String) async throws -> RankingDatabase {
        try await administrator { connection in
            try await connection.query(
                """
                insert into registry.account (name, person, role) values (\(name), \(person), 'headquarters')
                on conflict do nothing
                """)
        }
        return ranking.acting(as: name)
    }
}

/// The next version of the small scheme with other thresholds.
func nextScheme(_ version: Int = 2, first: String = "70", second: String = "40", mostMoved: Int? = nil) -> String {
    smallScheme.replacing("version: 1", with: "version: \(version)")
        .replacing("threshold: 40", with: "threshold: \(second)")
        .replacing("threshold: 70", with: "threshold: \(first)")
        + (mostMoved.map { "\nadoption: {most_moved: \($0)}\n" } ?? "\n")
}
