import Foundation
import Postgres
import TestDatabase
import Testing

@Suite(
    "A database that has no room",
    .enabled(if: SmallRoom.canBeMade, "only root may mount the small file system that is filled"))
struct FullDiskTests {
    @Test("a write on a full disk is refused and leaves nothing, reads are answered, and the write succeeds with room")
    func table() async throws {
        try await PrivateServer.with { server in
            try await SmallRoom.with(megabytes: 64) { room in
                let place = room.folder.path(percentEncoded: false)
                try await TestDatabase.administer(server.address(), "create tablespace small location '\(place)'")
                let desk = try await FaultDesk(before: .make("faults", on: server, options: "tablespace small"))
                let daemon = try await desk.daemon()
                try await desk.rank("1399-H2", offices: 50, on: daemon)
                let rest = try await desk.rest(of: daemon)
                try await desk.withoutRoom(.upload("offices", officesFile(4_000)), room, on: daemon)
                for write in [
                    Write("/v1/periods", #"{"period": "1400-H1"}"#),
                    Write("/v1/periods/1400-H1/open", #"{"scheme": "small@1"}"#),
                    .upload(
                        "declarations", "office_code,staff\n" + (1...60).map { "N-\($0),7\n" }.joined(),
                        period: "1400-H1"),
                    Write("/v1/periods/1400-H1/close"),
                ] { try await desk.done(write, on: daemon) }
                try await desk.withoutRoom(Write("/v1/periods/1400-H1/rank"), room, on: daemon)
                #expect(try await desk.number("select count(*) from registry.assessment") == 4_050)
                try await desk.expectRest(of: daemon, like: rest)
                #expect(try await daemon.stop() == 0)
            }
        }
    }

    /// Where its log finds no room the server gives up, and does not come up before there is some.
    @Test("a server whose log finds no room loses nothing that was acknowledged")
    func log() async throws {
        try await SmallRoom.with(megabytes: 24) { room in
            // No checkpoint gives room back meanwhile.
            let settings = ["max_wal_size": "1GB", "checkpoint_timeout": "1h"]
            try await PrivateServer.with(settings: settings, log: room) { server in
                let desk = try await FaultDesk(before: .make("faults", on: server))
                let daemon = try await desk.daemon()
                let rest = try await desk.rest(of: daemon)
                try room.fill()
                var (acts, offices) = (try await desk.acts(), 0)
                var write = Write.upload("offices", officesFile(200))
                // What the log has begun has room; what it begins next has none.
                while let reply = try await desk.send(write, to: daemon), reply.isDone {
                    (acts, offices) = (acts + 1, offices + 200)
                    write = .upload("offices", officesFile(offices + 200))
                }
                let refused = try #require(try await desk.send(write, to: daemon))
                #expect(refused.isSentAway, "\(refused)")
                try room.clear()
                try await server.comeBack()
                #expect(try await desk.acts() == acts)
                #expect(try await desk.number("select count(*) from registry.office") == offices)
                try await desk.expectDoneOnce(write, on: daemon, acts: acts + 1)
                try await desk.expectRest(of: daemon, like: rest)
                #expect(try await daemon.stop() == 0)
            }
        }
    }
}

extension FaultDesk {
    fileprivate func withoutRoom(_ write: Write, _ room: SmallRoom, on daemon: DaemonProgram) async throws {
        let acts = try await acts()
        let kept: PostgresQuery =
            "select (select count(*) from registry.office) + (select count(*) from registry.assessment)"
        let before = try await number(kept)
        try room.fill()
        let reply = try #require(try await send(write, to: daemon))
        #expect(reply.isSentAway && reply.code == "database_full", "\(reply)")
        #expect(try await self.acts() == acts)
        #expect(try await number(kept) == before)
        #expect(try #require(try await get("/v1/periods/1399-H2/offices", of: daemon)).status == 200)
        try room.clear()
        try await expectDoneOnce(write, on: daemon, acts: acts + 1)
    }
}
