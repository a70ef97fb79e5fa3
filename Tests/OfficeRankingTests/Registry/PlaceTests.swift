import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("New counties and cities are recorded acts")
struct PlaceTests {
    private static let effective = day("1403-01-01")

    /// Offices in a county and in a city that the official division does not have.
    private static let offices = """
        کد دفتر,نوع دفتر,استان,شهرستان,شهر یا روستا,شناسه ملی دارنده پروانه,نام دارنده پروانه,شماره پروانه,\
        تاریخ صدور پروانه,وضعیت پروانه
        GL-011,شهری,گیلان,خمام,خمام,99000000119,شرکت نمونه 11,P-0011,1395/02/15,فعال
        GL-012,شهری,گیلان,رشت,پیربازار,99000000123,شرکت نمونه 12,P-0012,1395/02/15,فعال

        """

    private func add(_ fixture: Fixture, _ place: NewPlace) async throws -> Bool {
        try await fixture.ranking.addPlace(place, effectiveOn: Self.effective, reason: "تصویب‌نامه")
    }

    @Test("a file with a new county and city is refused with the way to add them, and goes in once they are added")
    func newPlaces() async throws {
        try await Fixture.with { fixture in
            let report = FindingReport()
            let refused = try await fixture.take(.offices, Self.offices, report: report)
            #expect(refused.effect == .refused)
            #expect(report.first.map(\.code) == [.placeUnknown, .placeUnknown])
            for finding in report.first {
                for language in [Language.persian, .english] {
                    #expect(finding.reason(in: language).contains("pishkhan place add"))
                }
            }
            #expect(try await add(fixture, .county("خمام", in: "گیلان")))
            #expect(try await add(fixture, .city("خمام", in: "خمام", "گیلان")))
            #expect(try await add(fixture, .city("پیربازار", in: "رشت", "گیلان")))
            #expect(try await fixture.take(.offices, Self.offices).effect == .stored)
            let acts = try await fixture.ranking.acts(limit: 4).map(\.kind)
            #expect(acts == ["import", "add_place", "add_place", "add_place"])
        }
    }

    @Test("a city must be named with its county, and a county without one")
    func countyOfCity() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            let acts = try await ranking.acts(limit: 100).count
            func refused(_ body: () async throws -> Bool) async {
                do {
                    _ = try await body()
                    Issue.record("it was not refused")
                } catch let error as RankingError where error.code == .invalid {
                    #expect(
                        error.faults.map(\.english) == [
                            "A city or village is named with its county, a county without one."
                        ])
                } catch {
                    Issue.record("\(error)")
                }
            }
            for (level, county) in [(PlaceLevel.city, nil), (.village, nil), (.county, "رشت")] {
                await refused {
                    try await ranking.renamePlace(
                        level, "رشت", in: county, "گیلان", to: "رشت نو", effectiveOn: Self.effective, reason: "x")
                }
            }
            for place in [
                NewPlace(level: .city, province: "گیلان", county: nil, name: "خمام", code: nil),
                NewPlace(level: .county, province: "گیلان", county: "رشت", name: "خمام", code: nil),
            ] {
                await refused { try await add(fixture, place) }
            }
            #expect(try await ranking.acts(limit: 100).count == acts)
        }
    }

    @Test("a place that is added again changes nothing and is no act; another code for it is refused")
    func again() async throws {
        try await Fixture.with { fixture in
            let isNew = try await add(fixture, .county("خمام", in: "گیلان"))
            #expect(isNew)
            #expect(try await add(fixture, .county("خُمام", in: "01")) == false)
            #expect(try await add(fixture, .city("رشت", in: "رشت", "گیلان")) == false)
            #expect(try await fixture.ranking.placeChanges().count == 1)
            #expect(try await fixture.number("select count(*) from registry.act where kind = 'add_place'") == 1)
            await expectRefusal(.placeIsKnownOtherwise("رشت")) {
                _ = try await add(fixture, .county("رشت", in: "گیلان", code: "0199"))
            }
            await expectRefusal(.constraintViolated("county_code_is_four_digits")) {
                _ = try await add(fixture, .county("سنگر", in: "گیلان", code: "199"))
            }
            await expectRefusal(.unknownPlace("ناکجا")) {
                _ = try await add(fixture, .city("سنگر", in: "ناکجا", "گیلان"))
            }
        }
    }

    @Test("only the headquarters changes places, with a reason and from a day that has come")
    func actors() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            try await ranking.makeAccount(name: "gilan", person: "p", role: "provincial", provinces: ["01"])
            let gilan = ranking.acting(as: "gilan")
            await expectRefusal(.notAllowed) {
                _ = try await gilan.addPlace(
                    .county("خمام", in: "گیلان"), effectiveOn: Self.effective, reason: "x")
            }
            await expectRefusal(.notAllowed) {
                _ = try await gilan.renamePlace(
                    .county, "رشت", in: nil, "گیلان", to: "رشت نو", effectiveOn: Self.effective, reason: "x")
            }
            await expectRefusal(.notAllowed) {
                _ = try await gilan.splitCounty(
                    "رشت", of: "گیلان", into: "سنگر", localities: ["سنگر"], effectiveOn: Self.effective, reason: "x")
            }
            await expectRefusal(.notAllowed) {
                _ = try await gilan.importPlaces(
                    Array("level,province,county,name\ncounty,گیلان,,خمام\n".utf8), named: "p.csv",
                    effectiveOn: Self.effective, reason: "x", today: Fixture.today)
            }
            await expectRefusal(.reasonIsRequired) {
                _ = try await ranking.addPlace(.county("خمام", in: "گیلان"), effectiveOn: Self.effective, reason: " ")
            }
            await expectRefusal(.dayInFuture(day: day("1500-01-01").description)) {
                _ = try await ranking.addPlace(
                    .county("خمام", in: "گیلان"), effectiveOn: day("1500-01-01"), reason: "x")
            }
            #expect(try await ranking.placeChanges().isEmpty)
        }
    }

    @Test("files use the earlier and the later name of a renamed place, for offices and for delegations")
    func renamed() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            try await fixture.takeServices(1)
            for (level, name, county, newName) in [
                (PlaceLevel.county, "رشت", String?.none, "رشت بزرگ"), (.city, "سنگر", "رشت بزرگ", "سنگر نو"),
            ] {
                #expect(
                    try await ranking.renamePlace(
                        level, name, in: county, "گیلان", to: newName, effectiveOn: Self.effective, reason: "x"))
                #expect(
                    try await ranking.renamePlace(
                        level, name, in: county, "گیلان", to: newName, effectiveOn: Self.effective, reason: "x")
                        == false)
            }
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1", county: "رشت", locality: "سنگر"),
                    .init(code: "G-2", county: "رشت بزرگ", locality: "سنگر نو")))
            try await fixture.take(
                .delegations,
                ServiceFiles.delegations(
                    .init(service: "1001", area: "localities", places: "گیلان/رشت بزرگ/سنگر نو")))
            let places = try await fixture.number("select count(distinct locality_id) from registry.office")
            #expect(places == 1)
            let same = """
                select count(*) from registry.delegation_place p join registry.office o using (locality_id)
                """
            #expect(try await fixture.number("\(unescaped: same)") == 2)
            #expect(try await ranking.office("G-2").values[.county] == .text("رشت"))
            let changes = try await ranking.placeChanges(province: "گیلان")
            #expect(changes.map(\.name) == ["رشت بزرگ", "سنگر نو"])
            #expect(changes.map(\.nameBefore) == ["رشت", "سنگر"])
            #expect(try await ranking.placeChanges(province: "تهران").isEmpty)
            await expectRefusal(.placeIsKnownOtherwise("رشت")) {
                _ = try await ranking.renamePlace(
                    .city, "سنگر", in: "رشت", "گیلان", to: "رشت", effectiveOn: Self.effective, reason: "x")
            }
        }
    }

    @Test("a county split off another gets its cities; an office moves there by a file, from the day in it")
    func split() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1", locality: "سنگر")))
            func split() async throws -> Bool {
                try await ranking.splitCounty(
                    "رشت", of: "گیلان", into: "سنگر", localities: ["سنگر", "کوچصفهان"], effectiveOn: Self.effective,
                    reason: "x")
            }
            #expect(try await split())
            #expect(try await split() == false)
            let changes = try await ranking.placeChanges()
            #expect(changes.map(\.level) == [.county, .city, .city])
            #expect(changes.allSatisfy { $0.fromCounty == "رشت" && $0.kind == .split })
            let moved = OfficeLine(code: "G-1", county: "سنگر", locality: "سنگر", effectiveOn: "1403/02/01")
            #expect(try await fixture.take(.offices, OfficeLine.file(moved)).effect == .stored)
            let office = try await ranking.office("G-1")
            #expect(office.values[.county] == .text("سنگر"))
            #expect(office.versions.map(\.effectiveOn).last == day("1403-02-01"))
            await expectRefusal(.unknownPlace("ناکجا")) {
                _ = try await ranking.splitCounty(
                    "رشت", of: "گیلان", into: "ناکجاآباد", localities: ["ناکجا"], effectiveOn: Self.effective,
                    reason: "x")
            }
            #expect(try await fixture.number("select count(*) from registry.act where kind = 'split_county'") == 1)
        }
    }

    @Test("a file of places is stored as a whole, counties first; importing it again changes nothing")
    func file() async throws {
        try await Fixture.with { fixture in
            let text = """
                سطح,استان,شهرستان,نام,کد,تاریخ اثر
                شهر,گیلان,خمام,خمام,,
                شهرستان,گیلان,,خمام,,1402/05/01
                شهر,گیلان,رشت,پیربازار,,

                """
            func take() async throws -> TakenPlaces {
                try await fixture.ranking.importPlaces(
                    Array(text.utf8), named: "places.csv", effectiveOn: Self.effective, reason: "x",
                    today: Fixture.today)
            }
            let first = try await take()
            #expect(first.added == 3 && first.known == 0)
            let second = try await take()
            #expect(second.added == 0 && second.known == 3)
            let days = try await fixture.ranking.placeChanges().map(\.effectiveOn)
            #expect(days == [day("1402-05-01"), Self.effective, Self.effective])
            #expect(try await fixture.take(.offices, Self.offices).effect == .stored)
        }
    }

    @Test("a file of places with faults is refused with all of them, and adds nothing")
    func faults() async throws {
        try await Fixture.with { fixture in
            let text = """
                level,province,county,name,code,effective_on
                county,گیلان,,خمام,,
                town,گیلان,,خمام,,
                city,گیلان,,پیربازار,,
                city,گیلانستان,رشت,پیربازار,,
                county,گیلان,,رشت,0199,
                city,گیلان,رشت,پیربازار,12,
                county,گیلان,,سنگر,,1500/01/01

                """
            do {
                _ = try await fixture.ranking.importPlaces(
                    Array(text.utf8), named: "places.csv", effectiveOn: Self.effective, reason: "x",
                    today: Fixture.today)
                Issue.record("the file was taken")
            } catch let error as RankingError where error.code == .invalid {
                let lines = error.faults.map { $0.english.prefix { $0 != " " } }
                #expect(lines == (3...8).map { "places.csv:\($0):" })
            }
            #expect(try await fixture.ranking.placeChanges().isEmpty)
        }
    }
}
