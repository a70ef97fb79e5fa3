import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import TestDatabase
import Testing

@testable import Web

@Suite("Two persons adopt a scheme over HTTP")
struct SchemeAdoptionRouteTests {
    @Test("a proposal is answered with its difference and effect, and another person confirms it")
    func proposal() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            let headquarters = try await fixture.visitor()
            // G-1 has 70 points and rank 1.
            let next = smallScheme.replacing("version: 1", with: "version: 2")
                .replacing("threshold: 70", with: "threshold: 70.001")
            let proposed = try await headquarters.send(.post, "/v1/schemes", next, type: "application/yaml")
            #expect(proposed.status == .created, "\(proposed.text)")
            let answer = try proposed.json
            #expect(answer["state"] as? String == "proposed" && answer["from"] as? String == "small@1")
            #expect(answer["moved"] as? Int == 1 && answer["ranked"] as? Int == 3)
            #expect(try proposed.rows("changes").count == 2)
            #expect(!proposed.text.contains("G-1"))
            #expect(try await fixture.get("/v1/schemes/small/2").status == .notFound)

            let simulation = try await headquarters.get("/v1/schemes/small/2/simulation")
            #expect(try simulation.rows("moved_offices").map { $0["office_code"] as? String } == ["G-1"])
            let difference = try await headquarters.get("/v1/schemes/small/2/difference?from=small@1")
            #expect(try difference.rows("changes").count == 2)
            #expect(
                try await headquarters.get("/v1/schemes/small/2/difference?from=small").status
                    == .unprocessableContent)

            let alone = try await headquarters.send(.post, "/v1/schemes/small/2/confirmation")
            #expect(alone.status == .forbidden && alone.code == "another_person_confirms")
            let second = try await fixture.visitor(confirmer)
            let confirmed = try await second.send(.post, "/v1/schemes/small/2/confirmation", #"{"overrule": "x"}"#)
            #expect(try confirmed.json["state"] as? String == "confirmed", "\(confirmed.text)")
            #expect(try await fixture.get("/v1/schemes/small/2").status == .ok)
        }
    }
}
