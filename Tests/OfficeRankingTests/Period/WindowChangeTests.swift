import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Who gives windows, and what they move and stand against")
struct WindowChangeTests {
    private let first = Fixture.firstHalf
    private let declared = "office_code,staff\nG-1,7\nT-1,4\n"

    @Test("a period's first days need no reason, even after a release")
    func firstDays() async throws {
        try await Fixture.withOfficesOfTwoProvinces { fixture, today in
            try await fixture.ranking.release(.province("01"), in: first, reason: "x", legalBasis: "x")
            try await fixture.ranking.schedulePeriod(first, ScheduleChange(days: [.closes: today.adding(days: 9)]))
            await expectRefusal(.reasonIsRequired) {
                try await fixture.ranking.schedulePeriod(first, ScheduleChange(days: [.closes: today.adding(days: 8)]))
            }
        }
    }

    @Test(
        "a window needs a known source or review, one of the country first, a reason and a new day"
    )
    func refusals() async throws {
        try await Fixture.withOfficesOfTwoProvinces { fixture, today in
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
        try await Fixture.withOfficesOfTwoProvinces { fixture, today in
            let days: [PeriodStep: Day?] = [
                .closes: today.adding(days: 3), .ranks: today.adding(days: 5), .publishes: today.adding(days: 9),
            ]
            try await fixture.ranking.schedulePeriod(first, ScheduleChange(days: days), reason: "x")
            await expectRefusal(.reasonIsRequired) {
                try await fixture.setWindow(from: today, until: today.adding(days: 7), reason: nil)
            }
            try await fixture.setWindow(from: today, until: today.adding(days: 7))
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
            try await fixture.setWindow(from: today, until: today)
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
        try await Fixture.withOfficesOfTwoProvinces { fixture, today in
            try await fixture.take(.declarations, declared)
            try await fixture.setWindow(from: today, until: today.adding(days: 1))
            await expectRefusal(.stepHasObstacles("window_still_open: office \(today.adding(days: 1))")) {
                try await fixture.ranking.closePeriod(first)
            }
            try await fixture.setWindow("review", from: today.adding(days: -9), until: today.adding(days: -5))
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
                try await fixture.setWindow(from: nil, until: day("1450-01-01"))
            }
            var change = ScheduleChange(days: [.opens: day("1450-01-01"), .closes: day("1450-02-01")])
            change.scheme = try await fixture.ranking.schemeVersion("small", version: 1)
            try await fixture.ranking.schedulePeriod(first, change)
            try await fixture.setWindow(from: nil, until: day("1450-02-01"))
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

    @Test("a provincial account sees the windows of the country and its province, and its own releases")
    func scope() async throws {
        try await Fixture.withOfficesOfTwoProvinces { fixture, today in
            try await fixture.setWindow(from: today, until: today.adding(days: 1))
            for province in ["01", "03"] {
                try await fixture.setWindow(for: .province(province), from: today, until: today.adding(days: 2))
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
