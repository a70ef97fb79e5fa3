import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("The steps of a violation case")
struct CaseOrderTests {
    @Test("each step that the order names may be taken, and no other, also by plain SQL")
    func transitions() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            _ = try await fixture.caseDesks()
            let legal = try await fixture.administrator { connection in
                try await connection.query(
                    "select after, step, is_of_office, waits_for_answer from registry.case_transition"
                )
                .decode((String, String, Bool, Bool).self)
            }
            let kinds = CaseStep.Kind.allCases.map(\.rawValue)
            #expect(Set(legal.map(\.1)) == Set(kinds))
            #expect(Set(legal.filter(\.2).map(\.1)) == Set(CaseStep.Kind.allCases.filter(\.isOfOffice).map(\.rawValue)))
            for after in ["start"] + kinds {
                let id = try await caseAt(after, fixture)
                for step in kinds {
                    let transition = legal.first { $0.0 == after && $0.1 == step }
                    let actor = transition?.2 == true ? "g1.desk" : "committee.one"
                    let answer = transition.map { $0.3 ? "23514 office_has_its_days_to_answer" : "accepted" }
                    try await expectAnswer(answer ?? "23503 step_may_follow", "\(step) after \(after)") {
                        try await take(step, after: after, in: id, as: actor, fixture)
                    }
                }
            }
        }
    }

    @Test("a case goes from its report to its final decision, with a reply and an objection of the office")
    func wholeCase() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let (desks, today) = (try await fixture.caseDesks(), try await fixture.tehranToday())
            let far = day("1450-01-01")
            let id = try await desks.committee.openCase(
                office: "G-1", number: "۱۴۰۵/۷", kind: "overcharging", on: day("1400-02-01"), text: "گزارش")
            func take(_ step: NewCaseStep, as desk: RankingDatabase) async throws {
                try await desk.takeCaseStep(step, in: id)
            }
            try await take(
                NewCaseStep(.notice, on: day("1400-02-02"), text: "ابلاغ", answerUntil: far), as: desks.committee)
            await expectRefusal(.constraintViolated("office_has_its_days_to_answer")) {
                try await take(NewCaseStep(.hearing, on: today, text: "جلسه"), as: desks.committee)
            }
            try await take(NewCaseStep(.reply, on: today, text: "پاسخ"), as: desks.office)
            await expectRefusal(.constraintViolated("steps_follow_in_time")) {
                try await take(NewCaseStep(.hearing, on: day("1400-02-03"), text: "جلسه"), as: desks.committee)
            }
            try await take(NewCaseStep(.hearing, on: today, text: "جلسه"), as: desks.committee)
            try await take(NewCaseStep(.decision, on: today, text: "رأی", answerUntil: far), as: desks.committee)
            await expectRefusal(.constraintViolated("office_has_its_days_to_answer")) {
                try await take(NewCaseStep(.final, on: today, text: "قطعی"), as: desks.committee)
            }
            try await take(NewCaseStep(.objection, on: today, text: "اعتراض"), as: desks.office)
            let answer = NewCaseStep(.objectionDecision, on: today, text: "رد اعتراض")
            for same in [desks.committee, try await fixture.secondAccountOfCommittee()] {
                await expectRefusal(.constraintViolated("objection_is_decided_by_another")) {
                    try await take(answer, as: same)
                }
            }
            try await take(answer, as: desks.otherPerson)
            try await take(NewCaseStep(.final, on: today, text: "قطعی"), as: desks.committee)
            let file = try await desks.committee.caseFile(id)
            #expect(
                file.steps.map(\.kind) == [
                    .report, .notice, .reply, .hearing, .decision, .objection, .objectionDecision, .final,
                ])
            #expect(file.violationCase.number == "1405/7" && file.violationCase.state == .final)
            #expect(file.violationCase.title?.english == "Overcharging")
            let acts = try await fixture.ranking.acts(limit: 10).map(\.kind)
            #expect(acts.count { $0 == "answer_case" } == 2 && acts.count { $0 == "take_case_step" } == 5)
        }
    }

    @Test("replies and objections are of the accused office, within the days that the committee gave")
    func answers() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let (desks, today) = (try await fixture.caseDesks(), try await fixture.tehranToday())
            let id = try await desks.committee.decidedCase(
                office: "G-1", number: "1", objectionsUntil: day("1450-01-01"))
            let objection = NewCaseStep(.objection, on: today, text: "اعتراض")
            await expectRefusal(.permissionMissing(permission: "answer_case")) {
                try await desks.committee.takeCaseStep(objection, in: id)
            }
            try await expectAnswer("23514 step_is_of_its_own_party") {
                try await fixture.application(as: "committee.one") {
                    try await $0.query(
                        """
                        select ranking.take_case_step(
                            \(id)::integer, 'objection', '2026-01-01', 'x', null, false, null, null, null)
                        """)
                }
            }
            await expectRefusal(.permissionMissing(permission: "take_case_step")) {
                try await desks.office.takeCaseStep(NewCaseStep(.final, on: today, text: "x"), in: id)
            }
            let late = try await desks.committee.decidedCase(office: "G-1", number: "2")
            await expectRefusal(.constraintViolated("office_answers_in_its_days")) {
                try await desks.office.takeCaseStep(objection, in: late)
            }
            let ofOther = try await desks.committee.decidedCase(
                office: "G-2", number: "3", objectionsUntil: day("1450-01-01"))
            await expectRefusal(.unknownCase("\(ofOther)")) {
                try await desks.office.takeCaseStep(objection, in: ofOther)
            }
            try await desks.office.takeCaseStep(objection, in: id)
        }
    }

    @Test("two steps at once: the second one sees the first")
    func together() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            let id = try await desks.committee.decidedCase(office: "G-1", number: "1")
            let final = NewCaseStep(.final, on: day("1400-02-21"), text: "قطعی")
            let taken = await withTaskGroup(of: Bool.self) { group in
                for desk in [desks.committee, desks.otherPerson] {
                    group.addTask { (try? await desk.takeCaseStep(final, in: id)) != nil }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(taken.count(where: \.self) == 1)
        }
    }

    /// A case whose newest step is this one, written past every guard; it has a decision of another person.
    private func caseAt(_ after: String, _ fixture: Fixture) async throws -> Int {
        let decided = row(4, "decision", by: 2)
        let newest = row(5, after, by: 1)
        try await fixture.tamper(
            """
            create temporary table made (id integer);
            with opened as (
                insert into registry.violation_case (number, province_id, office_id, holder_id, kind)
                select 'at \(after)', o.province_id, o.id, o.holder_id, 'overcharging'
                from registry.office o where o.code = 'G-1'
                returning id)
            insert into made select opened.id from opened;
            \(["start", "decision", "recorded"].contains(after) ? "" : decided)
            \(after == "start" ? "" : newest)
            """)
        return try await fixture.number("select id from registry.violation_case where number = \("at \(after)")")
    }

    private func row(_ number: Int, _ step: String, by person: Int) -> String {
        let until = ["notice", "decision"].contains(step) ? "date '2222-01-01'" : "null"
        return """
            insert into registry.case_step \(Self.columns)
            select c.id, \(number), '\(step)', 'x', \(until), c.office_id, c.province_id, '2021-05-01',
                '\(step)' in ('dropped', 'annulled'), 'x', a.id, a.person_id
            from made join registry.violation_case c on c.id = made.id, registry.account a where a.id = \(person);
            """
    }

    private static let columns = """
        (case_id, number, step, after, answer_until, office_id, province_id, taken_on, ends_sanctions, text, actor_id,
        person_id)
        """

    /// One step by plain SQL of the tables' owner, in a transaction that is rolled back; the answer tells nothing else.
    private func take(_ step: String, after: String, in id: Int, as actor: String, _ fixture: Fixture) async throws {
        let account = try #require(try await fixture.accountNumber(actor))
        // Where it waits for an answer, the days are over.
        let until = ["notice", "decision"].contains(step) ? "'2222-01-01'" : "null"
        let number = after == "start" ? 1 : 6
        try await fixture.owner { connection in
            try await connection.query("select set_config('pishkhan.actor', \(account), true)")
            try await connection.query(
                """
                insert into registry.case_step \(unescaped: Self.columns)
                select c.id, \(number), \(step), \(after), \(unescaped: until), c.office_id, c.province_id,
                    (clock_timestamp() at time zone 'Asia/Tehran')::date, \(step) in ('dropped', 'annulled'), 'x',
                    registry.actor(), registry.actor_person()
                from registry.violation_case c where c.id = \(id)
                """)
        }
    }
}
