import Foundation
import Postgres
import TestDatabase
import Testing

/// What a daemon uses when nobody asks it anything.
struct Rest: Sendable {
    /// Resident, from proc(5).
    let kilobytes: Int
    let files: Int
}

extension FaultDesk {
    /// Sends a write again with its key while the daemon sends it away, as the description tells clients to.
    func sendUntilAnswered(
        _ write: Write, to daemon: DaemonProgram, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Reply {
        var reply: Reply?
        try await wait("\(write.path) is never answered", sourceLocation: sourceLocation) {
            reply = try await send(write, to: daemon)
            return reply.map { !$0.isSentAway } ?? false
        }
        return try #require(reply, sourceLocation: sourceLocation)
    }

    /// The write is done now, or was done before, and once: sent again it answers the same.
    func expectDoneOnce(
        _ write: Write, on daemon: DaemonProgram, acts expected: Int, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let first = try await sendUntilAnswered(write, to: daemon, sourceLocation: sourceLocation)
        #expect(first.isDone, "\(write.path): \(first)", sourceLocation: sourceLocation)
        let again = try await sendUntilAnswered(write, to: daemon, sourceLocation: sourceLocation)
        #expect(again.isReplayed && again.status == first.status, sourceLocation: sourceLocation)
        // The secret of a token or an invitation is shown once.
        let isSecret = first.body.contains("pishkhan_") || first.body.contains("invitation_")
        #expect(again.body == first.body || isSecret, sourceLocation: sourceLocation)
        #expect(try await acts() == expected, "\(write.path) is not one act", sourceLocation: sourceLocation)
        let kept = try await number("select count(*) from registry.answered_request where key = \(write.key)")
        #expect(kept == 1, sourceLocation: sourceLocation)
    }

    /// Holds something by a session of the superuser while `body` runs; whether the session survives is no matter.
    func holding<T: Sendable>(_ statement: String, _ body: () async throws -> T) async throws -> T {
        let holder = try await PostgresConnection.connect(
            TestDatabase.patient(database.address()), logger: TestDatabase.logger)
        try await holder.execute(script: "begin")
        try await holder.execute(script: statement)
        do {
            let value = try await body()
            await holder.close()
            return value
        } catch {
            await holder.close()
            throw error
        }
    }

    /// Waits until the daemon has noted that the file of an upload comes in.
    func noted(_ write: Write) async throws {
        try await wait("the upload is not noted") {
            try await number(
                "select count(*) from staging.import_attempt where key = \(write.key) and state = 'receiving'") == 1
        }
    }

    /// Waits until so many sessions of daemons wait for a lock, or for another event.
    func waiting(_ count: Int = 1, for event: String = "Lock") async throws {
        try await wait("no daemon waits for \(event)") {
            try await number(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and application_name = 'pishkhand'
                    and (wait_event_type = \(event) or wait_event = \(event))
                """) >= count
        }
    }

    func rest(of daemon: DaemonProgram) async throws -> Rest {
        try await wait("a session of the daemon is not at rest") { try await openTransactions() == 0 }
        let status = try String(contentsOfFile: "/proc/\(daemon.process)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        let files = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(daemon.process)/fd")
        let kilobytes = try #require(line.split(separator: " ").dropLast().last.flatMap { Int($0) })
        return Rest(kilobytes: kilobytes, files: files.count)
    }

    /// Nothing is in a transaction or leased, not more connections are open than pools and clock may have, and files and
    /// memory are near what they were. The bound for memory tells a leak from what an allocator keeps, and no more than
    /// that.
    func expectRest(
        of daemon: DaemonProgram, like before: Rest, connections: Int = 12,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await wait("files or memory do not come back: \(before)", sourceLocation: sourceLocation) {
            let now = try await rest(of: daemon)
            return now.files <= before.files + connections * 2 && now.kilobytes <= before.kilobytes + (64 << 10)
        }
        try await wait("connections stay open", sourceLocation: sourceLocation) {
            try await number(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and application_name = 'pishkhand'
                """) <= connections
        }
        try await wait("connections stay leased", sourceLocation: sourceLocation) {
            let metrics = try #require(try await get("/metrics", of: daemon)).body
            let inUse = metrics.split(separator: "\n").filter {
                $0.hasPrefix("pishkhan_pool_") && ($0.contains("leased") || $0.contains("waiters"))
            }
            return inUse.count >= 2 && inUse.allSatisfy { $0.hasSuffix(" 0") }
        }
    }
}
