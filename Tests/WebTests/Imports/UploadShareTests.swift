import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import Testing

@testable import Web

@Suite("What one account may take of the room for uploads")
struct UploadShareTests {
    @Test("an account never holds all upload slots")
    func slots() async throws {
        let slots = UploadSlots(4, share: 9)
        try await slots.holding(for: "greedy") {
            try await slots.holding(for: "greedy") {
                try await slots.holding(for: "greedy") {
                    let refused = await #expect(throws: Problem.self) { try await slots.holding(for: "greedy") {} }
                    #expect(refused?.code == "too_many_uploads_of_account")
                    try await slots.holding(for: "other") {
                        let full = await #expect(throws: Problem.self) { try await slots.holding(for: "third") {} }
                        #expect(full?.code == "too_many_uploads")
                    }
                    #expect(slots.takenCount == 3)
                }
            }
        }
        #expect(slots.takenCount == 0)
        try await slots.holding(for: "greedy") {}
    }

    @Test("an upload slower than the minimum rate is given up; delays of the server do not count")
    func rate() throws {
        let rate = UploadRate(bytesPerSecond: 1_000, over: .seconds(10))
        var steady = UploadProgress(rate)
        for _ in 1...100 { try steady.note(1_000, after: .seconds(1)) }
        var slow = UploadProgress(rate)
        for _ in 1...9 { try slow.note(999, after: .seconds(1)) }
        let refused = #expect(throws: Problem.self) { try slow.note(999, after: .seconds(1)) }
        #expect(refused?.status == .requestTimeout && refused?.code == "upload_too_slow")
        var fastButRarelyAsked = UploadProgress(rate)
        for _ in 1...1_000 { try fastButRarelyAsked.note(1, after: .microseconds(1)) }
    }

    @Test("only the first findings of a file are kept, and the attempt has the number of all")
    func findings() async throws {
        var settings = WebSettings()
        settings.findingsKept = 3
        try await WebFixture.with(settings) { fixture in
            let headquarters = try await fixture.visitor()
            let header = WebFixture.offices.prefix { $0 != "\n" }
            let faulty = header + String(repeating: "\nx", count: 20) + "\n"
            let answer = try await headquarters.send(
                .post, "/v1/imports?kind=offices", String(faulty), key: "u", type: "text/csv")
            #expect(answer.code == "import_refused")
            let attempt = try await headquarters.get("/v1/imports/u")
            #expect(try (attempt.json["findings"] as? Int ?? 0) >= 20)
            #expect(try await headquarters.get("/v1/imports/u/findings").rows("findings").count == 3)
        }
    }
}
