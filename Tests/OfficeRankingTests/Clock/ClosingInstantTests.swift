import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("A period takes facts until its closing day is over, whether a clock runs or not")
struct ClosingInstantTests {
    private let period = Fixture.firstHalf

    @Test("an import that begins a second before the closing instant is stored; one that begins at it is refused")
    func instant() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await awayFromMidnight()
            let closing = try await fixture.databaseDay().adding(days: 30)
            try await fixture.ranking.schedulePeriod(period, ScheduleChange(days: [.closes: closing]))
            let end = try await fixture.administrator {
                try await $0.query("select registry.start_of_day(\(closing.description)::date + 1)")[0].decode(
                    Date.self)
            }
            let file = try fixture.file(.declarations, "office_code,staff\nG-1,8\n")
            for (seconds, isTaken) in [(-1.0, true), (0, false), (1, false)] {
                try await fixture.database.setClock(end.addingTimeInterval(seconds))
                let options = ImportOptions(period: period, today: Fixture.today)
                if isTaken {
                    let outcome = try await fixture.ranking.importFiles([file], options, report: FindingReport())
                    #expect(outcome.effect == .stored)
                } else {
                    await expectRefusal(.windowClosed(window: "period - \(closing)")) {
                        _ = try await fixture.ranking.importFiles([file], options, report: FindingReport())
                    }
                }
            }
        }
    }

    @Test("a period whose closing day is today or tomorrow takes facts; one whose closing day was yesterday does not")
    func day() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await awayFromMidnight()
            let today = try await fixture.databaseDay()
            for (shift, staff, isTaken) in [(1, 1, true), (0, 2, true), (-1, 3, false), (2, 4, true)] {
                let change = ScheduleChange(days: [.closes: today.adding(days: shift)], allowPast: true)
                try await fixture.ranking.schedulePeriod(period, change, reason: "x")
                let text = "office_code,staff\nG-1,\(staff)\n"
                if isTaken {
                    #expect(try await fixture.take(.declarations, text).effect == .stored)
                } else {
                    let closedOn = today.adding(days: shift).description
                    await expectRefusal(.windowClosed(window: "period - \(closedOn)")) {
                        try await fixture.take(.declarations, text)
                    }
                }
            }
            // Offices come in at any time.
            #expect(try await fixture.take(.offices, OfficeLine.file(.init(code: "G-9"))).effect == .stored)
        }
    }
}
