import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Offices see their results before everybody does")
struct PreviewTests {
    private let period = AppealDesks.period

    @Test("in preview an office reads its own result with its reasons, and no other office's")
    func ownResult() async throws {
        try await AppealDesks.with(isShown: false) { desks in
            await expectRefusal(.notRankedYet(period: "1400-H1")) { try await desks.urban.explain("G-1", in: period) }
            try await desks.fixture.ranking.previewPeriod(period)
            let own = try await desks.urban.explain("G-1", in: period)
            #expect(own.assessment.rank == 2 && own.assessment.total == Points(rawValue: 65_000))
            #expect(own.explanation.lines.count == 1)
            for other in ["G-2", "T-1"] {
                await expectRefusal(.unknownOffice(other)) { try await desks.urban.explain(other, in: period) }
            }
            #expect(try await desks.urban.offices(in: period, limit: 10).items.map(\.code) == ["G-1"])
            await expectRefusal(.notRankedYet(period: "1400-H1")) {
                try await desks.fixture.ranking.acting(as: "public").explain("G-1", in: period)
            }
        }
    }

    @Test("in preview plain SQL shows an office the rows of itself only, and other roles not more than before")
    func plainSQL() async throws {
        try await AppealDesks.with { desks in
            _ = try await desks.fixture.account("guild", role: "association", provinces: ["01"])
            let expected = [
                "g1.desk": [1, 1, 1], "t1.desk": [1, 1, 1], "public": [0, 0, 0], "guild": [0, 0, 0],
                "judge": [3, 3, 3],
            ]
            let census = try await desks.fixture.number("select census_id from registry.evaluation_period")
            for (account, counts) in expected {
                let seen = try await desks.fixture.application(as: account) { connection in
                    try await connection.query(
                        """
                        select (select count(*) from ranking.assessment), (select count(*) from ranking.census_office),
                            (select count(*) from ranking.office_facts(\(census)))
                        """)[0].decode((Int, Int, Int).self)
                }
                #expect([seen.0, seen.1, seen.2] == counts, "\(account)")
            }
        }
    }

    @Test("a result is not published before its preview has lasted the days of the scheme, and then it is")
    func tooShort() async throws {
        try await AppealDesks.with(isShown: false) { desks in
            let fixture = desks.fixture
            #expect(try await desks.obstacles() == ["preview_too_short: -"])
            await expectRefusal(.stepHasObstacles("preview_too_short: \(try await lastDay(desks))")) {
                try await fixture.ranking.publishPeriod(period)
            }
            try await fixture.ranking.previewPeriod(period)
            let end = try await desks.end(of: 10, after: desks.shownAt())
            try await fixture.database.setClock(end.addingTimeInterval(-1))
            await expectRefusal(.stepHasObstacles("preview_too_short: \(try await lastDay(desks))")) {
                try await fixture.ranking.publishPeriod(period)
            }
            try await fixture.database.setClock(end)
            try await fixture.ranking.publishPeriod(period)
        }
    }

    @Test("nobody overrules that a preview is too short")
    func neverOverruled() async throws {
        try await AppealDesks.with { desks in
            let obstacle = try #require(try await desks.fixture.ranking.obstacles(of: period, step: .publish).first)
            #expect(!obstacle.mayBeOverruled && obstacle.sentence.english.contains("until the end of this day"))
            await expectRefusal(.noSuchObstacle("\(obstacle.code): \(obstacle.detail)")) {
                try await desks.fixture.ranking.overrule(
                    obstacle.code, detail: obstacle.detail, of: .publish, in: period, reason: "x")
            }
        }
    }

    @Test(
        "under a scheme without appeals offices may see their results, nobody appeals, and no day stops the publication"
    )
    func withoutAppeals() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            let office = try await fixture.account("g1.desk", role: "office", offices: ["G-1"])
            try await fixture.ranking.previewPeriod(period)
            #expect(try await office.explain("G-1", in: period).assessment.rank == 2)
            await expectRefusal(.appealsAreNotHeard(period: "1400-H1")) {
                try await office.fileAppeal(
                    of: "G-1", in: period, against: .criterion("staff", value: "8"), grounds: "x")
            }
            try await fixture.ranking.publishPeriod(period)
        }
    }

    @Test("a half-year that was appealed against is not opened again, also not by plain SQL")
    func reopen() async throws {
        try await AppealDesks.with { desks in
            let appeal = try await desks.appealStaff()
            try await desks.urban.withdrawAppeal(appeal)
            await expectRefusal(.appealsExist(period: "1400-H1")) {
                try await desks.fixture.ranking.reopenPeriod(period, reason: "x")
            }
            try await expectAnswer("RK114 appeals_exist") {
                try await desks.fixture.owner {
                    try await $0.query("update registry.evaluation_period set state = 'open', run_id = null")
                }
            }
        }
    }

    @Test("a half-year without an appeal is opened again, and is shown anew")
    func reopenUnappealed() async throws {
        try await AppealDesks.with { desks in
            try await desks.fixture.ranking.reopenPeriod(period, reason: "x")
            let shown = try await desks.fixture.number("select count(shown_at) from registry.evaluation_period")
            #expect(shown == 0)
        }
    }

    /// As the obstacle tells it, of a preview that begins now or has begun.
    private func lastDay(_ desks: AppealDesks) async throws -> String {
        try await desks.fixture.administrator {
            try await $0.query(
                "select registry.day_after(coalesce(max(shown_at), now()), 10)::text from registry.evaluation_period"
            )[0].decode(String.self)
        }
    }
}
