import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("The working group's approval of a province")
struct ApprovalTests {
    private let period = Fixture.firstHalf

    @Test("two persons of two bodies approve a province over the same facts, and a later fact voids the approval")
    func twoPersons() async throws {
        try await ReviewDesk.with(scheme: approvedScheme) { desk in
            #expect(try await state(desk) == .missing)
            let digest = try await digest(desk)
            #expect(try await desk.group.approve(province: "01", in: period, digest: digest))
            #expect(try await state(desk) == .half)
            // Of the same body, a second one adds nothing.
            #expect(try await desk.otherGroup.approve(province: "01", in: period, digest: digest) == false)
            #expect(try await desk.headquarters.approve(province: "گیلان", in: period, digest: digest))
            let whole = try #require(try await desk.group.approvals(of: period, province: "01").first)
            #expect(whole.state == .whole && whole.approvedDigest == digest && whole.presentDigest == digest)
            #expect(whole.region?.account == "group.one" && whole.headquarters?.account == "hq.two")
            try await desk.judge("staff", .confirmed)
            #expect(try await state(desk) == .voided)
            #expect(try await self.digest(desk) != digest)
            // The other province's facts are its own.
            let others = try await desk.headquarters.approvals(of: period).filter { $0.state == .missing }
            #expect(others.count == 30)
            await expectRefusal(.otherFactsAreApproved(digest: digest)) {
                try await desk.headquarters.approve(province: "01", in: period, digest: digest)
            }
            // It begins anew, in either order.
            let present = try await self.digest(desk)
            #expect(try await desk.headquarters.approve(province: "01", in: period, digest: present))
            #expect(try await state(desk) == .half)
            #expect(try await desk.otherGroup.approve(province: "01", in: period, digest: present))
            #expect(try await state(desk) == .whole)
            try await desk.fixture.take(
                .violations, "office_code,decision_number,kind,decided_on\nG-2,R-9,overcharging,1400/02/01\n")
            #expect(try await state(desk) == .voided)
        }
    }

    @Test(
        "the headquarters' member neither submitted nor judged there, and nobody approves for another body or province")
    func members() async throws {
        try await ReviewDesk.with(scheme: approvedScheme) { desk in
            let digest = try await digest(desk)
            await expectRefusal(.constraintViolated("headquarters_approves_uninvolved")) {
                try await desk.fixture.ranking.approve(province: "01", in: period, digest: digest)
            }
            await expectRefusal(.permissionMissing(permission: "approve_province")) {
                try await desk.gilan.approve(province: "01", in: period, digest: digest)
            }
            await expectRefusal(.notAllowed) {
                try await desk.group.approve(province: "23", in: period, digest: digest)
            }
            await expectRefusal(.notAllowed) { try await desk.office.approvals(of: period) }
            #expect(try await desk.group.approvals(of: period).map(\.province) == ["01"])
            try await desk.judge("staff", .confirmed, as: desk.headquarters)
            await expectRefusal(.constraintViolated("headquarters_approves_uninvolved")) {
                let digest = try await self.digest(desk)
                return try await desk.headquarters.approve(province: "01", in: period, digest: digest)
            }
        }
    }

    @Test("plain SQL can neither approve twice as one person or body, nor other facts than the present ones")
    func plainly() async throws {
        try await ReviewDesk.with(scheme: approvedScheme) { desk in
            try await desk.fixture.administrator { connection in
                try await connection.execute(
                    script: """
                        insert into registry.account (name, person, role)
                        select 'group.second', person, 'headquarters' from registry.account where name = 'group.one'
                        """)
            }
            let digest = try await digest(desk)
            let second = desk.fixture.ranking.acting(as: "group.second")
            func approval(_ body: String, _ changes: [String: String] = [:]) -> String {
                insertion(body, digest, changes)
            }
            let completing = [
                "first_revision": "(select max(revision) from registry.approval)", "first_body": "'region'",
                "first_member": "(select member from registry.approval order by revision desc limit 1)",
            ]
            #expect(try await desk.plainly(as: desk.group, approval("region")) == "accepted")
            #expect(
                try await desk.plainly(as: desk.group, approval("headquarters"))
                    == "23514 approval_is_of_the_actors_body")
            #expect(
                try await desk.plainly(as: desk.group, approval("region", ["member": "1"])) == "RK511 not_the_actor")
            #expect(
                try await desk.plainly(as: desk.gilan, approval("region")) == "RK504 permission_missing")
            #expect(
                try await desk.plainly(as: desk.group, approval("region", ["revision": "1"]))
                    == "23514 approval_is_newer_than_its_facts")
            #expect(
                try await desk.plainly(as: desk.group, approval("region", ["digest": "repeat('0', 64)"]))
                    == "RK208 other_facts_are_approved")
            try await desk.group.approve(province: "01", in: period, digest: digest)
            #expect(
                try await desk.plainly(as: second, approval("headquarters", completing)) == "23514 two_persons_approve")
            #expect(
                try await desk.plainly(as: desk.otherGroup, approval("region", completing))
                    == "23514 two_bodies_approve")
            let invented = completing.merging(["first_member": "4711"]) { $1 }
            #expect(
                try await desk.plainly(as: desk.headquarters, approval("headquarters", invented))
                    == "23503 approval_completes_another")
            #expect(
                try await desk.plainly(as: desk.fixture.ranking, approval("headquarters", completing))
                    == "23514 headquarters_approves_uninvolved")
            #expect(try await desk.plainly(as: desk.headquarters, approval("headquarters", completing)) == "accepted")
            try await desk.judge("staff", .confirmed)
            let present = try await self.digest(desk)
            // Its digest is that of the first one, by the foreign key; the facts are others.
            #expect(
                try await desk.plainly(as: desk.headquarters, approval("headquarters", completing))
                    == "23514 voided_approval_is_not_completed")
            #expect(
                try await desk.plainly(
                    as: desk.headquarters,
                    approval("headquarters", completing.merging(["digest": "'\(present)'"]) { $1 }))
                    == "23503 approval_completes_another")
        }
    }

    @Test(
        "a writer waits for an approval, and is refused with a revision older than it; an approval waits for a writer")
    func bothOrders() async throws {
        try await ReviewDesk.with(scheme: approvedScheme) { desk in
            let digest = try await digest(desk)
            let call = "select ranking.approve_province('1400-H1', '01', '\(digest)')"
            let review = "select ranking.review_items('1400-H1', 'G-1', null, '\(confirmed)', false, null, null)"
            // The approval first: the writer took its revision before and must begin again.
            try await desk.fixture.application(as: "gilan.review") { writer in
                let old = try await writer.query("select ranking.next_revision()::text")[0].decode(String.self)
                try await desk.group.approve(province: "01", in: period, digest: digest)
                let late = insertReview(revision: old)
                try await expectAnswer("40001 approved_meanwhile") {
                    try await desk.fixture.owner { connection in
                        let actor = try await desk.fixture.accountNumber("gilan.review") ?? ""
                        try await connection.query("select set_config('pishkhan.actor', \(actor), true)")
                        try await connection.execute(script: late)
                    }
                }
            }
            // The approval is under way: a writer waits, and commits after it as a newer fact, which voids it.
            try await desk.fixture.application(as: "hq.two") { approver in
                try await approver.query("\(unescaped: call)")
                async let written = told { try await desk.judge("counters", .confirmed) }
                try await Task.sleep(for: .milliseconds(200))
                try await approver.query("commit")
                #expect(try await written == "accepted")
                try await approver.query("begin")
            }
            #expect(try await state(desk) == .voided)
            // A writer is under way: the approval waits, and then the facts are others.
            let present = try await self.digest(desk)
            try await desk.fixture.application(as: "gilan.review") { writer in
                try await writer.query("\(unescaped: review)")
                async let approved = told {
                    try await desk.group.approve(province: "01", in: period, digest: present)
                }
                try await Task.sleep(for: .milliseconds(200))
                try await writer.query("commit")
                #expect(try await approved == "other_facts_are_approved")
                try await writer.query("begin")
            }
            #expect(try await state(desk) == .voided)
        }
    }

    @Test("a period whose scheme requires it does not close without every province's approval, unless two overrule it")
    func obstacle() async throws {
        try await ReviewDesk.with(scheme: approvedScheme) { desk in
            func missing() async throws -> [String] {
                try await desk.fixture.ranking.obstacles(of: period, step: .close)
                    .filter { $0.code == "approval_missing" && $0.mayBeOverruled }.map(\.detail)
            }
            #expect(try await missing() == ["01 23"])
            let digest = try await digest(desk)
            try await desk.group.approve(province: "01", in: period, digest: digest)
            #expect(try await missing() == ["01 23"])
            try await desk.headquarters.approve(province: "01", in: period, digest: digest)
            #expect(try await missing() == ["23"])
            #expect(try await told { try await desk.fixture.ranking.closePeriod(period) } == "step_has_obstacles")
            try await desk.fixture.close()
            await expectRefusal(.periodNotOpen(state: "closed")) {
                try await desk.group.approve(province: "01", in: period, digest: digest)
            }
        }
        try await ReviewDesk.with { desk in
            let codes = try await desk.fixture.ranking.obstacles(of: period, step: .close).map(\.code)
            #expect(!codes.contains("approval_missing"))
        }
    }

    private func state(_ desk: ReviewDesk) async throws -> ProvinceApproval.State? {
        try await desk.headquarters.approvals(of: period, province: "01").first?.state
    }

    private func digest(_ desk: ReviewDesk) async throws -> String {
        try #require(try await desk.headquarters.approvals(of: period, province: "01").first?.presentDigest)
    }
}

private let confirmed = #"[{"criterion": "staff", "verdict": "confirmed"}]"#

/// An approval of Gilan with some columns other than they must be.
private func insertion(_ body: String, _ digest: String, _ changes: [String: String]) -> String {
    let values = [
        "period_id": "p.id", "province_id": "v.id", "revision": "nextval('registry.revision')", "body": "'\(body)'",
        "member": "registry.actor_person()", "actor_id": "registry.actor()", "digest": "'\(digest)'",
    ].merging(changes) { $1 }.sorted { $0.key < $1.key }
    return """
        insert into registry.approval (\(values.map(\.key).joined(separator: ", ")))
        select \(values.map(\.value).joined(separator: ", "))
        from registry.evaluation_period p, registry.province v where v.code = '01'
        """
}

/// A review of the first item of G-1 with a revision that is not its own.
private func insertReview(revision: String) -> String {
    """
    insert into registry.review (office_id, period_id, source, number, revision, province_id, actor_id, reviewer_id,
        of_number, declarer_id, said, judged, verdict, value, reason, of_numbers)
    select s.office_id, s.period_id, s.source, 1, \(revision), s.province_id, registry.actor(), registry.actor_person(),
        s.number, s.person_id, s.said, 1, array[1, null], array[null::bigint, null], array[null::text, null],
        array[s.number, null]
    from registry.submission s join registry.office o on o.id = s.office_id where o.code = 'G-1' and s.number = 1
    """
}
