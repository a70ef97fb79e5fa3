import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("What a sanction does to the licence of an office")
struct SanctionTests {
    private static let suspension = SanctionTerms(.suspension, from: day("1400-06-01"), until: day("1400-06-31"))

    @Test("a suspension holds from its first to its last day, and no act ends it")
    func days() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            _ = try await desks.committee.decidedCase(office: "G-1", number: "1", sanction: Self.suspension)
            let states: [(String, LicenceState)] = [
                ("1400-05-31", .active), ("1400-06-01", .suspended), ("1400-06-02", .suspended),
                ("1400-06-30", .suspended), ("1400-06-31", .suspended), ("1400-07-01", .active),
            ]
            for (text, state) in states {
                let office = try await fixture.ranking.services(ofOffice: "G-1", on: day(text))
                #expect(office.state == state && office.isActive == (state == .active), "\(text)")
            }
            let listed = try await desks.committee.sanctions(SanctionFilter(day: day("1400-06-31"))).items
            #expect(listed.map(\.office) == ["G-1"] && listed.first?.lastOn == day("1400-06-31"))
            #expect(try await desks.committee.sanctions(SanctionFilter(day: day("1400-07-01"))).items.isEmpty)
        }
    }

    @Test("the worst of the register's state and of several sanctions counts")
    func worst() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            _ = try await desks.committee.decidedCase(office: "G-1", number: "1", sanction: Self.suspension)
            _ = try await desks.committee.recordDecision(
                office: "G-1", number: "2", kind: "document_tampering", on: day("1400-06-10"), text: "رأی",
                sanction: SanctionTerms(.revocation, from: day("1400-06-20")))
            _ = try await desks.committee.recordDecision(
                office: "G-2", number: "3", kind: "document_tampering", on: day("1400-06-10"), text: "رأی",
                sanction: SanctionTerms(.warning, until: day("1400-12-01")))
            func state(_ office: String, _ text: String) async throws -> LicenceState {
                try await fixture.ranking.services(ofOffice: office, on: day(text)).state
            }
            #expect(try await state("G-1", "1400-06-19") == .suspended)
            #expect(try await state("G-1", "1400-06-20") == .revoked)
            #expect(try await state("G-1", "1402-01-01") == .revoked)
            #expect(try await state("G-2", "1400-06-20") == .active)
            try await fixture.decide("closed", of: "G-1", from: day("1400-06-05"))
            #expect(try await state("G-1", "1400-06-06") == .closed)
        }
    }

    @Test("neither a file nor a correction lifts a sanction, and a file that repeats it changes nothing")
    func unlifted() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            _ = try await desks.committee.recordDecision(
                office: "G-1", number: "1", kind: "overcharging", on: day("1400-03-01"), text: "رأی",
                sanction: SanctionTerms(.revocation))
            func state() async throws -> OfficeValue? { try await fixture.ranking.office("G-1").values[.state] }
            #expect(try await state() == .state(.revoked))
            for told in ["active", "revoked"] {
                let report = FindingReport()
                let outcome = try await fixture.take(
                    .offices, OfficeLine.file(OfficeLine(code: "G-1", state: told, effectiveOn: "1403/01/01")),
                    report: report)
                #expect(outcome.effect != .refused && report.counts[.stateIsByDecision] == nil, "\(told)")
                #expect(try await state() == .state(.revoked), "\(told)")
            }
            let registered = try await fixture.number(
                "select count(*) from registry.office where code = 'G-1' and state = 'active'")
            #expect(registered == 1)
            try await fixture.decide("active", from: Fixture.today)
            #expect(try await state() == .state(.revoked))
        }
    }

    @Test("an office that is suspended on the census date stands suspended, and one of the day after does not")
    func census() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            _ = try await desks.committee.decidedCase(office: "G-1", number: "1", sanction: Self.suspension)
            _ = try await desks.committee.decidedCase(
                office: "T-1", number: "2",
                sanction: SanctionTerms(.suspension, from: day("1400-07-01"), until: day("1400-09-01")))
            try await fixture.closeAndRank()
            let places = try await fixture.places()
            #expect(places["G-1"] == "suspended" && places["T-1"] == "2 earned")
        }
    }

    @Test("a suspended office hands its services over, from the first day of its suspension to the last")
    func workList() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            try await fixture.takeServices(9)
            let desks = try await fixture.caseDesks()
            try await fixture.take(
                .contracts, ServiceFiles.contracts(("G-1", "1001", "1399/05/01", "")), period: nil)
            _ = try await desks.committee.decidedCase(office: "G-1", number: "1", sanction: Self.suspension)
            let during = try await fixture.ranking.workList(on: day("1400-06-10"), office: "G-1")
            #expect(during.map(\.reason) == [.officeNotActive] && during.map(\.cause) == [.suspension])
            #expect(during.first?.causedOn == day("1400-06-01") && during.first?.state == .suspended)
            for text in ["1400-05-31", "1400-07-01"] {
                #expect(try await fixture.ranking.workList(on: day(text), office: "G-1").isEmpty, "\(text)")
            }
            await expectRefusal(.officeNotActive(state: "G-1: suspended")) {
                try await fixture.ranking.registerContract(office: "G-1", service: "1002", on: day("1400-06-31"))
            }
            try await fixture.ranking.registerContract(office: "G-1", service: "1002", on: day("1400-07-01"))
        }
    }

    @Test("an objection leaves a sanction in force; a dropped or annulled case, and a later sanction, end it")
    func ends() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let (desks, today) = (try await fixture.caseDesks(), try await fixture.tehranToday())
            let far = day("1450-01-01")
            let long = SanctionTerms(.suspension, from: day("1400-02-10"), until: far)
            func state(_ office: String, on day: Day) async throws -> LicenceState {
                try await fixture.ranking.services(ofOffice: office, on: day).state
            }
            let id = try await desks.committee.decidedCase(
                office: "G-1", number: "1", sanction: long, objectionsUntil: far)
            try await desks.office.takeCaseStep(NewCaseStep(.objection, on: today, text: "اعتراض"), in: id)
            #expect(try await state("G-1", on: today) == .suspended)
            try await desks.otherPerson.takeCaseStep(
                NewCaseStep(.objectionDecision, on: today, text: "پذیرفته شد"), in: id)
            try await desks.committee.takeCaseStep(NewCaseStep(.dropped, on: today, text: "مختومه"), in: id)
            #expect(try await state("G-1", on: Day(rawValue: today.rawValue - 1)) == .suspended)
            #expect(try await state("G-1", on: today) == .active)
            #expect(try await desks.committee.caseFile(id).sanctions.map(\.endedOn) == [today])

            let reduced = try await desks.committee.decidedCase(office: "G-2", number: "2", sanction: long)
            try await desks.committee.takeCaseStep(
                NewCaseStep(
                    .final, on: day("1400-02-21"), text: "کاهش",
                    sanction: SanctionTerms(.suspension, until: day("1400-03-01"))), in: reduced)
            #expect(try await state("G-2", on: day("1400-02-20")) == .suspended)
            #expect(try await state("G-2", on: day("1400-03-01")) == .suspended)
            #expect(try await state("G-2", on: day("1400-03-02")) == .active)
        }
    }

    @Test("only a decision and a final step impose sanctions, and only with their days")
    func refused() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            let id = try await desks.committee.openCase(
                office: "G-1", number: "1", kind: "overcharging", on: day("1400-02-01"), text: "گزارش")
            await expectRefusal(.constraintViolated("sanction_is_imposed_by_a_decision")) {
                try await desks.committee.takeCaseStep(
                    NewCaseStep(
                        .notice, on: day("1400-02-02"), text: "x", answerUntil: day("1400-02-03"),
                        sanction: Self.suspension), in: id)
            }
            let wrong = [
                "2": SanctionTerms(.suspension), "4": SanctionTerms(.revocation, until: day("1400-12-01")),
                "5": SanctionTerms(.suspension, from: day("1400-05-01"), until: day("1400-04-01")),
            ]
            for (number, terms) in wrong {
                await expectRefusal(.constraintViolated("sanction_has_its_days")) {
                    try await desks.committee.decidedCase(office: "G-1", number: number, sanction: terms)
                }
            }
            await expectRefusal(.constraintViolated("sanction_holds_from_its_step")) {
                try await desks.committee.recordDecision(
                    office: "G-1", number: "3", kind: "overcharging", on: day("1400-02-01"), text: "x",
                    sanction: SanctionTerms(.suspension, from: day("1400-01-31"), until: day("1400-03-01")))
            }
        }
    }
}
