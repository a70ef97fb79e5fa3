import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Scores by form")
struct ScoreTests {
    private let first = Fixture.firstHalf

    @Test("an association enters its score, which its province cannot change afterwards; no office enters one")
    func association() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            try await accounts.province.enterScore(
                "association", of: "G-1", in: first, ["association_score": "50"], basedOn: 0)
            #expect(
                try await accounts.association.enterScore(
                    "association", of: "G-1", in: first, ["association_score": "۸۷٫۲۵"], basedOn: 1) == 2)
            let form = try await accounts.association.score("association", of: "G-1", in: first)
            #expect(form.items.map(\.value) == [8_725] && form.state == .submitted && !form.isOnBehalf)
            #expect(form.items.first?.said?.account == "guild.desk")
            await expectRefusal(.ownerHasSpoken("association")) {
                try await accounts.province.enterScore(
                    "association", of: "G-1", in: first, ["association_score": "10"], basedOn: 2)
            }
            await expectRefusal(.sourceOfAnother("association")) {
                try await accounts.office.enterScore(
                    "association", of: "G-1", in: first, ["association_score": "100"], basedOn: 2)
            }
            await expectRefusal(.unknownOffice("T-1")) {
                try await accounts.association.enterScore(
                    "association", of: "T-1", in: first, ["association_score": "1"], basedOn: 0)
            }
            await expectRefusal(.permissionMissing(permission: "read_facts")) {
                try await accounts.association.declaration(of: "G-1", in: first)
            }
            try await accounts.association.withdrawScore("association", of: "G-1", in: first, basedOn: 2, reason: "x")
            #expect(try await accounts.association.score("association", of: "G-1", in: first).state == .withdrawn)
        }
    }

    @Test("a survey is entered with the number of people who answered, and gives the same submission as its file")
    func survey() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            try await fixture.take(
                .satisfactionScores, "office_code,mean,respondents,survey_mode\nG-1,4.25,120,sms\n")
            for (values, told) in [
                (["mean": "4.25"], "number of people"), (["mean": "4.25", "respondents": "0"], "number of people"),
                (["mean": "9", "respondents": "3"], "from"), (["respondents": "3"], "column"),
            ] {
                do {
                    try await fixture.ranking.enterScore("survey", of: "R-1", in: first, values, basedOn: 0)
                    Issue.record("\(values) was not refused")
                } catch let error as RankingError {
                    #expect(error.message(in: .english).contains(told), "\(error.message(in: .english))")
                }
            }
            try await fixture.ranking.enterScore(
                "survey", of: "R-1", in: first, ["mean": "۴٫۲۵", "respondents": "۱۲۰", "survey_mode": "sms"], basedOn: 0
            )
            #expect(
                try await fixture.submissions(of: "R-1", source: 2) == fixture.submissions(of: "G-1", source: 2))
        }
    }

    @Test("the form of another source than the declaration is named by its code, and known ones are told")
    func sources() async throws {
        try await Fixture.withDeclarers { fixture, _ in
            for source in ["office", "review", "colour"] {
                await expectRefusal(.unknownActivity("\(source): region, association, survey")) {
                    try await fixture.ranking.enterScore(
                        source, of: "G-1", in: first, ["staff_count": "3"], basedOn: 0)
                }
            }
        }
    }

    @Test("gaps of a score pass only if its source says so, and its window is asked")
    func guards() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            await expectRefusal(.declarationIncomplete(missing: "association_score")) {
                try await accounts.association.enterScore(
                    "association", of: "G-1", in: first, ["association_score": ""], basedOn: 0, withGaps: true)
            }
            await expectRefusal(.saidMeanwhile) {
                try await accounts.association.enterScore(
                    "association", of: "G-1", in: first, ["association_score": "3"], basedOn: 4)
            }
            try await fixture.closeWindow(of: "association")
            await expectRefusal(.windowClosed(window: "association 2021-09-23 2021-10-12")) {
                try await accounts.association.enterScore(
                    "association", of: "G-1", in: first, ["association_score": "3"], basedOn: 0)
            }
        }
    }
}
