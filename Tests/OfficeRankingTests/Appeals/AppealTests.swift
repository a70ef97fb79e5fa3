import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Offices appeal against their results")
struct AppealTests {
    private let period = AppealDesks.period

    @Test("an office appeals against a criterion and a decision, and the appeal says whether it could change the rank")
    func decisive() async throws {
        try await AppealDesks.with { desks in
            let unimportant = try await desks.tehran.fileAppeal(
                of: "T-1", in: period, against: .criterion("staff", value: "۶"), grounds: "two more")
            let staff = try await desks.appealStaff()
            // Without its five points the office is at the very limit of rank 1.
            let decision = try await desks.appealDecision()
            let listed = try await desks.appeals()
            #expect(listed.map(\.number) == [staff, decision, unimportant])
            #expect(listed.map(\.isDecisive) == [true, true, false] && listed.map(\.rankIfUpheld) == [1, 1, 2])
            #expect(listed.map(\.rankBefore) == [2, 2, 2] && listed.map(\.standing) == [.pending, .pending, .pending])
            #expect(listed[1].item == .decision("R-1"))
            guard case .criterion(let criterion, 6) = listed[2].item else { Issue.record("\(listed[2].item)"); return }
            #expect(criterion.code == "staff")
            #expect(try await desks.urban.appeals(of: period, limit: 9).items.map(\.number) == [staff, decision])
            #expect(try await desks.judge.appeal(staff).grounds == "one was not counted")
        }
    }

    @Test("a list of appeals continues after the cursor of its page")
    func pages() async throws {
        try await AppealDesks.with { desks in
            let numbers = [try await desks.appealStaff(), try await desks.appealDecision()]
            let first = try await desks.judge.appeals(of: period, limit: 1)
            let second = try await desks.judge.appeals(of: period, limit: 1, after: first.next)
            #expect(first.items.map(\.number) + second.items.map(\.number) == numbers && second.next == nil)
        }
    }

    @Test(
        "an appeal is filed from the preview's first instant to the end of its last day, by nobody else and once an item"
    )
    func window() async throws {
        try await AppealDesks.with(isShown: false) { desks in
            await expectRefusal(.wrongPeriodState(change: "ranked → appealed")) { try await desks.appealStaff() }
            let instant = start("1400-08-01").addingTimeInterval(3_600)
            try await desks.fixture.database.setClock(instant)
            try await desks.fixture.ranking.previewPeriod(period)
            #expect(try await desks.shownAt() == instant)
            let end = start("1400-08-09")
            #expect(try await desks.end(of: 7, after: instant) == end)
            for (at, expected) in [
                (instant, "accepted"), (end.addingTimeInterval(-1), "accepted"), (end, "RK109 window_closed"),
                (end.addingTimeInterval(1), "RK109 window_closed"),
            ] {
                try await desks.fixture.database.setClock(at)
                try await expectAnswer(expected, "\(at)") { try await file(desks, as: "g1.desk") }
                try await expectAnswer(expected, "\(at)") { try await insert(desks, as: "g1.desk") }
            }
            await expectRefusal(.windowClosed(window: "appeal 2021-10-23 2021-10-30")) { try await desks.appealStaff() }
            try await desks.fixture.database.setClock(instant)
            for (account, expected) in [("t1.desk", "RK501 not_allowed"), ("judge", "RK504 permission_missing")] {
                try await expectAnswer(expected, "\(account)") { try await file(desks, as: account) }
                try await expectAnswer(expected, "\(account)") { try await insert(desks, as: account) }
            }
            try await desks.appealStaff()
            await expectRefusal(.constraintViolated("item_is_appealed_once")) { try await desks.appealStaff("9") }
            #expect(try await desks.appeals().first?.decideBy == day("1400-08-06"))
        }
    }

    @Test("a claim is read as a cell of a file is, and is about an item that the office has")
    func claims() async throws {
        try await AppealDesks.with { desks in
            func file(_ item: AppealedItem) async throws {
                try await desks.urban.fileAppeal(of: "G-1", in: period, against: item, grounds: "x")
            }
            for value in ["", "51", "x", "7.5"] {
                do {
                    try await file(.criterion("staff", value: value))
                    Issue.record("\(value) was taken")
                } catch {
                    #expect((error as? RankingError)?.code == .invalid, "\(value): \(error)")
                }
            }
            await expectRefusal(.unknownCriterion("area")) { try await file(.criterion("area", value: "1")) }
            await expectRefusal(.unknownDecision("R-2")) { try await file(.decision("R-2")) }
            await expectRefusal(.constraintViolated("appeal_has_grounds")) {
                try await desks.urban.fileAppeal(of: "G-1", in: period, against: .decision("R-1"), grounds: " ")
            }
        }
    }

    @Test("only the office withdraws its appeal, once, and a withdrawn one is neither decided nor filed again")
    func withdrawal() async throws {
        try await AppealDesks.with { desks in
            let appeal = try await desks.appealStaff()
            await expectRefusal(.unknownAppeal("\(appeal)")) { try await desks.tehran.withdrawAppeal(appeal) }
            await expectRefusal(.permissionMissing(permission: "withdraw_appeal")) {
                try await desks.judge.withdrawAppeal(appeal)
            }
            #expect(try await desks.urban.withdrawAppeal(appeal))
            #expect(try await desks.urban.withdrawAppeal(appeal) == false)
            await expectRefusal(.appealIsSettled("\(appeal)")) {
                try await desks.judge.decideAppeal(appeal, .upheld, reason: "x")
            }
            await expectRefusal(.constraintViolated("item_is_appealed_once")) { try await desks.appealStaff() }
            #expect(try await desks.appeals().map(\.standing) == [.withdrawn])
        }
    }

    @Test("an upheld appeal makes new facts; a new run reads them, changes the rank, and can be published")
    func upheld() async throws {
        try await AppealDesks.with { desks in
            let ranking = desks.fixture.ranking
            let (staff, decision) = (try await desks.appealStaff(), try await desks.appealDecision())
            try await desks.judge.decideAppeal(staff, .upheld, reason: "the papers show eight")
            try await desks.passPreview()
            let run = try #require(try await ranking.period(period).runID)
            #expect(try await desks.obstacles() == ["appeal_undecided: 1", "run_reads_older_facts: \(run)"])
            await expectRefusal(.runReadsAnOlderCensus(period: "1400-H1")) { try await ranking.publishPeriod(period) }
            #expect(try await desks.rank(of: "G-1") == 2)
            _ = try await ranking.rank(period)
            #expect(try await desks.rank(of: "G-1") == 1)
            // Weighed again, the other appeal no longer changes the rank.
            #expect(try await desks.judge.appeal(decision).isDecisive == false)
            await expectRefusal(.stepHasObstacles("appeal_undecided: 1")) { try await ranking.publishPeriod(period) }
            try await desks.judge.decideAppeal(decision, .dismissed, reason: "it was this office")
            try await ranking.publishPeriod(period)
            #expect(try await ranking.acting(as: "public").explain("G-1", in: period).assessment.rank == 1)
            let ledger = try await ranking.acting(as: "public").appealLedger(of: period)
            #expect(ledger.provinces.map(\.provinceCode) == ["01"] && ledger.flagged.isEmpty)
            let line = try #require(ledger.provinces.first)
            #expect(line.filed == 2 && line.upheld == 1 && line.dismissed == 1 && line.pending == 0)
            #expect(line.rankChanged == 1 && line.medianDays != nil)
        }
    }

    @Test("a decider may find another value right than the claimed one, and only for an upheld criterion")
    func otherValue() async throws {
        try await AppealDesks.with { desks in
            let (staff, decision) = (try await desks.appealStaff("9"), try await desks.appealDecision())
            for (appeal, verdict) in [(staff, AppealVerdict.dismissed), (decision, .upheld)] {
                do {
                    try await desks.judge.decideAppeal(appeal, verdict, value: "8", reason: "x")
                    Issue.record("a value was taken")
                } catch {
                    #expect((error as? RankingError)?.code == .invalid)
                }
            }
            try await desks.judge.decideAppeal(staff, .upheld, value: "8", reason: "eight")
            #expect(try await desks.judge.appeal(staff).decision?.value == 8)
            try await desks.judge.decideAppeal(decision, .upheld, reason: "another office")
            _ = try await desks.fixture.ranking.rank(period)
            let explained = try await desks.fixture.ranking.explain("G-1", in: period)
            #expect(explained.facts.values[0] == 8 && explained.facts.decisions.isEmpty)
        }
    }

    @Test(
        "a scheme may publish while appeals are undecided: the publication flags their offices, and a correction follows"
    )
    func flagged() async throws {
        try await AppealDesks.with(AppealDesks.days + ", undecided: publish_flagged") { desks in
            let ranking = desks.fixture.ranking
            let appeal = try await desks.appealStaff()
            try await desks.passPreview()
            try await ranking.publishPeriod(period)
            let visitor = ranking.acting(as: "public")
            #expect(try await visitor.explain("G-1", in: period).hasPendingAppeal)
            #expect(try await visitor.explain("T-1", in: period).hasPendingAppeal == false)
            #expect(try await visitor.appealLedger(of: period).flagged == ["G-1"])
            #expect(try await visitor.appeals(of: period, limit: 9).items.isEmpty)
            try await desks.judge.decideAppeal(appeal, .upheld, reason: "x")
            _ = try await ranking.rank(period)
            let changes = try await ranking.correction(of: period).changesDigest
            try await ranking.publishCorrection(period, reason: "an appeal", changes: changes)
            let corrected = try await visitor.explain("G-1", in: period)
            #expect(corrected.assessment.rank == 1 && !corrected.hasPendingAppeal)
            #expect(try await visitor.explain("G-1", in: period, number: 1).hasPendingAppeal)
            #expect(try await visitor.appealLedger(of: period).provinces.map(\.rankChanged) == [1])
        }
    }

    @Test("appeals whose days have passed are decided by silence in the sense of the scheme, or go on waiting")
    func silence() async throws {
        for (silence, expected) in [("none", "overdue"), ("dismissed", "dismissed"), ("upheld", "upheld")] {
            try await AppealDesks.with(AppealDesks.days + ", silence: \(silence)") { desks in
                let ranking = desks.fixture.ranking
                try await desks.appealStaff()
                let end = try await desks.end(of: 5, after: desks.appeals()[0].filedAt)
                try await desks.fixture.database.setClock(end.addingTimeInterval(-1))
                #expect(try await ranking.settleAppeals(of: period) == 0)
                try await desks.fixture.database.setClock(end)
                #expect(try await desks.appeals().map(\.standing) == [.overdue])
                _ = try await ranking.rank(period)
                #expect(try await desks.appeals().map(\.standing.rawValue) == [expected])
                #expect(try await desks.rank(of: "G-1") == (silence == "upheld" ? 1 : 2))
                try await desks.passPreview()
                #expect(try await desks.obstacles() == (silence == "none" ? ["appeal_undecided: 1"] : []))
                let decision = try await desks.appeals()[0].decision
                #expect(decision?.isBySilence == (silence == "none" ? nil : true))
            }
        }
    }

    /// Of one call that is rolled back.
    private func file(_ desks: AppealDesks, as account: String) async throws {
        try await desks.fixture.application(as: account) { connection in
            try await connection.query(
                "select ranking.file_appeal('1400-H1', 'G-1', 'staff', null, 8, 'x', true, 1)")
        }
    }

    private func insert(_ desks: AppealDesks, as account: String) async throws {
        try await desks.fixture.owner(as: account) { try await $0.query("\(unescaped: appealInsert())") }
    }
}
