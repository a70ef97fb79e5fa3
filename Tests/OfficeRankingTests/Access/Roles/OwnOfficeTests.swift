import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Accounts of offices, of associations and of regions")
struct OwnOfficeTests {
    private static let declarations = "office_code,staff\nG-1,4\n"

    @Test("an office brings its own declaration, and every other office is unknown to it")
    func ownDeclaration() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let office = try await fixture.account("g1.desk", role: "office", offices: ["G-1"])
            try await fixture.take(.declarations, Self.declarations, as: office)
            for other in ["G-2", "T-1"] {
                let report = FindingReport()
                let refused = try await fixture.take(
                    .declarations, "office_code,staff\n\(other),4\n", as: office, report: report)
                #expect(refused.effect == .refused && report.first.map(\.code) == [.officeUnknown], "\(other)")
            }
            let said = try await fixture.number("select count(*) from registry.submission where not is_on_behalf")
            #expect(said == 1)
        }
    }

    @Test("the register, the violations and the verdicts are not for an office to write")
    func foreignFiles() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let office = try await fixture.account("g1.desk", role: "office", offices: ["G-1"])
            await expectRefusal(.permissionMissing(permission: "import_register")) {
                try await fixture.take(.offices, Fixture.officesOfTwoProvinces, as: office)
            }
            await expectRefusal(.permissionMissing(permission: "record_violations")) {
                try await fixture.take(
                    .violations, "office_code,decision_number,kind,decided_on\nG-1,R,overcharging,1400/02/01\n",
                    as: office)
            }
        }
    }

    @Test("an office reads the facts of itself only, by every role of the database")
    func ownFacts() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await fixture.take(.declarations, "office_code,staff\nG-1,4\nG-2,5\nT-1,6\n")
            _ = try await fixture.account("g1.desk", role: "office", offices: ["G-1"])
            for role in ["pishkhan_views", "pishkhan_commands"] {
                #expect(try await readable(fixture, "submission", as: "g1.desk", role) == 1, "\(role)")
                #expect(try await readable(fixture, "submission", as: "operator", role) == 3, "\(role)")
            }
            #expect(try await readable(fixture, "office", as: "g1.desk", "pishkhan_commands") == 1)
        }
    }

    @Test("an office that gets another licence holder leaves the account of the holder before")
    func anotherHolder() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let office = try await fixture.account("g1.desk", role: "office", offices: ["G-1"])
            let before = try await office.accounts().first?.scope.offices
            #expect(before == ["G-1"])
            try await fixture.administrator { connection in
                try await connection.execute(
                    script: """
                        update registry.office set holder_id = (select holder_id from registry.office where code = 'T-1')
                        where code = 'G-1'
                        """)
            }
            #expect(try await office.accounts().first?.scope.offices == [])
            let report = FindingReport()
            let refused = try await fixture.take(.declarations, Self.declarations, as: office, report: report)
            #expect(refused.effect == .refused && report.first.map(\.code) == [.officeUnknown])
        }
    }

    @Test("an association reads the scores that associations gave in its province, and no declaration")
    func ownSource() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: Fixture.sampleScheme())
            try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
            try await fixture.take(.declarations, "office_code,floor_area\nG-1,60\nT-1,70\n")
            let association = try await fixture.account("guild.desk", role: "association", provinces: ["01"])
            try await fixture.take(.associationScores, "office_code,score\nG-1,5\n", as: association)
            try await fixture.take(.associationScores, "office_code,score\nG-2,5\nT-1,5\n")
            for role in ["pishkhan_views", "pishkhan_commands"] {
                #expect(try await readable(fixture, "submission", as: "guild.desk", role) == 2, "\(role)")
            }
            let report = FindingReport()
            let refused = try await fixture.take(
                .declarations, "office_code,floor_area\nG-1,80\n", as: association, report: report)
            #expect(refused.effect == .refused && report.first.map(\.code) == [.sourceOfAnother])
        }
    }

    @Test("an account of a region works in the provinces that belong to the region at the time")
    func region() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let ranking = fixture.ranking
            try await ranking.assignRegion(4, title: "منطقهٔ ۴", to: "01")
            try await ranking.makeAccount(name: "region.desk", person: "r", role: "reviewer", regions: [4])
            #expect(try await ranking.accounts().first { $0.name == "region.desk" }?.scope.regions == [4])
            #expect(try await readable(fixture, "office", as: "region.desk", "pishkhan_views") == 2)
            try await ranking.assignRegion(4, title: "منطقهٔ ۴", to: "23")
            #expect(try await readable(fixture, "office", as: "region.desk", "pishkhan_views") == 3)
            await expectRefusal(.unknownPlace("7")) {
                try await ranking.makeAccount(name: "other.desk", person: "o", role: "reviewer", regions: [7])
            }
        }
    }

    @Test("an account has what its scope needs and nothing else", arguments: ["office", "reviewer", "auditor"])
    func scopes(role: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let provinces = RankingError.constraintViolated("only_a_provincial_account_has_provinces")
            let offices = RankingError.constraintViolated("only_an_offices_account_has_offices")
            func make(_ provinces: [String], _ offices: [String]) async throws {
                try await fixture.ranking.makeAccount(
                    name: "a", person: "a", role: role, provinces: provinces, offices: offices)
            }
            await expectRefusal(role == "office" ? provinces : offices) {
                try await make(role == "reviewer" || role == "office" ? ["01"] : [], ["G-1"])
            }
            if role != "auditor" {
                await expectRefusal(role == "office" ? offices : provinces) { try await make([], []) }
            }
            if role == "office" {
                await expectRefusal(.unknownOffice("X")) { try await make([], ["G-1", "X"]) }
                try await make([], ["G-1", "G-1", "T-1"])
            }
        }
    }

    /// Of how many offices an account reads rows of a table through a role of the database.
    private func readable(
        _ fixture: Fixture, _ table: String, as account: String, _ role: String
    ) async throws -> Int {
        let actor = try await fixture.accountNumber(account) ?? ""
        return try await fixture.administrator { connection in
            try await connection.query("select set_config('pishkhan.actor', \(actor), false)")
            try await connection.query("set role \(unescaped: role)")
            let office = table == "office" ? "id" : "office_id"
            let count = try await connection.query(
                "select count(distinct \(unescaped: office)) from registry.\(unescaped: table)")[0].decode(Int.self)
            try await connection.query("reset role")
            return count
        }
    }
}
