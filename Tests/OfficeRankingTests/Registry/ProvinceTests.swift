import OfficeRanking
import Postgres
import RankingRules
import Testing

@Suite("Regions and associations of provinces")
struct ProvinceTests {
    @Test(
        "a province is named by its code, with or without the leading zero, or by its name",
        arguments: ["01", "1", "گیلان"])
    func named(province: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.assignRegion(3, title: "سه", to: province)
            try await fixture.ranking.nameAssociation("انجمن صنفی", of: province)
            let gilan = try #require(try await fixture.ranking.provinces().first { $0.code == "01" })
            #expect(gilan.region == 3 && gilan.regionTitle == "سه" && gilan.association == "انجمن صنفی")
        }
    }

    @Test("another number or name is unknown and changes nothing", arguments: ["001", "010", "", "گیلانستان"])
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

    @Test("a region that gets another title by the way says so in the record")
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
