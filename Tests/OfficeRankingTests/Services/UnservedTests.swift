import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Where no office is able to offer a service")
struct UnservedTests {
    @Test("each locality of a delegation where no office can offer the service is listed with the reason")
    func reasons() async throws {
        try await Fixture.withVillages { fixture in
            let list = try await fixture.unserved()
            #expect(
                list == [
                    "دهبسته no_active_office 1/0", "رشت no_room 1/1", "لاهیجان no_office 0/0",
                ])
            // An office that offers it serves its place; one whose ceiling is nought does not.
            try await fixture.take(.contracts, ServiceFiles.contracts(("G-1", "1001", "1400/01/01", "")))
            #expect(try await fixture.unserved().count == 2)
            try await fixture.take(
                .offices, OfficeLine.file(.init(code: "G-9", county: "لاهیجان", locality: "لاهیجان")))
            #expect(try await fixture.unserved() == ["دهبسته no_active_office 1/0", "لاهیجان no_room 1/1"])
        }
    }

    @Test("an unserved locality is listed with its own reason if it has no office of the asked rank")
    func ranks() async throws {
        try await Fixture.withVillages { fixture in
            var filter = RoomFilter()
            filter.rank = 2
            filter.province = "گیلان"
            let page = try await fixture.ranking.unservedLocalities(
                of: .service("1001"), on: Fixture.today, filter)
            #expect(page.items.map(\.reason) == [.noActiveOffice, .noOfficeOfRank, .noOffice])
            filter.province = "تهران"
            let elsewhere = try await fixture.ranking.unservedLocalities(of: .agency("A1"), on: Fixture.today, filter)
            #expect(elsewhere.items.isEmpty && elsewhere.total == 0)
        }
    }

    @Test("pages of an agency's unserved localities follow each other in a stable order")
    func pages() async throws {
        try await Fixture.withVillages { fixture in
            let whole = try await fixture.ranking.unservedLocalities(of: .agency("A1"), on: Fixture.today, limit: 1_000)
            #expect(whole.total == 9 && whole.next == nil && whole.items.count == 9)
            var paged: [UnservedLocality] = []
            var cursor: UnservedCursor?
            repeat {
                let page = try await fixture.ranking.unservedLocalities(
                    of: .agency("A1"), on: Fixture.today, limit: 4, after: cursor)
                #expect(page.total == 9)
                paged += page.items
                cursor = page.next.flatMap { UnservedCursor($0.description) }
            } while cursor != nil
            #expect(paged == whole.items)
        }
    }

    @Test("a delegation for the country covers every city; an unknown service or agency is refused")
    func country() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.takeServices(1)
            let cities = try await fixture.number("select count(*)::integer from registry.locality")
            let page = try await fixture.ranking.unservedLocalities(of: .service("1001"), on: Fixture.today)
            #expect(page.total == cities && page.items.allSatisfy { $0.reason == .noOffice })
            await #expect(throws: RankingError.unknownService("9999")) {
                _ = try await fixture.ranking.unservedLocalities(of: .service("9999"), on: Fixture.today)
            }
            await #expect(throws: RankingError.unknownAgency("A9")) {
                _ = try await fixture.ranking.unservedLocalities(of: .agency("A9"), on: Fixture.today)
            }
        }
    }

    @Test("a provincial account sees unserved localities of its own province only")
    func scope() async throws {
        try await Fixture.withVillages { fixture in
            let tehran = try await fixture.provincialAccount("tehran.desk", provinces: ["23"])
            #expect(try await tehran.unservedLocalities(of: .agency("A1"), on: Fixture.today).items.isEmpty)
        }
    }
}

extension Fixture {
    /// Three services delegated to three places of Gilan: in Rasht the ceiling is nought, in one village the office is
    /// closed, Lahijan has none.
    fileprivate static func withVillages(_ body: (Fixture) async throws -> Void) async throws {
        try await with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1"), .init(code: "R-1", kind: "rural", locality: "ده بسته", state: "closed")))
            try await fixture.takeServices(3)
            let places = "گیلان/رشت/رشت|گیلان/رشت/ده بسته|گیلان/لاهیجان/لاهیجان"
            try await fixture.take(
                .delegations,
                ServiceFiles.delegations(
                    (1_001...1_003).map { .init(service: String($0), area: "localities", places: places) }))
            try await body(fixture)
        }
    }

    fileprivate func unserved(service: String = "1001") async throws -> [String] {
        var filter = RoomFilter()
        filter.province = "01"
        return try await ranking.unservedLocalities(of: .service(service), on: Self.today, filter).items.map {
            "\($0.locality.filter { $0 != " " }) \($0.reason.rawValue) \($0.offices)/\($0.activeOffices)"
        }
    }
}
