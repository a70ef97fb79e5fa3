import Postgres
import RankingRules
import Testing

@testable import OfficeRanking

@Suite("What people read when the database refuses")
struct RefusalTextTests {
    @Test("a word that the SQL raises is the code of the error, and its detail the facts")
    func words() async throws {
        try await Fixture.with { fixture in
            for raise in try RaisedErrors.all() {
                let error = await refusal(fixture, raise)
                #expect(error?.code.rawValue == raise.word && error?.detail == "y", "\(raise)")
            }
            let unknown = RaisedErrors.Raise(state: "RK999", word: "no_such_word")
            #expect(await refusal(fixture, unknown) == .failed("RK999"))
        }
    }

    @Test("a constraint that a user can violate is reported in a sentence, without its name")
    func sentences() async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.planPeriod(Fixture.firstHalf)
            try await fixture.ranking.assignRegion(3, title: "سه", to: "01")
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            let refusals = await [
                caught { try await fixture.ranking.planPeriod(Fixture.firstHalf) },
                caught { try await fixture.ranking.planPeriod(halfYear("1401-H1"), censusOn: day("1400-12-29")) },
                caught { try await fixture.ranking.assignRegion(10, title: "ده", to: "01") },
                caught { try await fixture.ranking.assignRegion(4, title: "سه", to: "02") },
                caught {
                    _ = try await fixture.ranking.setOffice(
                        "G-1", ["expires_on": "1390/01/01"], effectiveOn: Fixture.today, reason: "x",
                        today: Fixture.today)
                },
            ]
            for error in refusals {
                let texts = [error?.message(in: .persian) ?? "", error?.message(in: .english) ?? ""]
                let named = texts.filter { $0.isEmpty || $0.contains("_") }
                #expect(named.isEmpty, "\(texts)")
            }
        }
    }

    private func refusal(_ fixture: Fixture, _ raise: RaisedErrors.Raise) async -> RankingError? {
        await caught {
            try await fixture.ranking.act { connection in
                try await connection.execute(
                    script: """
                        do $$ begin
                            raise exception using errcode = '\(raise.state)', message = '\(raise.word)', detail = 'y';
                        end $$
                        """)
            }
        }
    }

    private func caught(_ body: () async throws -> Void) async -> RankingError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? RankingError
        }
    }
}
