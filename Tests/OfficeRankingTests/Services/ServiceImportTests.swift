import OfficeRanking
import Postgres
import RankingRules
import Testing

@Suite("Files of agencies and services")
struct ServiceImportTests {
    @Test(
        "agencies, services, targets, delegations and contracts are imported once; the same files again change nothing")
    func takenTwice() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            let files: [(ImportKind, String)] = [
                (.agencies, ServiceFiles.agencies("A1", "A2")),
                (
                    .services,
                    ServiceFiles.services(.init(code: "1001"), .init(code: "1002", parent: "1001"), .init(code: "1003"))
                ),
                (.mouTargets, ServiceFiles.targets("A1,1/8,1400,1397,4", "A1,1/8,1400,,5")),
                (
                    .delegations,
                    ServiceFiles.delegations(
                        .init(service: "1001"), .init(service: "1002", area: "provinces", places: "گیلان|مازندران"),
                        .init(service: "1003", area: "localities", places: "گیلان/رشت/رشت"))
                ),
                (
                    .contracts,
                    ServiceFiles.contracts(
                        ("G-1", "1001", "1399/03/01", "1399/09/01"), ("G-1", "1001", "1400/01/01", ""))
                ),
            ]
            for (kind, text) in files {
                let report = FindingReport()
                let first = try await fixture.take(kind, text, report: report)
                #expect(first.effect == .stored, "\(kind) \(report.counts)")
                #expect(try await fixture.take(kind, text).effect == .unchanged, "\(kind)")
            }
            #expect(try await fixture.number("select count(*)::integer from registry.delegation_place") == 3)
            let page = try await fixture.ranking.services(on: Fixture.today, limit: 2)
            #expect(page.items.map(\.code) == ["1001", "1002"] && page.next == "1002")
            #expect(page.items[1].parent == "1001" && page.items[0].contracts == 1)
            #expect(try await fixture.ranking.agencies(on: Fixture.today).items.map(\.services) == [3, 0])
        }
    }

    @Test(
        "unknown agencies, services and places, wrong codes and overlapping contracts are found, and nothing is stored")
    func findings() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            try await fixture.takeServices(2)
            let services = ServiceFiles.services(
                .init(code: "2001", agency: "A9"), .init(code: "12a", agency: "A1"),
                .init(code: "2003", parent: "2003"), .init(code: "2004", parent: "9999"), .init(code: "2004"))
            #expect(
                try await fixture.refused(.services, services)
                    == [
                        .agencyUnknown: 1, .serviceCodeInvalid: 1, .parentIsSelf: 1, .serviceUnknown: 1,
                        .rowRepeated: 1,
                    ])
            let delegations = ServiceFiles.delegations(
                .init(service: "1001", mou: "N", area: "provinces", places: "ناکجا"),
                .init(service: "1002", mou: "N", area: "localities"))
            #expect(
                try await fixture.refused(.delegations, delegations)
                    == [.placeUnknown: 1, .delegationPlacesMissing: 1])
            let contracts = ServiceFiles.contracts(
                ("G-1", "1001", "1400/01/01", ""), ("G-1", "1001", "1400/05/01", ""), ("G-9", "1001", "1400/01/01", ""))
            #expect(try await fixture.refused(.contracts, contracts) == [.contractOverlaps: 1, .officeUnknown: 1])
            #expect(try await fixture.number("select count(*)::integer from registry.contract") == 0)
        }
    }

    @Test("a withdrawal and a confirmation that come later change a delegation; sound rows may be taken alone")
    func changes() async throws {
        try await Fixture.with { fixture in
            try await fixture.takeServices(2)
            let changed = ServiceFiles.delegations(
                .init(service: "1001", withdrawn: "1400/07/01"), .init(service: "1002", confirmed: ""),
                .init(service: "7777"))
            let outcome = try await fixture.take(.delegations, changed, acceptsValid: true)
            #expect(outcome.files[0].changed == 2 && outcome.files[0].refused == 1)
            let services = try await fixture.ranking.services(on: day("1400-06-31"), delegatedOnly: true)
            #expect(services.items.map(\.code) == ["1001"])
            #expect(try await fixture.ranking.services(on: day("1400-07-01"), delegatedOnly: true).items.isEmpty)
        }
    }

    @Test("a delegation must name the kind of a place that is both a city and a village, and covers only that one")
    func cityAndVillage() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "R-1", kind: "rural")))
            try await fixture.takeServices(1)
            let line = { places in
                ServiceFiles.delegations(.init(service: "1001", mou: "N", area: "localities", places: places))
            }
            #expect(try await fixture.refused(.delegations, line("گیلان/رشت/رشت")) == [.placeAmbiguous: 1])
            #expect(try await fixture.refused(.delegations, line("گیلان/رشت/رشت/محله")) == [.placeUnknown: 1])
            for (kind, covered) in [("شهر", "city"), ("village", "village")] {
                try await fixture.take(.delegations, line("01/0105/رشت/\(kind)"))
                let stored = try await fixture.administrator { connection in
                    try await connection.query(
                        """
                        select l.kind from registry.delegation_place p join registry.locality l on l.id = p.locality_id
                        where p.revision = (select max(revision) from registry.delegation_place)
                        """
                    ).decode(String.self)
                }
                #expect(stored == [covered])
            }
        }
    }

    @Test("a delegation that names a province twice covers it once; importing it again changes nothing")
    func namedTwice() async throws {
        try await Fixture.with { fixture in
            try await fixture.takeServices(1)
            let line = DelegationLine(service: "1001", mou: "N", area: "provinces", places: "تهران|01|گیلان|1")
            #expect(try await fixture.take(.delegations, ServiceFiles.delegations(line)).effect == .stored)
            #expect(try await fixture.take(.delegations, ServiceFiles.delegations(line)).effect == .unchanged)
            #expect(try await fixture.number("select count(*)::integer from registry.delegation_place") == 2)
        }
    }
}

extension Fixture {
    fileprivate func refused(_ kind: ImportKind, _ text: String) async throws -> [FindingCode: Int] {
        let report = FindingReport()
        let outcome = try await take(kind, text, report: report)
        #expect(outcome.effect == .refused)
        return report.counts
    }
}
