import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Review of items by form")
struct ReviewTests {
    private let period = Fixture.firstHalf

    @Test(
        "several verdicts on an office are one act and count in its census; an item said again is open again by itself")
    func verdicts() async throws {
        try await ReviewDesk.with { desk in
            let before = try await desk.fixture.ranking.acts().count
            let stored = try await desk.gilan.review(
                "G-1", in: period,
                [
                    ItemVerdict("staff", .corrected, value: "6", reason: "شش نفر بودند"),
                    ItemVerdict("counters", .confirmed),
                ], basedOn: 1)
            #expect(stored.numbers == 1...1)
            #expect(try await desk.fixture.ranking.acts().count == before + 1)
            #expect(try await desk.waiting() == [])
            try await desk.sayAgain("3", columns: "counters")
            #expect(try await desk.waiting() == ["counters*"])
            try await desk.judge("counters", .confirmed)
            try await desk.judge("staff", .notApplicable, of: "T-1", as: desk.tehran)
            try await desk.fixture.close()
            let facts = try await desk.fixture.administrator { connection in
                try await connection.query(
                    """
                    select o.code || ' ' || f.declared_value::text || f.confirmed_value::text || f.verdict::text
                    from registry.census_fact f join registry.census_office o using (census_id, office_id)
                    where f.took_part order by 1
                    """
                ).decode(String.self)
            }
            #expect(facts == ["G-1 {7,3}{6,3}{2,1}", "T-1 {4,1}{NULL,NULL}{4,NULL}"])
        }
    }

    @Test("items of several submissions that one review judges are several rows of one act")
    func severalSubmissions() async throws {
        try await ReviewDesk.with { desk in
            try await desk.sayAgain("3", columns: "counters")
            let before = try await desk.fixture.ranking.acts().count
            let stored = try await desk.gilan.review(
                "G-1", in: period, [ItemVerdict("staff", .confirmed), ItemVerdict("counters", .confirmed)])
            #expect(stored.numbers == 1...2)
            #expect(try await desk.fixture.ranking.acts().count == before + 1)
            #expect(try await desk.waiting() == [])
        }
    }

    @Test("nobody reviews what he has entered, by whatever account and however plainly")
    func ownValues() async throws {
        try await ReviewDesk.with { desk in
            try await desk.fixture.administrator { connection in
                try await connection.query(
                    """
                    insert into registry.account (name, person, role)
                    select 'own.second', person, 'headquarters' from registry.account where name = 'operator'
                    """)
            }
            let second = desk.fixture.ranking.acting(as: "own.second")
            await expectRefusal(.constraintViolated("reviewer_is_not_declarer")) {
                try await desk.judge("staff", .confirmed, as: second)
            }
            #expect(try await desk.plainly(as: second, review()) == "23514 reviewer_is_not_declarer")
            let other = review(["declarer_id": "(select max(id) from registry.person)"])
            #expect(try await desk.plainly(as: second, other) == "23503 review_is_of_a_submission")
            #expect(try await desk.plainly(as: desk.gilan, review()) == "accepted")
        }
    }

    @Test("a neighbouring province's reviewer sees and judges nothing")
    func neighbours() async throws {
        try await ReviewDesk.with { desk in
            let list = try await desk.tehran.reviewList(of: period)
            #expect(list.reviews.map(\.office) == ["T-1"] && list.provinces.map(\.province) == ["23"])
            await expectRefusal(.unknownOffice("G-1")) { try await desk.judge("staff", .confirmed, as: desk.tehran) }
            await expectRefusal(.notAllowed) {
                try await desk.tehran.confirmUnchanged(in: period, province: "01")
            }
            await expectRefusal(.permissionMissing(permission: "review")) {
                try await desk.judge("staff", .confirmed, as: desk.office)
            }
        }
    }

    @Test("a verdict needs an item that was said, a reason where it is adverse, and a value that keeps the checks")
    func faults() async throws {
        try await ReviewDesk.with(declared: "office_code,staff\nG-1,7\n") { desk in
            await expectRefusal(.constraintViolated("review_judges_what_was_said")) {
                try await desk.judge("counters", .confirmed)
            }
            await expectRefusal(.constraintViolated("review_judges_what_was_said")) {
                try await desk.judge("staff", .confirmed, of: "G-2")
            }
            await expectRefusal(.unknownCriterion("area")) { try await desk.judge("area", .confirmed) }
            await expectRefusal(.constraintViolated("adverse_verdict_has_a_reason")) {
                try await desk.gilan.review("G-1", in: period, [ItemVerdict("staff", .rejected, reason: " ")])
            }
            await expectRefusal(.reasonIsRequired) {
                try await desk.gilan.rejectAll(of: "G-1", in: period, reason: "")
            }
            try await desk.sayAgain("3", columns: "counters")
            await expectRefusal(.constraintViolated("values_keep_the_checks")) {
                try await desk.judge("staff", .corrected, value: "2")
            }
            let outside = try await told { try await desk.judge("staff", .corrected, value: "99") }
            #expect(outside == "invalid")
            #expect(
                try await desk.plainly(as: desk.gilan, review(["judged": "4"])) == "23514 review_judges_what_was_said")
        }
    }

    @Test("of two reviews at once the second is refused, and so is one of a submission that is no longer the newest")
    func atOnce() async throws {
        try await ReviewDesk.with { desk in
            let other = try await desk.fixture.account("gilan.other", role: "reviewer", provinces: ["01"])
            async let one = told { try await desk.judge("staff", .confirmed) }
            async let two = told { try await desk.judge("staff", .confirmed, as: other) }
            // Both may also come one after the other.
            let answers = try await [one, two]
            #expect(answers.contains("accepted") && Set(answers).isSubset(of: ["accepted", "said_meanwhile"]))
            try await desk.fixture.application(as: "gilan.review") { connection in
                let call = "select ranking.review_items('1400-H1', 'G-1', null, '\(confirmed)', false, null, null)"
                try await connection.query("\(unescaped: call)")
                async let waiting = told { try await desk.judge("staff", .confirmed, as: other) }
                try await Task.sleep(for: .milliseconds(200))
                try await connection.query("commit")
                #expect(try await waiting == "said_meanwhile")
                try await connection.query("begin")
            }
            try await desk.sayAgain("8")
            await expectRefusal(.saidMeanwhile) {
                try await desk.gilan.review("G-1", in: period, [ItemVerdict("staff", .confirmed)], basedOn: 1)
            }
        }
    }

    @Test("an item that was rejected and is said again is judged by a member of the group who has not judged it")
    func secondLevel() async throws {
        try await ReviewDesk.with { desk in
            await expectRefusal(.permissionMissing(permission: "review")) {
                try await desk.judge("staff", .confirmed, as: desk.group)
            }
            try await desk.judge("staff", .rejected)
            try await desk.sayAgain("8")
            await expectRefusal(.itemNeedsTheGroup(criteria: "staff")) { try await desk.judge("staff", .confirmed) }
            #expect(try await desk.plainly(as: desk.gilan, again()) == "RK205 item_needs_the_group")
            #expect(
                try await desk.plainly(as: desk.gilan, again(["level": "2"])) == "RK504 permission_missing")
            #expect(try await desk.plainly(as: desk.group, again(["level": "2"])) == "accepted")
            let other = again(["level": "2", "judged": "2", "of_number": "1"])
            #expect(
                try await desk.plainly(as: desk.group, other)
                    == "23514 only_an_item_said_again_is_of_level_two")
            try await desk.judge("staff", .rejected, as: desk.group)
            try await desk.sayAgain("9")
            await expectRefusal(.itemNeedsTheGroup(criteria: "staff")) {
                try await desk.judge("staff", .confirmed, as: desk.group)
            }
            try await desk.judge("staff", .confirmed, as: desk.otherGroup)
            #expect(try await desk.waiting() == ["counters"])
            try await desk.judge("counters", .confirmed)
        }
    }

    @Test("a file of reviews names the items that need the working group")
    func filesOfSecondLevel() async throws {
        try await ReviewDesk.with { desk in
            let report = FindingReport()
            try await desk.judge("staff", .corrected, value: "6")
            try await desk.sayAgain("8")
            let refused = try await desk.fixture.take(
                .reviews, "office_code,staff_confirmed,counters_confirmed\nG-1,8,2\n", as: desk.gilan, report: report)
            #expect(refused.effect == .refused && report.first.map(\.code) == [.itemNeedsTheGroup])
        }
    }

    @Test("a declaration that is rejected as a whole did not take part, unless the office declares again")
    func wholeRejection() async throws {
        try await ReviewDesk.with { desk in
            try await desk.gilan.rejectAll(of: "G-1", in: period, reason: "مدارک جعلی است", basedOn: 1)
            #expect(try await desk.waiting() == [])
            #expect(try await tookPart(desk) == false)
            try await desk.sayAgain("8")
            #expect(try await tookPart(desk) == true)
            #expect(try await desk.waiting() == ["staff*"])
        }
        try await ReviewDesk.with { desk in
            let part = review([
                "rejects_all": "true", "verdict": "array[3, null]", "reason": "array['x', null]",
            ])
            let answer = try await desk.plainly(as: desk.gilan, part)
            #expect(answer == "23514 whole_rejection_rejects_every_item")
        }
    }

    private func tookPart(_ desk: ReviewDesk) async throws -> Bool {
        try await desk.fixture.administrator { connection in
            try await connection.query(
                """
                select f.took_part from registry.evaluation_period p cross join lateral ranking.said_facts(p.id) f
                join registry.office o on o.id = f.office_id where o.code = 'G-1'
                """)[0].decode(Bool.self)
        }
    }
}

private let confirmed = #"[{"criterion": "staff", "verdict": "confirmed"}]"#

/// A first review of G-1's declaration, with some columns other than they must be.
private func review(_ changes: [String: String] = [:]) -> String {
    insertion(changes, of: 1, ["number": "1", "of_numbers": "array[1, null]"])
}

/// A review of the second declaration of G-1, whose first item was rejected before.
private func again(_ changes: [String: String] = [:]) -> String {
    insertion(
        changes, of: 2,
        [
            "number": "2", "verdict": changes["judged"] == "2" ? "array[3, 1]" : "array[1, null]",
            "reason": changes["judged"] == "2" ? "array['دیده شد', null]" : "array[null::text, null]",
            "of_numbers": changes["judged"] == "2" ? "array[1, 1]" : "array[2, null]",
            "declarer_id": "(select person_id from registry.submission x where x.office_id = s.office_id "
                + "and x.number = \(changes["of_number"] ?? "2"))",
            "said": "(select said from registry.submission x where x.office_id = s.office_id "
                + "and x.number = \(changes["of_number"] ?? "2"))",
        ])
}

private func insertion(_ changes: [String: String], of number: Int, _ own: [String: String]) -> String {
    let values = [
        "office_id": "s.office_id", "period_id": "s.period_id", "source": "s.source", "revision": "1000000",
        "province_id": "s.province_id", "actor_id": "registry.actor()", "reviewer_id": "registry.actor_person()",
        "of_number": "s.number", "declarer_id": "s.person_id", "said": "s.said", "judged": "1",
        "verdict": "array[1, null]", "value": "array[null::bigint, null]", "reason": "array[null::text, null]",
    ].merging(own) { $1 }.merging(changes) { $1 }.sorted { $0.key < $1.key }
    return """
        insert into registry.review (\(values.map(\.key).joined(separator: ", ")))
        select \(values.map(\.value).joined(separator: ", "))
        from registry.submission s join registry.office o on o.id = s.office_id
        where o.code = 'G-1' and s.number = \(number)
        """
}
