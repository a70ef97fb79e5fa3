import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("When sources and reviewers may act, and who is released from acting")
struct WindowTests {
    private let first = Fixture.firstHalf
    private let decision = "office_code,decision_number,kind,decided_on\nG-1,R-1,overcharging,1400/02/01\n"
    private let declared = "office_code,staff\nG-1,7\nT-1,4\n"

    private func withOffices(_ body: (Fixture, _ today: Day) async throws -> Void) async throws {
        try await Fixture.with { fixture in
            try await awayFromMidnight()
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
            try await body(fixture, try await fixture.databaseDay())
        }
    }

    private func set(
        _ fixture: Fixture, _ activity: String = "office", for place: ActingPlace = .country, from opens: Day?,
        until closes: Day, reason: String? = "x"
    ) async throws {
        let change = WindowChange(activity, for: place, opensOn: opens, closesOn: closes, allowPast: true)
        try await fixture.ranking.setWindow(first, change, reason: reason)
    }

    @Test("a declaration is accepted only from the first to the last day of its window, both included")
    func inclusiveDays() async throws {
        for (opens, closes, problem) in [(0, 0, nil), (-1, 0, nil), (0, 1, nil), (1, 2, "opens"), (-2, -1, "closed")] {
            try await withOffices { fixture, today in
                let window = (opens: today.adding(days: opens), closes: today.adding(days: closes))
                try await set(fixture, from: window.opens, until: window.closes)
                let days = "office \(window.opens) \(window.closes)"
                switch problem {
                case "opens":
                    await expectRefusal(.windowNotOpen(window: days)) {
                        try await fixture.take(.declarations, declared)
                    }
                case "closed":
                    await expectRefusal(.windowClosed(window: days)) { try await fixture.take(.declarations, declared) }
                default:
                    #expect(try await fixture.take(.declarations, declared).effect == .stored)
                }
                // Decisions come in until the period closes.
                #expect(try await fixture.take(.violations, decision).effect == .stored)
            }
        }
    }

    @Test("a window opens and closes to the second, at midnight in Tehran")
    func instants() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await set(fixture, from: day("1400-07-01"), until: day("1400-07-20"))
            func problem(_ instant: Date) async throws -> String? {
                try await fixture.administrator {
                    try await $0.query(
                        "select registry.problem_of_days('2021-09-23', '2021-10-12', \(instant))"
                    )[0].decode(String?.self)
                }
            }
            let (opening, end) = (start("1400-07-01"), start("1400-07-21"))
            #expect(try await problem(opening.addingTimeInterval(-1)) == "window_not_open")
            #expect(try await problem(opening) == nil)
            #expect(try await problem(end.addingTimeInterval(-1)) == nil)
            #expect(try await problem(end) == "window_closed")
        }
    }

    @Test("an extended window of a province or an office opens to that one only")
    func extensions() async throws {
        try await withOffices { fixture, today in
            try await set(fixture, from: today.adding(days: -9), until: today.adding(days: -5))
            try await set(fixture, for: .office("T-1"), from: today, until: today.adding(days: 1))
            let report = FindingReport()
            let outcome = try await fixture.take(.declarations, declared, report: report)
            #expect(outcome.effect == .refused)
            let found = report.first.filter { $0.severity == .error }
            #expect(found.map(\.code) == [.windowClosed] && found.map(\.line) == [2])
            #expect(found.first?.arguments.count == 4 && found.first?.arguments[1] == "self-declaration of the office")
            #expect(try await fixture.take(.declarations, "office_code,staff\nT-1,4\n").effect == .stored)
            try await set(fixture, for: .province("01"), from: nil, until: today)
            #expect(try await fixture.take(.declarations, declared).effect == .stored)
            let windows = try await fixture.ranking.windows(of: first)
            #expect(windows.map(\.place) == [.country, .office("T-1"), .province("01")])
            #expect(windows.map(\.number) == [1, 2, 3] && windows.last?.opensOn == today)
        }
    }

    @Test("an office between two windows cannot declare, and is told the next one")
    func gap() async throws {
        try await withOffices { fixture, today in
            try await set(fixture, from: today.adding(days: -9), until: today.adding(days: -5))
            try await set(fixture, for: .office("T-1"), from: today.adding(days: 3), until: today.adding(days: 4))
            await expectRefusal(.windowNotOpen(window: "office \(today.adding(days: 3)) \(today.adding(days: 4))")) {
                try await fixture.take(.declarations, "office_code,staff\nT-1,4\n")
            }
            await expectRefusal(.windowClosed(window: "office \(today.adding(days: -9)) \(today.adding(days: -5))")) {
                try await fixture.take(.declarations, "office_code,staff\nG-1,4\n")
            }
            // Of another province.
            try await set(fixture, for: .province("02"), from: today, until: today)
            await expectRefusal(.windowClosed(window: "office \(today.adding(days: -9)) \(today.adding(days: -5))")) {
                try await fixture.take(.declarations, "office_code,staff\nG-1,4\n")
            }
            try await set(fixture, for: .province("01"), from: today, until: today)
            #expect(try await fixture.take(.declarations, "office_code,staff\nG-1,4\n").effect == .stored)
        }
    }

    @Test("a repeated declaration and its review are accepted after the declaration's window")
    func repeated() async throws {
        try await withOffices { fixture, today in
            try await fixture.take(.declarations, declared)
            try await set(fixture, from: today.adding(days: -9), until: today.adding(days: -5))
            #expect(try await fixture.take(.declarations, declared).effect == .unchanged)
            let second = try await fixture.account("second", role: "headquarters")
            let file = try fixture.file(.reviews, "office_code,staff_confirmed\nG-1,6\n")
            let options = ImportOptions(period: first, today: Fixture.today)
            #expect(try await second.importFiles([file], options, report: FindingReport()).effect == .stored)
            try await set(fixture, "review", from: today.adding(days: 1), until: today.adding(days: 2))
            let other = try fixture.file(.reviews, "office_code,staff_confirmed\nT-1,3\n")
            await expectRefusal(
                .windowNotOpen(window: "review \(today.adding(days: 1)) \(today.adding(days: 2))")
            ) {
                _ = try await second.importFiles([other], options, report: FindingReport())
            }
        }
    }

    @Test("only the changed rows of a late file are findings, and verdicts may be repeated after their window")
    func mixedFiles() async throws {
        try await withOffices { fixture, today in
            try await fixture.take(.declarations, declared)
            let second = try await fixture.account("second", role: "headquarters")
            let options = ImportOptions(period: first, today: Fixture.today)
            let verdicts = try fixture.file(.reviews, "office_code,staff_confirmed\nG-1,6\n")
            _ = try await second.importFiles([verdicts], options, report: FindingReport())
            for activity in ["office", "review"] {
                try await set(fixture, activity, from: today.adding(days: -9), until: today.adding(days: -5))
            }
            let report = FindingReport()
            let outcome = try await fixture.take(.declarations, "office_code,staff\nG-1,7\nT-1,5\n", report: report)
            #expect(outcome.effect == .refused)
            #expect(report.first.map(\.code) == [.windowClosed] && report.first.map(\.line) == [3])
            #expect(try await second.importFiles([verdicts], options, report: FindingReport()).effect == .unchanged)
        }
    }

    @Test("a period's first days need no reason, even after a release")
    func firstDays() async throws {
        try await withOffices { fixture, today in
            try await fixture.ranking.release(.province("01"), in: first, reason: "x", legalBasis: "x")
            try await fixture.ranking.schedulePeriod(first, ScheduleChange(days: [.closes: today.adding(days: 9)]))
            await expectRefusal(.reasonIsRequired) {
                try await fixture.ranking.schedulePeriod(first, ScheduleChange(days: [.closes: today.adding(days: 8)]))
            }
        }
    }

    @Test("a submission outside its window is refused also by plain SQL")
    func plainSQL() async throws {
        try await withOffices { fixture, today in
            try await set(fixture, from: today.adding(days: -9), until: today.adding(days: -5))
            try await expectAnswer("RK109 window_closed", "a submission by plain SQL") {
                try await fixture.administrator { connection in
                    try await connection.withTransaction { connection in
                        try await connection.query("select ranking.act_as('operator')")
                        try await connection.query(
                            """
                            insert into registry.submission (office_id, period_id, source, number, revision, province_id,
                                actor_id, person_id, is_withdrawn, is_on_behalf, owner_has_spoken, said, value, said_in)
                            select o.id, p.id, s.position, 1, 1, o.province_id, a.id, a.person_id, false, true, false,
                                s.criteria, v.value, v.said
                            from registry.office o, registry.evaluation_period p, registry.account a, registry.source s,
                                lateral (
                                    select array_agg(case when s.criteria & (1::bigint << c.position::integer) <> 0
                                            then 1 end::bigint order by c.position) as value,
                                        array_agg(case when s.criteria & (1::bigint << c.position::integer) <> 0
                                            then 1 end order by c.position) as said
                                    from registry.criterion c where c.scheme_id = p.scheme_id) v
                            where o.code = 'G-1' and p.half_year = '1400-H1' and a.name = 'operator'
                                and s.scheme_id = p.scheme_id and s.code = 'office'
                            """)
                    }
                }
            }
        }
    }

    @Test(
        "a window needs a known source or review, one of the country first, a reason and a new day"
    )
    func refusals() async throws {
        try await withOffices { fixture, today in
            let ranking = fixture.ranking
            func change(
                _ days: ClosedRange<Int>, _ activity: String = "office", for place: ActingPlace = .country,
                past: Bool = false
            ) -> WindowChange {
                WindowChange(
                    activity, for: place, opensOn: today.adding(days: days.lowerBound),
                    closesOn: today.adding(days: days.upperBound), allowPast: past)
            }
            await expectRefusal(.unknownActivity("dance: office, review")) {
                try await ranking.setWindow(first, change(0...1, "dance"))
            }
            await expectRefusal(.noWindowToExtend(activity: "office")) {
                try await ranking.setWindow(first, change(0...1, for: .province("01")), reason: "x")
            }
            await expectRefusal(.dayIsFar(window: "office \(today.adding(days: 181))")) {
                try await ranking.setWindow(first, change(0...181))
            }
            await expectRefusal(.dayIsPast(step: "office \(today.adding(days: -1))")) {
                try await ranking.setWindow(first, change(-3 ... -1))
            }
            await expectRefusal(.reasonIsRequired) {
                try await ranking.setWindow(first, change(-3 ... -1, past: true))
            }
            await expectRefusal(.constraintViolated("window_opens_before_it_closes")) {
                let reversed = WindowChange("office", opensOn: today.adding(days: 2), closesOn: today.adding(days: 1))
                try await ranking.setWindow(first, reversed)
            }
            #expect(try await ranking.setWindow(first, change(0...5)))
            try await ranking.schedulePeriod(first, ScheduleChange(days: [.closes: today.adding(days: 40)]))
            let acts = try await ranking.acts(limit: 500).count
            #expect(try await ranking.setWindow(first, change(0...5)) == false)
            #expect(try await ranking.acts(limit: 500).count == acts)
            await expectRefusal(.windowAddsNoDay(activity: "office")) {
                try await ranking.setWindow(first, change(1...4), reason: "x")
            }
            await expectRefusal(.windowAddsNoDay(activity: "office")) {
                try await ranking.setWindow(first, change(0...5, for: .office("G-1")), reason: "x")
            }
            await expectRefusal(.reasonIsRequired) { try await ranking.setWindow(first, change(0...6)) }
            await expectRefusal(.unknownOffice("X-1")) {
                try await ranking.setWindow(first, change(0...6, for: .office("X-1")), reason: "x")
            }
        }
    }

    @Test("a window beyond the closing day moves that day and the later steps by as many days")
    func movesTheClosingDay() async throws {
        try await withOffices { fixture, today in
            let days: [PeriodStep: Day?] = [
                .closes: today.adding(days: 3), .ranks: today.adding(days: 5), .publishes: today.adding(days: 9),
            ]
            try await fixture.ranking.schedulePeriod(first, ScheduleChange(days: days), reason: "x")
            await expectRefusal(.reasonIsRequired) {
                try await set(fixture, from: today, until: today.adding(days: 7), reason: nil)
            }
            try await set(fixture, from: today, until: today.adding(days: 7))
            let steps = try await fixture.ranking.timeline(of: first).steps
            #expect(steps.map(\.dueOn).suffix(3) == [7, 9, 13].map { today.adding(days: $0) })
            await expectRefusal(.constraintViolated("window_ends_before_closing")) {
                try await fixture.ranking.schedulePeriod(
                    first, ScheduleChange(days: [.closes: today.adding(days: 6)]), reason: "x")
            }
        }
    }

    @Test("windows set at once are numbered without gaps, and none is added once the half-year has closed")
    func together() async throws {
        try await Fixture.with(connections: 8) { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
            try await fixture.take(.declarations, declared)
            let today = try await fixture.databaseDay()
            try await set(fixture, from: today, until: today)
            await withThrowingTaskGroup(of: Void.self) { group in
                for shift in 1...6 {
                    group.addTask {
                        let change = WindowChange("office", opensOn: today.adding(days: -shift), closesOn: today)
                        try await fixture.ranking.setWindow(first, change, reason: "x")
                    }
                }
                // Whoever comes after one that opens earlier adds no day.
                while let result = await group.nextResult() {
                    if case .failure(let error) = result {
                        #expect(error as? RankingError == .windowAddsNoDay(activity: "office"))
                    }
                }
            }
            let windows = try await fixture.ranking.windows(of: first)
            #expect(windows.map(\.number) == Array(1...windows.count))
            #expect(windows.map(\.opensOn).min() == today.adding(days: -6))
            try await fixture.administrator { connection in
                try await connection.execute(
                    script: """
                        set session_replication_role = replica;
                        delete from registry.submission_window;
                        """)
            }
            async let closed = fixture.ranking.closePeriod(first)
            async let released: Int? = {
                do {
                    return try await fixture.ranking.release(.office("G-1"), in: first, reason: "x", legalBasis: "x")
                } catch let error as RankingError where error.code == .stepIsTaken {
                    return nil
                }
            }()
            let (_, release) = try await (closed, released)
            // Frozen as released, or refused: never kept beside a census that does not know it.
            let frozen = try await fixture.number(
                "select count(*) from registry.census_fact f where f.is_released")
            #expect((release == nil) == (frozen == 0))
        }
    }

    @Test("a window that is still open or was never open is an obstacle to closing that nobody can overrule")
    func obstacles() async throws {
        try await withOffices { fixture, today in
            try await fixture.take(.declarations, declared)
            try await set(fixture, from: today, until: today.adding(days: 1))
            await expectRefusal(.stepHasObstacles("window_still_open: office \(today.adding(days: 1))")) {
                try await fixture.ranking.closePeriod(first)
            }
            try await set(fixture, "review", from: today.adding(days: -9), until: today.adding(days: -5))
            let found = try await fixture.ranking.obstacles(of: first, step: .close)
            #expect(found.map(\.code) == ["window_never_open", "window_still_open"])
            #expect(found.allSatisfy { !$0.mayBeOverruled })
        }
    }

    @Test("a window of a source has no effect once the period opens with a scheme without that source")
    func otherScheme() async throws {
        try await Fixture.with { fixture in
            let sources = """
                sources:
                  - {code: shopper, title: {fa: خریدار, en: Shopper}, kind: values, declaration: yes, review: none, writers: [office], on_behalf: [headquarters]}
                groups:
                """
            let other = smallScheme.replacing("code: small", with: "code: other")
                .replacing("groups:", with: sources, maxReplacements: 1).replacing(
                    "source: office", with: "source: shopper")
            try await fixture.ranking.adoptScheme(document: smallScheme)
            try await fixture.ranking.planPeriod(first)
            await expectRefusal(.periodHasNoScheme(period: "1400-H1")) {
                try await set(fixture, from: nil, until: day("1450-01-01"))
            }
            var change = ScheduleChange(days: [.opens: day("1450-01-01"), .closes: day("1450-02-01")])
            change.scheme = try await fixture.ranking.schemeVersion("small", version: 1)
            try await fixture.ranking.schedulePeriod(first, change)
            try await set(fixture, from: nil, until: day("1450-02-01"))
            try await fixture.ranking.adoptScheme(document: other)
            try await fixture.ranking.openPeriod(first, scheme: "other", version: 1)
            let obstacles = try await fixture.ranking.obstacles(of: first)
            #expect(obstacles.map(\.code) == ["nobody_declared"])
            let later = WindowChange("office", closesOn: day("1450-03-01"))
            await expectRefusal(.unknownActivity("office: shopper, review")) {
                try await fixture.ranking.setWindow(first, later, reason: "x")
            }
        }
    }

    @Test(
        "a released office without a declaration is not ranked, and one whose release has ended is"
    )
    func releases() async throws {
        try await withOffices { fixture, _ in
            try await fixture.take(.declarations, "office_code,staff\nT-1,4\n")
            let number = try await fixture.ranking.release(
                .province("01"), in: first, reason: "the flood", legalBasis: "decision 12")
            #expect(
                try await fixture.ranking.release(.province("01"), in: first, reason: "y", legalBasis: "z") == number)
            let other = try await fixture.ranking.release(
                .office("T-1"), in: first, reason: "x", legalBasis: "decision 13")
            #expect(try await fixture.ranking.endRelease(other, in: first, reason: "a mistake"))
            #expect(try await fixture.ranking.endRelease(other, in: first, reason: "again") == false)
            await expectRefusal(.unknownRelease("999")) {
                try await fixture.ranking.endRelease(999, in: first, reason: "x")
            }
            let kept = try await fixture.ranking.releases(of: first)
            #expect(kept.map(\.place) == [.province("01"), .office("T-1")])
            #expect(kept.map(\.legalBasis) == ["decision 12", "decision 13"] && kept[1].endReason == "a mistake")
            try await fixture.closeAndRank()
            #expect(try await fixture.ranking.explain("G-1", in: first).assessment.standing == .notAvailable)
            #expect(try await fixture.ranking.explain("T-1", in: first).assessment.standing == .ranked)
            await expectRefusal(.stepIsTaken(step: "closes")) {
                try await fixture.ranking.release(.office("T-1"), in: first, reason: "x", legalBasis: "x")
            }
            await expectRefusal(.stepIsTaken(step: "closes")) {
                try await fixture.ranking.endRelease(number, in: first, reason: "x")
            }
        }
    }

    @Test("a released office keeps the ceiling of its last rank for one half-year")
    func ceilings() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await fixture.ranking.publishPeriod(first)
            #expect(try await share(fixture) == 70)
            for (half, kept) in [("1400-H2", 70), ("1401-H1", 30)] {
                try await fixture.openNext(halfYear(half))
                try await fixture.take(.declarations, "office_code,staff\nT-1,4\n", period: halfYear(half))
                try await fixture.ranking.release(
                    .office("G-1"), in: halfYear(half), reason: "the flood", legalBasis: "decision 12")
                try await fixture.closeAndRank(halfYear(half))
                try await fixture.ranking.publishPeriod(halfYear(half))
                #expect(try await share(fixture) == kept, "\(half)")
            }
        }
    }

    /// The share of the available services that G-1 may offer.
    private func share(_ fixture: Fixture) async throws -> Int? {
        try await fixture.ranking.services(ofOffice: "G-1", on: try await fixture.databaseDay()).room.share
    }

    @Test("a provincial account sees the windows of the country and its province, and its own releases")
    func scope() async throws {
        try await withOffices { fixture, today in
            try await set(fixture, from: today, until: today.adding(days: 1))
            for province in ["01", "03"] {
                try await set(fixture, for: .province(province), from: today, until: today.adding(days: 2))
                try await fixture.ranking.release(.province(province), in: first, reason: "x", legalBasis: "x")
            }
            let gilan = try await fixture.provincialAccount()
            #expect(try await gilan.windows(of: first).map(\.place) == [.country, .province("01")])
            #expect(try await gilan.releases(of: first).map(\.place) == [.province("01")])
            await expectRefusal(.notAllowed) {
                try await gilan.setWindow(first, WindowChange("office", closesOn: today.adding(days: 3)), reason: "x")
            }
        }
    }
}
