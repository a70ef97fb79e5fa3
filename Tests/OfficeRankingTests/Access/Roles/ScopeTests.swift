import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("What each role reads")
struct ScopeTests {
    /// Of the office in Tehran, in whatever view: its code, its licence, its holder, a decision, a rejected row.
    private static let marks = ["T-1", "پ-T-1", "دارنده 0003", "R-T", "T-9"]

    @Test("a provincial account finds nothing of another province in any view")
    func views() async throws {
        try await Fixture.with { fixture in
            try await ranked(fixture)
            _ = try await fixture.provincialAccount()
            let views = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select c.relname::text from pg_class c
                    where c.relnamespace = 'ranking'::regnamespace and c.relkind = 'v'
                        and has_table_privilege('pishkhan_app', c.oid, 'select') order by 1
                    """
                ).decode(String.self)
            }
            var marked: [String] = []
            for view in views {
                if try await rows(fixture, view, as: "operator").contains(where: isMarked) { marked.append(view) }
                let seen = try await rows(fixture, view, as: "gilan.desk").filter(isMarked)
                #expect(seen.isEmpty, "\(view): \(seen)")
            }
            // Otherwise the test would look for what is nowhere.
            #expect(marked.count >= 6, "\(marked)")
        }
    }

    @Test("the public sees a period's ranks when they are published, and nothing of them before")
    func publicBefore() async throws {
        try await Fixture.with { fixture in
            try await ranked(fixture)
            let everybody = fixture.ranking.acting(as: "public")
            for view in ["assessment", "ranked_office", "rank_count", "census_office", "census", "run"] {
                #expect(try await rows(fixture, view, as: "public").isEmpty, "\(view)")
            }
            let period = try await everybody.period(Fixture.firstHalf)
            #expect(period.state == .ranked && period.digest == nil && period.runID == nil && period.censusID == nil)
            await expectRefusal(.notRankedYet(period: "1400-H1")) {
                try await everybody.explain("G-1", in: Fixture.firstHalf)
            }
            let census = try await fixture.number("select max(id) from registry.census")
            #expect(try await rows(fixture, "office_facts(\(census))", as: "public").isEmpty)
            try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            #expect(try await everybody.offices(in: Fixture.firstHalf).items.count == 3)
            #expect(try await rows(fixture, "assessment", as: "public").count == 3)
            #expect(try await rows(fixture, "office_facts(\(census))", as: "public").count == 3)
        }
    }

    @Test("a provincial account sees all that is published, and only its own province of the rest")
    func provincialAfter() async throws {
        try await Fixture.with { fixture in
            try await ranked(fixture)
            let gilan = try await fixture.provincialAccount()
            let everybody = fixture.ranking.acting(as: "public")
            #expect(try await gilan.offices(in: Fixture.firstHalf).items.map(\.provinceCode) == ["01", "01"])
            await expectRefusal(.unknownOffice("T-1")) { try await gilan.explain("T-1", in: Fixture.firstHalf) }
            try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            for view in ["assessment", "ranked_office", "rank_count", "census_office", "census", "run", "publication"] {
                let open = try await rows(fixture, view, as: "public")
                #expect(Set(open).isSubset(of: try await rows(fixture, view, as: "gilan.desk")), "\(view)")
                #expect(!open.isEmpty, "\(view)")
            }
            let (seen, open) = (
                try await gilan.explain("T-1", in: Fixture.firstHalf),
                try await everybody.explain("T-1", in: Fixture.firstHalf)
            )
            #expect(seen.explanation == open.explanation && seen.showsAllValues == open.showsAllValues)
            #expect(!seen.showsAllValues)
            #expect(try await gilan.explain("G-1", in: Fixture.firstHalf).showsAllValues)
            let counted = try await everybody.summary(of: Fixture.firstHalf)
            let own = try await gilan.summary(of: Fixture.firstHalf)
            #expect(own.total == counted.total && own.provinces == counted.provinces)
            // What waits stays within the scope.
            let second = halfYear("1400-H2")
            try await fixture.openNext(second)
            try await fixture.closeAndRank(second)
            #expect(try await gilan.offices(in: second).items.map(\.provinceCode) == ["01", "01"])
        }
    }

    @Test("the public reads the same published ranks as the headquarters, and nothing of the next run")
    func publicAfter() async throws {
        try await Fixture.with { fixture in
            try await ranked(fixture)
            try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            let second = halfYear("1400-H2")
            try await fixture.openNext(second)
            try await fixture.take(.declarations, "office_code,staff\nG-2,9\n", period: second)
            try await fixture.closeAndRank(second)
            let everybody = fixture.ranking.acting(as: "public")
            let own = try await everybody.explain("G-1", in: Fixture.firstHalf)
            let full = try await fixture.ranking.explain("G-1", in: Fixture.firstHalf)
            #expect(own.explanation == full.explanation && own.position == full.position && own.digest == full.digest)
            let counted = try await everybody.summary(of: Fixture.firstHalf).total
            #expect(try await fixture.ranking.summary(of: Fixture.firstHalf).total == counted)
            await expectRefusal(.notRankedYet(period: "1400-H2")) { try await everybody.offices(in: second) }
            #expect(Set(try await rows(fixture, "run", as: "public")).count == 1)
            #expect(try await rows(fixture, "census", as: "public").count == 1)
            await expectRefusal(.notRankedYet(period: "1400-H2")) {
                try await everybody.compare(Fixture.firstHalf, second)
            }
        }
    }

    @Test(
        "only roles that read facts see declarations, scores and decisions, within their scope",
        arguments: ["hq.desk": 3, "gilan.desk": 2, "auditor.desk": 3, "clock": 3, "agency.desk": 0, "public": 0])
    func facts(account: String, offices: Int) async throws {
        try await Fixture.with { fixture in
            try await fixture.desksOfAllRoles()
            let census = try await fixture.number("select max(id) from registry.census")
            #expect(try await rows(fixture, "office_facts(\(census))", as: account).count == offices)
        }
    }

    @Test(
        "names, addresses and counts of insured or disabled staff are for the office and accounts that read the register",
        arguments: RoleDesk.all)
    func personalData(desk: RoleDesk) async throws {
        try await Fixture.with { fixture in
            try await fixture.desksOfAllRoles()
            let address = [
                "address": "خیابان امام ۱", "manager_name": "مدیر", "postal_code": "4133333333", "staff_count": "3",
                "insured_staff_count": "2", "disabled_staff_count": "1",
            ]
            _ = try await fixture.ranking.setOffice(
                "G-1", address, effectiveOn: Fixture.today, reason: "x", today: Fixture.today)
            let record = try await fixture.ranking.acting(as: desk.account).office("G-1")
            let personal = Set(address.keys).subtracting(["staff_count"]).union(["holder_name"])
            let shown = OfficeRecord.fields.filter { personal.contains($0.name) }
            let mayRead = desk.reads.contains("read_registry")
            let filled = shown.filter { record.values[$0] != nil }
            let isOwn = desk.offices.contains("G-1")
            #expect(shown.count == 6 && filled.count == (mayRead || isOwn ? 6 : 0), "\(filled)")
            #expect(record.values[.staffCount] == .count(3))
            let versions = try await rows(fixture, "office_version", as: desk.account)
            let named = versions.filter { $0.contains("دارنده") }
            #expect(named.isEmpty == !mayRead)
        }
    }

    @Test("only roles with the permission read the record, other accounts and the work list", arguments: RoleDesk.all)
    func readings(desk: RoleDesk) async throws {
        try await Fixture.with { fixture in
            try await fixture.desksOfAllRoles()
            let ranking = fixture.ranking.acting(as: desk.account)
            let readsAll = desk.reads.contains("read_record")
            #expect(try await ranking.acts().isEmpty == !readsAll)
            // With the operator, the spare one, who confirms a scheme and two that overruled; a province sees the accounts
            // of its offices.
            let others = desk.role == "provincial" ? 2 : 1
            #expect(try await ranking.accounts().count == (readsAll ? RoleDesk.all.count + 5 : others))
            #expect(try await ranking.tokens().count == (readsAll ? 1 : 0))
            #expect(try await ranking.externalIdentities().count == (readsAll ? 1 : 0))
            let listed = try await answer {
                try await fixture.application(as: desk.account) {
                    try await $0.query(
                        "select * from ranking.work_list('2022-01-01', null, null, null, null, null, null, 9)")
                }
            }
            #expect(listed == (desk.reads.contains("read_work_list") ? "accepted" : "RK504 permission_missing"))
        }
    }

    @Test("every account reads the same distribution of services, a provincial one only its own province")
    func distribution() async throws {
        try await Fixture.with { fixture in
            try await fixture.desksOfAllRoles()
            try await fixture.ranking.publishPeriod(Fixture.earlierHalf)
            // The ranks are in force from their publication.
            let day = day("1430-01-01")
            let all = try await fixture.ranking.officesWithRoom(for: "1003", on: day).items
            let ranked = all.filter { $0.rank != nil }
            #expect(ranked.count == all.count && Set(all.map(\.province)).count == 2)
            for account in ["public", "agency.desk", "gilan.desk"] {
                let ranking = fixture.ranking.acting(as: account)
                let expected = account == "gilan.desk" ? all.filter { $0.province == "گیلان" } : all
                let offices = try await ranking.officesWithRoom(for: "1003", on: day).items
                #expect(offices == expected, "\(account)")
                for agency in ["A1", "A2"] {
                    let services = try await fixture.ranking.distribution(ofAgency: agency, on: day)
                    #expect(services.contains { $0.offering > 0 } && Set(services.map(\.province)).count == 2)
                    let own = account == "gilan.desk" ? services.filter { $0.province == "گیلان" } : services
                    #expect(try await ranking.distribution(ofAgency: agency, on: day) == own, "\(account) \(agency)")
                }
                #expect(try await ranking.services(ofOffice: "G-1", on: day).services.isEmpty == false)
            }
        }
    }

    @Test(
        "a work list names what offices in the scope must hand over, for an agency its own services only",
        arguments: [
            "hq.desk": ["G-1 1001", "G-1 2001", "T-1 1001"], "auditor.desk": ["G-1 1001", "G-1 2001", "T-1 1001"],
            "gilan.desk": ["G-1 1001", "G-1 2001"], "agency.desk": ["G-1 1001", "T-1 1001"],
        ])
    func workList(account: String, expected: [String]) async throws {
        try await Fixture.with { fixture in
            try await fixture.desksOfAllRoles()
            try await fixture.administrator { connection in
                let close = "update registry.office set state = 'closed' where code in ('G-1', 'T-1')"
                try await connection.execute(script: close)
            }
            let listed = try await fixture.application(as: account) { connection in
                try await connection.query(
                    """
                    select office_code || ' ' || service_code
                    from ranking.work_list('2022-01-01', null, null, null, null, null, null, 9)
                    """
                ).decode(String.self)
            }
            #expect(listed.sorted() == expected)
        }
    }

    @Test("an agency's account reads the indicator of its own agency only")
    func agencies() async throws {
        try await Fixture.with { fixture in
            try await fixture.desksOfAllRoles()
            let agency = fixture.ranking.acting(as: "agency.desk")
            for (code, expected) in [("A1", "accepted"), ("A2", "RK504 permission_missing")] {
                for call in ["indicator_services", "indicator_delegations", "indicator_offices"] {
                    try await expectAnswer(expected, "\(call) \(code)") {
                        try await fixture.application(as: agency.account) {
                            try await $0.query("select * from ranking.\(unescaped: call)(\(code), '2022-01-01', null)")
                        }
                    }
                }
            }
        }
    }

    /// Two provinces ranked but not published, with a decision and a refused row in each.
    private func ranked(_ fixture: Fixture) async throws {
        try await fixture.openWithOffices()
        try await fixture.take(
            .violations, "office_code,decision_number,kind,decided_on\nT-1,R-T,overcharging,1400/02/01\n")
        try await fixture.take(.declarations, "office_code,staff\nT-9,1\nT-1,5\n", acceptsValid: true)
        try await fixture.closeAndRank()
    }

    private func isMarked(_ row: String) -> Bool {
        Self.marks.contains { row.contains($0) }
    }

    private func rows(_ fixture: Fixture, _ view: String, as account: String) async throws -> [String] {
        try await fixture.application(as: account) { connection in
            try await connection.query("select v::text from ranking.\(unescaped: view) v").decode(String.self)
        }
    }
}
