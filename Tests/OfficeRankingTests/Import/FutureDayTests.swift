import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Nothing from a future day is stored")
struct FutureDayTests {
    @Test("the day of an import may be yesterday or today, not tomorrow", arguments: [ImportKind.offices, .agencies])
    func dayOfTheImport(kind: ImportKind) async throws {
        try await Fixture.with { fixture in
            for shift in [-1, 0] {
                let taken = try await fixture.take(
                    kind, file(kind, shift), effectiveOn: Fixture.today.adding(days: shift))
                #expect(taken.effect == .stored)
            }
            let tomorrow = Fixture.today.adding(days: 1)
            await expectRefusal(.dayInFuture(day: tomorrow.description)) {
                try await fixture.take(kind, file(kind, 1), effectiveOn: tomorrow)
            }
        }
    }

    private func file(_ kind: ImportKind, _ number: Int) -> String {
        kind == .offices
            ? OfficeLine.file(.init(code: "G-\(number + 2)")) : "code,title\nA\(number + 2),دستگاه\n"
    }

    @Test("whatever day the caller takes for today, the database refuses a day after its own")
    func dayOfTheDatabase() async throws {
        try await Fixture.with { fixture in
            try await awayFromMidnight()
            let today = try await fixture.databaseDay()
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1", effectiveOn: "1399/01/01")))
            let tomorrow = today.adding(days: 1)
            let jalali = try #require(JalaliDate(tomorrow)).description.replacing("-", with: "/")
            let expired = try fixture.file(.offices, OfficeLine.file(.init(code: "G-1", state: "expired")))
            let closed = try fixture.file(
                .offices, OfficeLine.file(.init(code: "G-1", state: "closed", effectiveOn: jalali)), name: "closed.csv")
            var options = ImportOptions(today: today.adding(days: 9), effectiveOn: tomorrow)
            let refusal = RankingError.dayInFuture(day: tomorrow.description)
            await expectRefusal(refusal) {
                try await fixture.ranking.importFiles([expired], options, report: FindingReport())
            }
            options.effectiveOn = today
            await expectRefusal(refusal) {
                try await fixture.ranking.importFiles([closed], options, report: FindingReport())
            }
            await expectRefusal(refusal) {
                try await fixture.ranking.setOffice(
                    "G-1", ["state": "closed"], effectiveOn: tomorrow, reason: "x", today: options.today)
            }
            let taken = try await fixture.ranking.importFiles([expired], options, report: FindingReport())
            #expect(taken.effect == .stored)
            let isSet = try await fixture.ranking.setOffice(
                "G-1", ["state": "active"], effectiveOn: today, reason: "x", today: options.today)
            #expect(isSet)
        }
    }
}
