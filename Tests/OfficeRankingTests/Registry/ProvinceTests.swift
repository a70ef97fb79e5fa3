import OfficeRanking
import Postgres
import RankingRules
import Testing

@Suite("Regions and associations of provinces")
struct ProvinceTests {
    @Test(
        "a province is found by its code, with or without the leading zero, or its Persian or English name",
        arguments: ["01", "1", "۱", "گیلان", "Gilan"])
    func named(province: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.assignRegion(3, title: "سه", to: province)
            try await fixture.ranking.nameAssociation("انجمن صنفی", of: province)
            let gilan = try #require(try await fixture.ranking.provinces().first { $0.code == "01" })
            #expect(gilan.region == 3 && gilan.regionTitle == "سه" && gilan.association == "انجمن صنفی")
        }
    }

    @Test("an unknown province is refused and changes no region or association", arguments: noProvinces)
    func unknown(province: String) async throws {
        try await Fixture.with { fixture in
            await expectRefusal(.unknownPlace(province)) {
                try await fixture.ranking.assignRegion(3, title: "سه", to: province)
            }
            await expectRefusal(.unknownPlace(province)) {
                try await fixture.ranking.nameAssociation("انجمن", of: province)
            }
            let regions = try await fixture.number("select count(*) from registry.region where title = 'سه'")
            #expect(regions == 0)
        }
    }

    @Test(
        "a number is never shortened to the code of another province, in accounts, filters or files",
        arguments: noProvinces)
    func everywhere(province: String) async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            await expectRefusal(.unknownPlace(province)) {
                try await ranking.makeAccount(name: "desk", person: "p", role: "provincial", provinces: [province])
            }
            try await fixture.takeServices(1)
            var filter = RoomFilter()
            filter.province = province
            await expectRefusal(.unknownPlace(province)) {
                try await ranking.officesWithRoom(for: "1001", on: Fixture.today, filter)
            }
            for (kind, text) in [
                (ImportKind.offices, OfficeLine.file(.init(code: "G-1", province: province))),
                (
                    .delegations,
                    ServiceFiles.delegations(.init(service: "1001", area: "provinces", places: "گیلان|\(province) "))
                ),
            ] where !province.isEmpty {
                let report = FindingReport()
                let outcome = try await fixture.take(kind, text, report: report)
                #expect(outcome.effect == .refused && report.first.map(\.code) == [.placeUnknown], "\(kind)")
            }
        }
    }

    @Test("accounts and delegations take the same codes and names of provinces", arguments: ["23", "تهران", "Tehran"])
    func sameNames(province: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.takeServices(1)
            try await fixture.ranking.makeAccount(name: "desk", person: "p", role: "provincial", provinces: [province])
            #expect(try await fixture.ranking.accounts().first { $0.name == "desk" }?.scope.provinces == ["23"])
            let line = DelegationLine(service: "1001", area: "provinces", places: province)
            try await fixture.take(.delegations, ServiceFiles.delegations(line))
            #expect(try await fixture.number("select province_id from registry.delegation_place") == 23)
        }
    }

    @Test("a new title of a region stands in the record")
    func title() async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.assignRegion(3, title: "سه", to: "01")
            try await fixture.ranking.assignRegion(3, title: "سوم", to: "02")
            let recorded = try await fixture.administrator { connection in
                try await connection.query(
                    "select detail ->> 'title' from registry.act where kind = 'assign_region' order by id"
                ).decode(String.self)
            }
            #expect(recorded == ["سه", "سوم"])
        }
    }
}

/// 230 is not 23 (Tehran), 101 not 10 (Isfahan), and nothing at all not 00 (Markazi).
private let noProvinces = ["001", "010", "230", "101", "", "-", "گیلانستان"]
