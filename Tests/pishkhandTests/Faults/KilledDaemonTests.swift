import Foundation
import Postgres
import TestDatabase
import Testing

/// In each test the daemon is killed during every kind of write, and a new daemon gets the same request again.
@Suite("A daemon that is killed during a write")
struct KilledDaemonTests {
    private static let writes = [
        Write("/v1/periods", #"{"period": "1400-H1"}"#),
        Write("/v1/periods/1400-H1/open", #"{"scheme": "small@1"}"#),
        .upload("offices", officesFile(2_500)),
        .upload("declarations", "office_code,staff\nN-1,7\nN-2,4\n", period: "1400-H1"),
        Write("/v1/accounts", #"{"name": "g", "person": "g", "role": "provincial", "provinces": ["01"]}"#),
        Write("/v1/periods/1400-H1/close", "{}"),
        Write("/v1/periods/1400-H1/rank", "{}"),
        Write("/v1/periods/1400-H1/publish", "{}"),
    ]

    @Test("before its commit it has changed nothing, and the same request again is done, once")
    func beforeCommit() async throws {
        try await FaultDesk.with { desk in
            for write in Self.writes {
                let acts = try await desk.acts()
                try await desk.killed(at: "request_before_commit", during: write)
                #expect(try await desk.acts() == acts, "\(write.path) left an act")
                let next = try await desk.daemon()
                try await desk.expectDoneOnce(write, on: next, acts: acts + 1)
                #expect(try await next.stop() == 0)
            }
            try await desk.expectRanked(2_500)
        }
    }

    @Test("after its commit it has done all, and the same request again gets the answer that was lost")
    func afterCommit() async throws {
        try await FaultDesk.with { desk in
            for write in Self.writes {
                let acts = try await desk.acts()
                try await desk.killed(at: "request_after_commit", during: write)
                #expect(try await desk.acts() == acts + 1, "\(write.path) is not one act")
                let next = try await desk.daemon()
                try await desk.expectDoneOnce(write, on: next, acts: acts + 1)
                #expect(try await next.stop() == 0)
            }
            try await desk.expectRanked(2_500)
        }
    }

    @Test(
        "an import and a run that were half done have left nothing",
        arguments: [
            ("import_after_chunk", 2), ("import_before_storing", 2), ("import_after_storing", 2),
            ("import_before_commit", 2), ("run_before_storing", 6), ("run_after_storing", 6), ("run_before_commit", 6),
        ])
    func halfDone(point: String, place: Int) async throws {
        try await FaultDesk.with { desk in
            let next = try await desk.daemon()
            for write in Self.writes[..<place] {
                let answer = try #require(try await desk.send(write, to: next))
                #expect(answer.status < 300, "\(answer.body)")
            }
            #expect(try await next.stop() == 0)
            let acts = try await desk.acts()
            try await desk.killed(at: point, during: Self.writes[place])
            #expect(try await desk.acts() == acts)
            #expect(try await desk.number("select count(*) from registry.run") == 0)
            if place == 2 { #expect(try await desk.number("select count(*) from registry.office") == 0) }
            let last = try await desk.daemon()
            try await desk.expectDoneOnce(Self.writes[place], on: last, acts: acts + 1)
            #expect(try await desk.number("select count(*) from staging.office_row") == 0)
            #expect(try await last.stop() == 0)
        }
    }
}

extension FaultDesk {
    fileprivate func expectRanked(_ count: Int) async throws {
        #expect(try await number("select count(*) from registry.assessment") == count)
        #expect(try await number("select count(*) from registry.publication") == 1)
    }
}
