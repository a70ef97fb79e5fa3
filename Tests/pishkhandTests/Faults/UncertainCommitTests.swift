import Foundation
import TestDatabase
import Testing

@Suite("A server that goes away during a commit")
struct UncertainCommitTests {
    private static let write = Write("/v1/periods", #"{"period": "1400-H1"}"#)

    @Test(
        "a server that dies before it writes a commit loses it, and the repeated request is done once",
        arguments: Outage.allCases)
    func beforeItIsWritten(outage: Outage) async throws {
        try await PrivateServer.with { server in
            let desk = try await FaultDesk(before: .make("faults", on: server))
            try await TestDatabase.administer(desk.database.address(), heldCommit)
            let daemon = try await desk.daemon()
            let rest = try await desk.rest(of: daemon)
            let acts = try await desk.acts()
            let answer = Task { try await desk.send(Self.write, to: daemon) }
            try await desk.waiting(for: "PgSleep")
            try await server.end(outage)
            let reply = try #require(try await answer.value)
            #expect(reply.isSentAway, "\(reply)")
            try await server.start()
            try await TestDatabase.administer(server.address(), "alter database faults reset faults.holds_commits")
            #expect(try await desk.acts() == acts)
            try await desk.expectDoneOnce(Self.write, on: daemon, acts: acts + 1)
            try await desk.expectRest(of: daemon, like: rest)
            #expect(try await daemon.stop() == 0)
        }
    }

    /// Commits wait for a standby that does not exist, after they have been written.
    @Test(
        "a server that dies after it writes a commit keeps it, and the repeated request gets the lost answer",
        arguments: Outage.allCases)
    func afterItIsWritten(outage: Outage) async throws {
        let settings = ["synchronous_standby_names": "'nobody'", "synchronous_commit": "local"]
        try await PrivateServer.with(settings: settings) { server in
            let desk = try await FaultDesk(before: .make("faults", on: server))
            let acts = try await desk.acts()
            try await TestDatabase.administer(
                server.address(), "alter database faults set synchronous_commit = 'on'")
            let daemon = try await desk.daemon()
            let rest = try await desk.rest(of: daemon)
            let answer = Task { try await desk.send(Self.write, to: daemon) }
            try await desk.waiting(for: "SyncRep")
            try await server.end(outage)
            let reply = try #require(try await answer.value)
            #expect(reply.isSentAway && reply.code == "outcome_unknown", "\(reply)")
            try await server.start()
            try await TestDatabase.administer(server.address(), "alter database faults reset synchronous_commit")
            #expect(try await desk.acts() == acts + 1)
            let repeated = try await desk.sendUntilAnswered(Self.write, to: daemon)
            #expect(repeated.status == 201 && repeated.isReplayed, "\(repeated)")
            #expect(try await desk.acts() == acts + 1)
            try await desk.expectRest(of: daemon, like: rest)
            #expect(try await daemon.stop() == 0)
        }
    }
}

/// Commits of requests stand still before they are written. Not at a lock: a server that stops may end its holder first,
/// and then the commit goes through.
private let heldCommit = """
    create function public.hold_commit() returns trigger language plpgsql as $$
    begin
        if current_setting('faults.holds_commits', true) = 'on' then perform pg_sleep(600); end if;
        return null;
    end $$;
    create constraint trigger hold_commit after insert on registry.answered_request
        deferrable initially deferred for each row execute function public.hold_commit();
    alter database faults set faults.holds_commits = 'on';
    """
