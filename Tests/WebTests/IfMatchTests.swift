import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import TestDescription
import Testing

@testable import Web

@Suite("Writes on the condition that nothing has changed")
struct IfMatchTests {
    @Test("an office is corrected only if it matches the tag, read in any form")
    func office() async throws {
        try await WebFixture.with { fixture in
            try await fixture.take(.offices, WebFixture.offices)
            let headquarters = try await fixture.visitor()
            func correct(_ staff: Int, _ tag: String) async throws -> TestResponse {
                try await headquarters.send(
                    .patch, "/v1/offices/G-1", #"{"values": {"staff_count": "\#(staff)"}, "reason": "x"}"#,
                    headers: [.ifMatch: tag])
            }
            func tag(_ query: String = "") async throws -> String {
                try #require(try await headquarters.get("/v1/offices/G-1" + query).headers[.eTag])
            }
            let first = try await tag()
            #expect(try await correct(3, first).status == .ok)
            let late = try await correct(4, first)
            #expect(late.status == .preconditionFailed && late.code == "other_state")
            #expect(try await correct(4, "W/\(try await tag())").status == .preconditionFailed)
            #expect(try await correct(5, "\"x\", \(try await tag("?format=csv"))").status == .ok)
            #expect(try await correct(6, "*").status == .ok)
            let versions = try await fixture.ranking.acts().filter { $0.kind == "correct_office" }
            #expect(versions.count == 3)
        }
    }

    @Test("of several corrections with the same tag one succeeds")
    func rivals() async throws {
        try await WebFixture.with { fixture in
            try await fixture.take(.offices, WebFixture.offices)
            let headquarters = try await fixture.visitor()
            let tag = try #require(try await headquarters.get("/v1/offices/G-1").headers[.eTag])
            let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for staff in 3...6 {
                    group.addTask {
                        try await headquarters.send(
                            .patch, "/v1/offices/G-1",
                            #"{"values": {"staff_count": "\#(staff)"}, "reason": "x"}"#, headers: [.ifMatch: tag]
                        ).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.count { $0 == .ok } == 1 && statuses.count { $0 == .preconditionFailed } == 3)
        }
    }

    @Test("every write to something without a tag refuses the condition")
    func elsewhere() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            let acts = try await fixture.ranking.acts().count
            let tagged = ["PATCH /v1/offices/{office}", "PATCH /v1/periods/{period}/declarations/{office}"]
            let writes = try DescribedOperation.all().filter { $0.isWrite && !tagged.contains($0.description) }
            #expect(writes.count > 20)
            for write in writes {
                let uri = write.path.replacing("{period}", with: "1400-H1").replacing(/\{\w+\}/, with: "1")
                let answer = try await headquarters.send(write.method, uri, "{}", headers: [.ifMatch: "\"x\""])
                #expect(answer.status == .preconditionFailed && answer.code == "other_state", "\(write)")
            }
            #expect(try await fixture.ranking.acts().count == acts)
        }
    }
}
