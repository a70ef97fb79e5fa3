import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("The work list says why, since when and by when")
struct WorkListTests {
    @Test("contracts imported above the ceiling are due after thirty days by default")
    func found() async throws {
        try await Fixture.withOffices { fixture in
            try await fixture.takeServices(4)
            try await fixture.take(
                .contracts,
                ServiceFiles.contracts(
                    ("G-1", "1001", "1400/01/01", ""), ("G-1", "1002", "1401/01/01", ""),
                    ("G-1", "1003", "1402/01/01", "")))
            let list = try await fixture.ranking.workList(on: Fixture.today)
            #expect(list.map(\.service) == ["1003", "1002"] && list.map(\.position) == [1, 2])
            // The third contract lifted the excess to two, the second one to one.
            #expect(list.map(\.causedOn) == [day("1402-01-01"), day("1402-01-01")])
            #expect(list.allSatisfy { $0.reason == .aboveCeiling && $0.cause == .contract })
            #expect(list.map(\.dueOn) == [day("1402-01-31"), day("1402-01-31")])
            let policy = try #require(try await fixture.ranking.handOverPolicy(on: Fixture.today))
            #expect(policy.isSample && policy.order == .newestContractFirst)
        }
    }

    @Test("a withdrawn delegation takes its own contract first, and lowers the ceiling of others")
    func withdrawal() async throws {
        try await Fixture.withOffices { fixture in
            try await fixture.takeServices(7)
            for service in ["1001", "1002"] {
                try await fixture.ranking.registerContract(office: "G-1", service: service, on: day("1402-01-01"))
            }
            try await fixture.ranking.registerContract(office: "G-2", service: "1003", on: day("1402-01-01"))
            #expect(try await fixture.ranking.workList(on: Fixture.today).isEmpty)
            // Thirty percent of six is one.
            try await fixture.take(
                .delegations, ServiceFiles.delegations(.init(service: "1001", withdrawn: "1403/05/01")))
            let list = try await fixture.ranking.workList(on: Fixture.today)
            #expect(list.map(\.service) == ["1001"] && list.map(\.excess) == [1])
            #expect(list[0].reason == .serviceNotAvailable && list[0].cause == .withdrawal)
            #expect(list[0].causedOn == day("1403-05-01") && list[0].dueOn == day("1403-05-31"))
            try await fixture.take(
                .delegations, ServiceFiles.delegations(.init(service: "1007", withdrawn: "1403/06/01")))
            try await fixture.ranking.endContract(office: "G-1", service: "1001", on: day("1403-06-15"))
            #expect(try await fixture.ranking.workList(on: Fixture.today).isEmpty)
            for service in ["1004", "1005"] {
                try await fixture.take(
                    .delegations, ServiceFiles.delegations(.init(service: service, withdrawn: "1403/07/01")))
            }
            // Thirty percent of three is nothing.
            let after = try await fixture.ranking.workList(on: Fixture.today)
            #expect(after.map(\.office) == ["G-1", "G-2"] && after.map(\.service) == ["1002", "1003"])
            #expect(after.allSatisfy { $0.cause == .withdrawal && $0.causedOn == day("1403-07-01") })
            #expect(try await fixture.ranking.workList(on: day("1403-06-31")).isEmpty)
        }
    }

    @Test("a suspension is the cause from its day, also when the licence is closed after it")
    func suspension() async throws {
        try await Fixture.withOffices { fixture in
            try await fixture.takeServices(4)
            try await fixture.ranking.registerContract(office: "G-1", service: "1001", on: day("1402-01-01"))
            try await fixture.set("G-1", "suspended", "1403/02/01")
            try await fixture.set("G-1", "closed", "1403/04/01")
            let list = try await fixture.ranking.workList(on: Fixture.today)
            #expect(list.map(\.reason) == [.officeNotActive] && list.map(\.cause) == [.suspension])
            #expect(list[0].causedOn == day("1403-02-01") && list[0].dueOn == day("1403-02-31"))
            try await fixture.set("G-1", "active", "1403/05/01")
            #expect(try await fixture.ranking.workList(on: Fixture.today).isEmpty)
        }
    }

    @Test("an expired licence is the cause of a work item from the day after its last day")
    func expiry() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1", expiresOn: "1403/03/31")))
            try await fixture.takeServices(4)
            try await fixture.take(.contracts, ServiceFiles.contracts(("G-1", "1001", "1403/03/31", "")))
            let list = try await fixture.ranking.workList(on: Fixture.today)
            #expect(list.map(\.cause) == [.closure] && list.map(\.causedOn) == [day("1403-04-01")])
        }
    }

    @Test("an office that moved must hand over the services not delegated in its new place")
    func moved() async throws {
        try await Fixture.withOffices { fixture in
            try await fixture.takeServices(4)
            let here = "گیلان/رشت/رشت"
            try await fixture.take(
                .delegations, ServiceFiles.delegations(.init(service: "1001", area: "localities", places: here)))
            try await fixture.ranking.registerContract(office: "G-1", service: "1001", on: day("1402-01-01"))
            try await fixture.take(
                .offices, OfficeLine.file(.init(code: "G-1", locality: "خمام", effectiveOn: "1403/02/01")))
            let list = try await fixture.ranking.workList(on: Fixture.today)
            #expect(list.map(\.reason) == [.serviceNotAvailable] && list.map(\.cause) == [.officeChange])
            #expect(list.map(\.causedOn) == [day("1403-02-01")])
        }
    }

    @Test("the headquarters sets the order and terms of handing over by an act; running terms stay unchanged")
    func policy() async throws {
        try await Fixture.withOffices { fixture in
            try await fixture.takeServices(4)
            try await fixture.take(
                .contracts,
                ServiceFiles.contracts(
                    ("G-1", "1001", "1400/01/01", ""), ("G-1", "1002", "1401/01/01", ""),
                    ("G-2", "1001", "1400/01/01", "")))
            try await fixture.set("G-2", "suspended", "1403/09/01")
            try await fixture.ranking.setHandOverPolicy(
                HandOverPolicy(
                    effectiveOn: day("1403-07-01"), order: .oldestContractFirst, rankChangeDays: 20, suspensionDays: 7,
                    closureDays: 9, withdrawalDays: 60, otherDays: 11, legalBasis: "بخشنامهٔ ۱"))
            let list = try await fixture.ranking.workList(on: Fixture.today)
            #expect(list.map(\.office) == ["G-1", "G-2"] && list.map(\.service) == ["1001", "1001"])
            #expect(list.map(\.dueOn) == [day("1401-01-31"), day("1403-09-08")])
            let before = try await fixture.ranking.workList(on: day("1403-06-31"))
            #expect(before.map(\.service) == ["1002"])
            let policies = try await fixture.ranking.handOverPolicies()
            #expect(policies.map(\.isSample) == [true, false] && policies[1].legalBasis == "بخشنامهٔ ۱")
            let acts = try await fixture.number(
                "select count(*)::integer from registry.act where kind = 'set_hand_over_policy' and reason is not null")
            #expect(acts == 1)
            await #expect(throws: RankingError.reasonIsRequired) {
                try await fixture.ranking.setHandOverPolicy(
                    HandOverPolicy(
                        effectiveOn: Fixture.today, rankChangeDays: 1, suspensionDays: 1, closureDays: 1,
                        withdrawalDays: 1, otherDays: 1, legalBasis: " "))
            }
        }
    }

    @Test("pages of a work list follow each other without a gap, and each has the length of the whole list")
    func pages() async throws {
        try await Fixture.withOffices { fixture in
            try await fixture.takeServices(3)
            let contracts = ["G-1", "G-2"].flatMap { office in
                (1_001...1_003).map { (office, String($0), "1400/01/01", "") }
            }
            try await fixture.take(.contracts, ServiceFiles.contracts(contracts))
            let whole = try await fixture.ranking.workList(on: Fixture.today)
            #expect(whole.count == 6)
            var paged: [WorkItem] = []
            var cursor: WorkListCursor?
            repeat {
                let page = try await fixture.ranking.workListPage(on: Fixture.today, limit: 4, after: cursor)
                #expect(page.contracts == 6 && page.offices == 2)
                paged += page.items
                cursor = page.next.flatMap { WorkListCursor($0.description) }
            } while cursor != nil
            #expect(paged == whole)
        }
    }
}

extension Fixture {
    /// G-1 and G-2 in Rasht, without a rank: thirty percent.
    fileprivate static func withOffices(_ body: (Fixture) async throws -> Void) async throws {
        try await with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1", effectiveOn: "1399/01/01"), .init(code: "G-2", effectiveOn: "1399/01/01")))
            try await body(fixture)
        }
    }

    fileprivate func set(_ office: String, _ state: String, _ from: String) async throws {
        try await decide(state, of: office, from: day(from))
    }
}
