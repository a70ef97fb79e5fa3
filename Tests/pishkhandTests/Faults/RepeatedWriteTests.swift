import Foundation
import TestDatabase
import Testing

@Suite("A write that is sent again while it is under way")
struct RepeatedWriteTests {
    @Test(
        "a write repeated while under way is refused at every daemon, and later gets the first one's answer",
        arguments: [Write("/v1/periods", #"{"period": "1400-H1"}"#), .upload("offices", officesFile(3))])
    func meanwhile(write: Write) async throws {
        let point = FileManager.default.temporaryDirectory.appending(path: "reached-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: point) }
        try await FaultDesk.with { desk in
            let daemon = try await desk.daemon(point: "request_before_commit", file: point)
            let other = try await desk.daemon()
            let acts = try await desk.acts()
            let answer = Task { try await desk.send(write, to: daemon) }
            try await desk.wait("the write does not come to its commit") {
                FileManager.default.fileExists(atPath: point.path(percentEncoded: false))
            }
            for asked in [daemon, other] {
                let refused = try #require(try await desk.send(write, to: asked))
                #expect(refused.status == 409 && refused.code == "request_is_under_way", "\(refused)")
            }
            #expect(try await desk.acts() == acts)
            try FileManager.default.removeItem(at: point)
            let first = try #require(try await answer.value)
            #expect(first.status == 201 && !first.isReplayed, "\(first)")
            for asked in [daemon, other] {
                let again = try #require(try await desk.send(write, to: asked))
                #expect(again.status == 201 && again.isReplayed && again.body == first.body, "\(again)")
            }
            #expect(try await desk.acts() == acts + 1)
            #expect(try await daemon.stop() == 0)
            #expect(try await other.stop() == 0)
        }
    }
}
