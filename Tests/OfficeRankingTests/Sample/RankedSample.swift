import Foundation
import OfficeRanking
import Postgres
import RankingRules
import SyntheticSample
import TestDatabase
import Testing

/// The synthetic Gilan, taken in from its files and ranked under the sample scheme.
struct RankedSample: Sendable {
    let imported: ImportOutcome
    let findings: [FindingCode: Int]
    let counts: RankCounts
    /// By office code.
    let places: [String: Place]

    struct Place: Equatable, Sendable {
        let standing: String
        let rank: Int?
        let origin: String?
        /// Thousandths, as the penalty.
        let total: Int?
        let penalty: Int?
        let floorAreaPoints: Int?

        var isEarned: Bool { origin == "earned" }
    }

    /// Made once for all tests that only look.
    static let shared = Task { try await make() }

    static func make(without omitted: Set<ImportKind> = []) async throws -> RankedSample {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: Fixture.sampleScheme())
            let report = FindingReport()
            let imported = try await fixture.importSample(without: omitted, report: report)
            try await fixture.close(Fixture.firstHalf)
            let run = try await fixture.ranking.rank(Fixture.firstHalf)
            return RankedSample(
                imported: imported, findings: report.counts, counts: run.counts, places: try await fixture.places())
        }
    }

    subscript(number: Int) -> Place? {
        places[Self.code(number)]
    }

    static func code(_ number: Int) -> String {
        "SYN-G-" + String(10_000 + number).dropFirst()
    }
}

extension Fixture {
    func importSample(without omitted: Set<ImportKind> = [], report: FindingReport) async throws -> ImportOutcome {
        let path = folder.appending(path: "gilan").path(percentEncoded: false)
        try GilanSample.write(to: path)
        let found = try ImportFile.inFolder(path)
        try #require(found.missing.isEmpty && found.unknown.isEmpty)
        let options = ImportOptions(period: Self.firstHalf, today: day("1400-07-05"))
        let imported = try await ranking.importFiles(
            found.files.filter { !omitted.contains($0.kind) }, options, report: report)
        let hasReviewer = try await number("select count(*) from registry.account where name = 'reviewer'") > 0
        let reviewer =
            hasReviewer
            ? RankingDatabase(client: client, account: "reviewer", logger: TestDatabase.logger)
            : try await account("reviewer", role: "headquarters")
        let reviews = try ImportFile.inFolder("\(path)/reviews")
        let reviewed = try await reviewer.importFiles(reviews.files, options, report: report)
        return ImportOutcome(files: imported.files + reviewed.files, effect: imported.effect)
    }

    fileprivate func places() async throws -> [String: RankedSample.Place] {
        let rows = try await administrator { connection in
            try await connection.query(
                """
                select c.code, a.standing, a.rank::integer, a.rank_origin, a.total::integer, a.penalty::integer,
                    a.points[1]::integer
                from registry.assessment a join registry.census_office c using (census_id, office_id)
                """)
        }
        return try rows.reduce(into: [:]) { places, row in
            let (code, standing, rank, origin, total, penalty, floorAreaPoints) =
                try row.decode((String, String, Int?, String?, Int?, Int?, Int?).self)
            places[code] = RankedSample.Place(
                standing: standing, rank: rank, origin: origin, total: total, penalty: penalty,
                floorAreaPoints: floorAreaPoints)
        }
    }
}
