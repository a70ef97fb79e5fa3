import Crypto
import Foundation
import RankingRules
import Testing

@Suite("From ranks to services and to the agency's points over HTTP")
struct ServiceStoryTests {
    private static let codes = (1...10).map { String(1_000 + $0) }

    @Test("over HTTP offices are ranked, an agency registers services, its sheet is revised and a work list made")
    func story() async throws {
        try await ServiceStory.with { story in
            try await story.halfYear(
                "1400-H1", [("declarations", ServiceTables.declarations(["G-1": 8, "G-2": 5]))])
            try await story.take("services", ServiceTables.services(Self.codes))
            try await story.take("delegations", ServiceTables.delegations(Self.codes))
            try await story.take("mou_targets", ServiceTables.target)
            try await rooms(story)
            try await contracts(story)
            try await indicator(story)
            try await unserved(story)
            try await sheets(story)
            try await story.done(
                "/v1/hand-over-policies",
                #"{"effective_on": "1390-01-01", "rank_change_days": 20, "suspension_days": 7, "closure_days": 9, "#
                    + #""withdrawal_days": 60, "other_days": 11, "legal_basis": "بخشنامهٔ ۱"}"#, 201)
            try await story.halfYear(
                "1400-H2",
                [
                    ("declarations", ServiceTables.declarations(["G-1": 7, "G-2": 5])),
                    ("violations", ServiceTables.violation),
                ])
            try await workList(story)
            try await frozen(story)
        }
    }

    private func rooms(_ story: ServiceStory) async throws {
        let best = try await story.rows("/v1/distribution?service=1001&province=01&rank=2", "offices")
        #expect(best.texts("code") == ["G-1", "G-2"])
        #expect(best.numbers("ceiling") == [10, 7] && best.numbers("position") == [1, 2])
        let last = try await story.desk.everybody.get("/v1/distribution/offices/G-3").json
        #expect(last["rank"] as? Int == 3 && last["ceiling"] as? Int == 3)
        #expect(last["ceiling_at_first_rank"] as? Int == 10)
    }

    private func contracts(_ story: ServiceStory) async throws {
        for code in Self.codes {
            let registered = try await story.register("G-1", code, as: story.agency)
            #expect(registered.status == 201, "\(registered)")
        }
        #expect(try await story.register("G-1", "1001", as: story.agency).code == "service_offered_already")
        #expect(try await story.register("G-2", "1001", as: story.other).code == "service_of_another_agency")
        for code in Self.codes.prefix(3) {
            #expect(try await story.register("G-3", code, as: story.agency).status == 201)
        }
        let beyond = try await story.register("G-3", "1004", as: story.agency)
        #expect(beyond.status == 409 && beyond.code == "service_ceiling_reached", "\(beyond)")
        for code in Self.codes.prefix(3) { #expect(try await story.end("G-3", code, as: story.agency).status == 200) }
        #expect(try await story.end("G-3", "1001", as: story.agency).code == "unknown_contract")
        #expect(try await story.agency.get("/v1/work-list").rows("contracts").isEmpty)
        let left = try await story.rows("/v1/distribution?service=1001&province=01&rank=2", "offices")
        #expect(left.texts("code") == ["G-2"])
        let services = try await story.rows("/v1/distribution/agencies/A1", "services")
        #expect(services.first?["offering"] as? Int == 1)
    }

    private func indicator(_ story: ServiceStory) async throws {
        let before = try await story.agency.get("/v1/agencies/A1/indicator/1400?cut_off=1450-01-01&lineage=true")
        #expect(try before.json["numerator"] as? Int == 10 && before.json["points"] as? Int == 4_166)
        let offices = try before.rows("offices")
        #expect(offices.count == 10 && Set(offices.texts("office")) == ["G-1"] && Set(offices.numbers("rank")) == [1])
        #expect(try await story.other.get("/v1/agencies/A1/indicator/1400").status == 403)
        try await story.take("services", ServiceTables.services(["1011"]))
        try await story.take(
            "delegations", ServiceTables.delegations(["1011"], places: "گیلان/رشت/رشت|گیلان/لاهیجان/لاهیجان"))
        try await story.take("contracts", ServiceTables.contract("G-2", "1011"))
        let risen = try await story.agency.get("/v1/agencies/A1/indicator/1400?cut_off=1450-01-01").json
        #expect(risen["numerator"] as? Int == 11 && risen["points"] as? Int == 4_583)
    }

    private func unserved(_ story: ServiceStory) async throws {
        let answer = try await story.desk.everybody.get("/v1/distribution/unserved?service=1011")
        #expect(try answer.json["localities_total"] as? Int == 1)
        let places = try answer.rows("localities")
        #expect(places.texts("locality") == ["لاهیجان"] && places.texts("reason") == ["no_office"])
    }

    /// The sheet that was published stays as it was when other rules give another one.
    private func sheets(_ story: ServiceStory) async throws {
        let path = "/v1/agencies/A1/indicator/1400/publish"
        let first = try await story.done(path, #"{"cut_off": "1450-01-01"}"#, 201).json
        #expect(first["number"] as? Int == 1 && first["points"] as? Int == 4_583)
        let refused = try await story.agency.send(path)
        #expect(refused.status == 403 && refused.code == "not_allowed", "\(refused)")
        let shipped = try await story.desk.headquarters.get("/v1/indicator-rules/1400").json
        #expect(shipped["cap"] as? Int == 100)
        let half = try String(contentsOf: Self.rules, encoding: .utf8).replacing("version: 1", with: "version: 2")
            .replacing("cap: 100", with: "cap: 50")
        let trial = try await story.agency.send(
            "/v1/agencies/A1/indicator/1400/trial?cut_off=1450-01-01", file: story.desk.file(half),
            type: "application/yaml")
        #expect(try trial.json["points"] as? Int == 2_500, "\(trial)")
        let other = try await story.agency.send(
            "/v1/agencies/A1/indicator/1401/trial", file: story.desk.file(half), type: "application/yaml")
        #expect(other.status == 422 && other.code == "rules_of_another_year", "\(other)")
        let adopted = try await story.desk.headquarters.send(
            "/v1/indicator-rules", file: story.desk.file(half), type: "application/yaml")
        #expect(adopted.status == 201, "\(adopted)")
        let draft = try await story.agency.get("/v1/agencies/A1/indicator/1400?cut_off=1450-01-01").json
        #expect(draft["points"] as? Int == 2_500)
        #expect(try await story.desk.everybody.get("/v1/indicators/1400/A1").json["points"] as? Int == 4_583)
        let second = try await story.done(path, #"{"cut_off": "1450-01-01"}"#, 201).json
        #expect(second["number"] as? Int == 2 && second["points"] as? Int == 2_500)
        #expect(try await story.desk.everybody.get("/v1/indicators/1400/A1").json["number"] as? Int == 2)
        let bytes = try await story.desk.everybody.get("/v1/indicators/1400/A1/bytes?number=1").text
        let digest = SHA256.hash(data: Data(bytes.utf8)).map { String(format: "%02x", $0) }.joined()
        #expect(first["digest"] as? String == digest)
    }

    /// 70 less 5 for the first occurrence is 65: rank 2.
    private func workList(_ story: ServiceStory) async throws {
        let list = try await story.agency.get("/v1/work-list").rows("contracts")
        #expect(list.texts("service") == ["1001", "1002", "1003"] && list.texts("office") == ["G-1", "G-1", "G-1"])
        for item in list {
            let numbers = ["rank", "ceiling", "used", "excess"].map { item[$0] as? Int }
            #expect(numbers == [2, 7, 10, 3] && item["cause"] as? String == "rank_change", "\(item)")
            let days = ["cause_on", "due_on"].map { JalaliDate(item[$0] as? String ?? "")?.dayNumber }
            #expect(days[0] != nil && days[0]?.adding(days: 20) == days[1])
        }
        let office = try await story.desk.everybody.get("/v1/distribution/offices/G-1").json
        #expect(office["used"] as? Int == 10 && office["free"] as? Int == 0)
        for service in list.texts("service") {
            #expect(try await story.end("G-1", service, as: story.agency).status == 200)
        }
        #expect(try await story.agency.get("/v1/work-list").rows("contracts").isEmpty)
        let indicator = try await story.agency.get("/v1/agencies/A1/indicator/1400?cut_off=1450-01-01").json
        #expect(indicator["numerator"] as? Int == 11)
        let acts = try await story.desk.headquarters.get("/v1/acts?limit=500").rows("acts").texts("kind")
        // Ten that stay or are handed over, and three that were tried and ended.
        #expect(acts.count { $0 == "register_contract" } == 13 && acts.count { $0 == "end_contract" } == 6)
    }

    private func frozen(_ story: ServiceStory) async throws {
        let late = try await story.desk.take("declarations", ServiceTables.declarations(["G-3": 9]), "1400-H2")
        #expect(late.status == 409 && late.code == "period_not_open", "\(late)")
        let again = try await story.desk.headquarters.send("/v1/periods/1400-H2/reopen", #"{"reason": "x"}"#)
        #expect(again.status == 409, "\(again)")
    }

    private static var rules: URL {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return tests.deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "sql/seed/indicator-1400.yaml")
    }
}

extension [[String: Any]] {
    fileprivate func texts(_ key: String) -> [String] { compactMap { $0[key] as? String } }

    fileprivate func numbers(_ key: String) -> [Int] { compactMap { $0[key] as? Int } }
}
