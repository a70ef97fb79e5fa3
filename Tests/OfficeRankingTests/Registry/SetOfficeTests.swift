import OfficeRanking
import Postgres
import RankingRules
import Testing

@Suite("One office corrected by hand")
struct SetOfficeTests {
    @Test("a correction of an office holds from its day on and keeps the earlier version")
    func correction() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            #expect(try await set(fixture, ["state": "معلق", "floor_area": "۶۲٫۵"], from: "1400-05-01"))
            let office = try await fixture.ranking.office("G-1")
            #expect(office.values[.state] == .state(.suspended) && office.values[.floorArea] == .area(625))
            #expect(office.versions.map(\.state) == [.active, .suspended])
            #expect(office.versions.map(\.effectiveOn) == [day("1395-01-01"), day("1400-05-01")])
        }
    }

    @Test("a correction of an office with the same values changes nothing and leaves no act")
    func unchanged() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            #expect(try await set(fixture, ["state": "suspended"], from: "1400-05-01"))
            let before = try await fixture.ranking.checkRecord()
            #expect(try await set(fixture, ["state": "suspended"], from: "1400-06-01") == false)
            #expect(try await fixture.ranking.checkRecord() == before)
        }
    }

    @Test("a correction of an office needs a reason, a known office and a day that is not in the future")
    func refused() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            await expectRefusal(.reasonIsRequired) { try await set(fixture, ["state": "closed"], reason: " ") }
            await expectRefusal(.unknownOffice("G-9")) { try await set(fixture, ["state": "closed"], of: "G-9") }
            let future = LocalizedText(
                persian: "این تاریخ هنوز نرسیده است؛ امروز یا روزی پیش از آن را بنویسید.",
                english: "This day is in the future. Give today or an earlier day.")
            await expectRefusal(.invalid([future])) {
                try await set(fixture, ["state": "closed"], from: "1404-01-02")
            }
            #expect(try await set(fixture, ["state": "closed"], from: "1400-05-01"))
            await expectRefusal(.newerVersionIsKnown(office: "G-1")) {
                try await set(fixture, ["state": "active"], from: "1400-04-31")
            }
            #expect(try await set(fixture, ["state": "active"], from: "1400-05-01"))
        }
    }

    @Test("a decision recorded late holds from its day until the state's next change, in all versions between")
    func lateDecision() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            try await fixture.take(
                .offices, OfficeLine.file(.init(code: "G-1", locality: "خمام", effectiveOn: "1400/07/15")))
            try await fixture.take(
                .offices,
                OfficeLine.file(.init(code: "G-1", locality: "خمام", state: "expired", effectiveOn: "1400/09/01"))
            )
            #expect(try await set(fixture, ["state": "suspended"], from: "1400-06-15"))
            #expect(try await set(fixture, ["state": "suspended"], from: "1400-06-15") == false)
            #expect(try await states(fixture) == ["active", "suspended", "suspended", "expired"])
            #expect(try await set(fixture, ["state": "active"], from: "1400-08-01"))
            #expect(try await states(fixture) == ["active", "suspended", "suspended", "active", "expired"])
            #expect(try await set(fixture, ["state": "revoked"], from: "1400-10-01"))
            #expect(try await set(fixture, ["floor_area": "62.5"], from: "1400-11-01"))
            #expect(try await set(fixture, ["state": "active"], from: "1400-10-15"))
            #expect(try await states(fixture).suffix(3) == ["revoked", "active", "active"])
            let office = try await fixture.ranking.office("G-1")
            #expect(office.values[.floorArea] == .area(625))
            let acts = try await fixture.ranking.acts().filter { $0.kind == "correct_office" }
            #expect(acts.count == 5 && acts.allSatisfy { $0.reason == "نامه ۱۲" })
        }
    }

    @Test("only a decision is recorded late, and only from a day on which the office is known")
    func lateCorrection() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            #expect(try await set(fixture, ["state": "expired"], from: "1400-05-01"))
            for (values, from) in [
                (["state": "closed"], "1400-04-31"), (["state": "suspended", "floor_area": "60"], "1400-04-31"),
                (["state": "suspended"], "1394-12-29"),
            ] {
                await expectRefusal(.newerVersionIsKnown(office: "G-1")) { try await set(fixture, values, from: from) }
            }
            #expect(try await set(fixture, ["state": "suspended"], from: "1395-01-01"))
            #expect(try await states(fixture) == ["suspended", "expired"])
        }
    }

    @Test(
        "a value that a file could not hold is refused in a correction, with its field",
        arguments: [
            ["state": "باز"], ["state": ""], ["licensed_on": "1400/12/30"], ["postal_code": "123"],
            ["staff_count": "۱۰۰۱"], ["licence_number": ""], ["locality": ""], ["address": "x\u{1}y"],
            ["staff_count": "3", "insured_staff_count": "4"],
            ["licensed_on": "1395/01/02", "expires_on": "1395/01/01"], ["licensed_on": "1499/01/01"],
        ])
    func wrongValues(values: [String: String]) async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            do {
                _ = try await set(fixture, values)
                Issue.record("\(values) was taken")
            } catch let error as RankingError where error.code == .invalid {
                #expect(error.faults.count == 1)
            }
            #expect(try await fixture.ranking.office("G-1").versions.count == 1)
        }
    }

    @Test("values that contradict known ones are refused with the name of the constraint")
    func contradictions() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            await expectRefusal(.constraintViolated("licence_expires_after_issue")) {
                try await set(fixture, ["expires_on": "1394/12/29"])
            }
            #expect(try await set(fixture, ["staff_count": "3"]))
            await expectRefusal(.constraintViolated("staff_counts_agree")) {
                try await set(fixture, ["insured_staff_count": "4"])
            }
            await expectRefusal(.unknownPlace("لاهیجان")) { try await set(fixture, ["locality": "لاهیجان"]) }
        }
    }

    @Test("a correction cannot change the identity, holder or county of an office")
    func fixedFields() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            for field in ["code", "province", "county", "kind", "holder_name", "holder_national_id", "manager"] {
                do {
                    _ = try await set(fixture, [field: "x"])
                    Issue.record("\(field) was taken")
                } catch let error as RankingError where error.code == .invalid {
                    #expect(error.faults.count == 1)
                }
            }
            for field in ["code", "province_id", "county_id", "locality_id", "holder_id", "kind", "revision", "id"] {
                try await expectAnswer("RK106 field_is_fixed", "\(field)") {
                    try await fixture.application(as: "operator") { connection in
                        try await connection.query(
                            """
                            select ranking.correct_office('G-1', jsonb_build_object(\(field)::text, 2), '2025-03-21', 'x')
                            """)
                    }
                }
            }
        }
    }

    /// The states of G-1 in the order of their days, of each day the one that counts.
    private func states(_ fixture: Fixture) async throws -> [String] {
        let versions = try await fixture.ranking.office("G-1").versions
        return versions.indices.filter {
            $0 == versions.count - 1 || versions[$0 + 1].effectiveOn > versions[$0].effectiveOn
        }
        .map { versions[$0].state.rawValue }
    }

    private func set(
        _ fixture: Fixture, _ values: [String: String], of code: String = "G-1", from effective: String = "1403-01-01",
        reason: String = "نامه ۱۲"
    ) async throws -> Bool {
        try await fixture.ranking.setOffice(
            code, values, effectiveOn: day(effective), reason: reason, today: Fixture.today)
    }
}
