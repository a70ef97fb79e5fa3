import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Ceilings, distribution and contracts")
struct CeilingTests {
    @Test("an unranked office in a village with three services has a ceiling of zero: thirty percent of three")
    func villageCeiling() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(
                .offices, OfficeLine.file(.init(code: "V-1", kind: "rural", locality: "ده بالا"), .init(code: "G-1")))
            try await fixture.takeServices(3)
            let room = try await fixture.ranking.services(ofOffice: "V-1", on: Fixture.today).room
            #expect(room.available == 3 && room.ceiling == 0)
            await #expect(throws: RankingError.serviceCeilingReached(used: "0/0")) {
                try await fixture.ranking.registerContract(office: "V-1", service: "1001", on: Fixture.today)
            }
        }
    }

    @Test("before the first half-year ceilings come from the scheme that was adopted last")
    func noPeriod() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.ranking.adoptScheme(document: smallScheme)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            try await fixture.takeServices(10)
            let services = try await fixture.ranking.services(ofOffice: "G-1", on: Fixture.today)
            #expect(services.room.ceiling == 3 && services.ceilingAtFirstRank == 10)
        }
    }

    @Test("before the first publication the unranked share is the ceiling: of seven services the third is refused")
    func unrankedShare() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            try await fixture.takeServices(7)
            for service in ["1001", "1002"] {
                try await fixture.ranking.registerContract(office: "G-1", service: service, on: Fixture.today)
            }
            await #expect(throws: RankingError.serviceCeilingReached(used: "2/2")) {
                try await fixture.ranking.registerContract(office: "G-1", service: "1003", on: Fixture.today)
            }
            try await fixture.ranking.endContract(office: "G-1", service: "1001", on: Fixture.today, reason: "x")
            try await fixture.ranking.registerContract(office: "G-1", service: "1003", on: Fixture.today)
            #expect(try await fixture.ranking.workList(on: Fixture.today).isEmpty)
        }
    }

    @Test("a contract is refused for an inactive office, an undelegated service, another locality or a second offer")
    func refusals() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1"), .init(code: "G-2", state: "suspended"), .init(code: "G-3", state: "closed"),
                    .init(code: "G-4", expiresOn: "1402/01/01")))
            try await fixture.takeServices(10)
            try await fixture.take(.services, ServiceFiles.services(.init(code: "2001"), .init(code: "2002")))
            try await fixture.take(
                .delegations,
                ServiceFiles.delegations(
                    .init(service: "2001", area: "provinces", places: "مازندران"),
                    .init(service: "2002", confirmed: "")))
            let cases: [(String, String, String?, RankingError)] = [
                ("G-2", "1001", nil, .officeNotActive(state: "G-2: suspended")),
                ("G-3", "1001", nil, .officeNotActive(state: "G-3: closed")),
                ("G-4", "1001", nil, .officeNotActive(state: "G-4: active")),
                ("G-1", "2001", nil, .serviceNotDelegatedThere(service: "2001")),
                ("G-1", "2002", nil, .serviceNotDelegatedThere(service: "2002")),
                ("G-1", "1001", "خمام", .outsideLicensedLocality(locality: "خمام")),
                ("G-1", "9999", nil, .unknownService("9999")), ("G-9", "1001", nil, .unknownOffice("G-9")),
            ]
            for (office, service, locality, refusal) in cases {
                await #expect(throws: refusal) {
                    try await fixture.ranking.registerContract(
                        office: office, service: service, on: Fixture.today, in: locality)
                }
            }
            try await fixture.ranking.registerContract(office: "G-1", service: "1001", on: Fixture.today, in: "رشت")
            await #expect(throws: RankingError.serviceOfferedAlready(service: "1001")) {
                try await fixture.ranking.registerContract(office: "G-1", service: "1001", on: Fixture.today)
            }
        }
    }

    @Test("of registrations made at once for an office's last free contract one succeeds")
    func lastPlace() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            try await fixture.takeServices(4)
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for service in ["1001", "1002", "1003", "1004"] {
                    group.addTask {
                        do {
                            try await fixture.ranking.registerContract(
                                office: "G-1", service: service, on: Fixture.today)
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 } == 1)
            #expect(try await fixture.number("select count(*)::integer from registry.contract") == 1)
        }
    }

    @Test("existing contracts are imported above the ceiling, and the newest are handed over first, then by code")
    func foundContracts() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1"), .init(code: "G-2")))
            try await fixture.takeServices(4)
            try await fixture.take(
                .contracts,
                ServiceFiles.contracts(
                    ("G-1", "1001", "1400/01/01", ""), ("G-1", "1002", "1401/01/01", ""),
                    ("G-1", "1003", "1401/01/01", ""), ("G-2", "1001", "1401/01/01", "")))
            let list = try await fixture.ranking.workList(on: Fixture.today)
            #expect(list.map(\.service) == ["1002", "1003"])
            #expect(list.allSatisfy { $0.office == "G-1" && $0.excess == 2 && $0.origin == .found })
            #expect(try await fixture.ranking.workList(on: day("1400-12-01")).isEmpty)
            // The agency withdraws one of the services: its contract must go although there is room.
            try await fixture.take(
                .delegations, ServiceFiles.delegations(.init(service: "1001", withdrawn: "1403/01/01")))
            let after = try await fixture.ranking.workList(on: Fixture.today, office: "G-2")
            #expect(after.map(\.reason) == [.serviceNotAvailable])
        }
    }

    @Test("the ceiling of an office that moved counts the services of its new place")
    func moved() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(
                .offices, OfficeLine.file(.init(code: "G-1", effectiveOn: "1399/01/01")))
            try await fixture.take(
                .offices, OfficeLine.file(.init(code: "G-1", locality: "خمام", effectiveOn: "1400/07/01")))
            try await fixture.take(.agencies, ServiceFiles.agencies("A1"))
            let codes = (1...4).map { String(1_000 + $0) }
            try await fixture.take(.services, ServiceFiles.services(codes.map { ServiceLine(code: $0) }))
            try await fixture.take(
                .delegations,
                ServiceFiles.delegations(
                    codes.map { DelegationLine(service: $0, area: "localities", places: "گیلان/رشت/رشت") }))
            let before = try await fixture.ranking.services(ofOffice: "G-1", on: day("1400-06-31"))
            #expect(before.room.available == 4 && before.room.ceiling == 1 && before.locality == "رشت")
            let after = try await fixture.ranking.services(ofOffice: "G-1", on: day("1400-07-01"))
            #expect(after.room.available == 0 && after.locality == "خمام")
        }
    }
}
