import Foundation
import OfficeRanking
import Postgres
import Synchronization
import TestDatabase
import Testing

@Suite("Messages to the operator")
struct OutboxTests {
    private let now = start("1400-07-01")

    @Test("a message reaches the hook once, with its id and its text in both languages")
    func once() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays()
            _ = try await fixture.look(at: now)
            let delivery = fixture.delivery("cat >> taken")
            #expect(try await fixture.deliver(delivery, at: now) == 1)
            #expect(try await fixture.deliver(delivery, at: now.addingTimeInterval(86_400)) == 0)
            let taken = try fixture.text("taken")
            let message = try #require(
                JSONSerialization.jsonObject(with: Data(taken.utf8)) as? [String: Any], "\(taken)")
            #expect(message["id"] as? Int == 1 && message["kind"] as? String == "step_taken")
            let payload = try #require(message["payload"] as? [String: Any])
            #expect(payload["due_on"] as? String == "1400-07-01" && payload["step"] as? String == "opens")
            let text = try #require(payload["text"] as? [String: String])
            #expect(text == ["fa": "دورهٔ 1400-H1 گشوده شد.", "en": "Period 1400-H1 is open."])
        }
    }

    @Test("a failed message keeps its reason and is tried again after 1, 2, 4, 8, 15, 30 and 60 minutes")
    func refused() async throws {
        try await Fixture.with { fixture in
            try await fixture.putMessages(1, at: now)
            let failing = fixture.delivery("exit 3")
            var moment = now
            for minutes in [1.0, 2, 4, 8, 15, 30, 60, 60] {
                #expect(try await fixture.deliver(failing, at: moment) == 0)
                let next = moment.addingTimeInterval(minutes * 60)
                let kept: PostgresQuery = "next_attempt_at = \(next) and last_error = 'ended with status 3'"
                #expect(try await fixture.waiting(kept) == 1)
                #expect(
                    try await fixture.deliver(fixture.delivery("cat >> early"), at: next.addingTimeInterval(-0.001))
                        == 0)
                moment = next
            }
            #expect(try await fixture.deliver(fixture.delivery("cat >> taken"), at: moment) == 1)
            #expect(try await fixture.waiting("true") == 0)
        }
    }

    @Test("several deliverers at once deliver each message once")
    func together() async throws {
        try await Fixture.with(connections: 4) { fixture in
            try await fixture.putMessages(20, at: now)
            let delivery = fixture.delivery("cat >> taken")
            let taken = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 { group.addTask { try await fixture.deliver(delivery, at: now) } }
                return try await group.reduce(0, +)
            }
            #expect(taken == 20)
            #expect(try fixture.text("taken").split(separator: "\n").count == 20)
        }
    }

    @Test("a message that a daemon took before it died is delivered a minute later")
    func died() async throws {
        try await Fixture.with { fixture in
            try await fixture.putMessages(1, at: now)
            try await fixture.database.setClock(now)
            try await fixture.connected(as: "pishkhan_app") { connection in
                try await connection.withTransaction { connection in
                    try await connection.query("select ranking.act_as('operator')")
                    try await connection.query("select ranking.lend_message()")
                }
            }
            let delivery = fixture.delivery("cat >> taken")
            #expect(try await fixture.deliver(delivery, at: now.addingTimeInterval(59)) == 0)
            #expect(try await fixture.deliver(delivery, at: now.addingTimeInterval(60)) == 1)
        }
    }

    @Test("each message of a slow delivery is reserved at its own turn, not when the delivery begins")
    func slow() async throws {
        try await Fixture.with { fixture in
            try await fixture.putMessages(3, at: now)
            let clock = SetClock(now)
            try await fixture.database.setClock(now)
            let slow = OutboxDelivery(
                fixture.ranking,
                to: EachMessage { _ in
                    // While it is delivered, another daemon asks for what it still waits for; then minutes have passed.
                    let instant = clock.instant
                    let waiting: PostgresQuery = "next_attempt_at <= \(instant) and attempts > 0"
                    let due = try await fixture.waiting(waiting)
                    #expect(due == 0)
                    clock.advance(300)
                    try await fixture.database.setClock(clock.instant)
                })
            let taken = try await slow.deliver()
            #expect(taken == 3)
            let sent = try await fixture.number(
                "select count(distinct sent_at) from registry.outbox where attempts = 1 and sent_at > \(now)")
            #expect(sent == 3)
        }
    }

    @Test(
        "a sent message is removed after ninety days; a waiting message stays and cannot be removed",
        arguments: [-1, 0, 1])
    func forgotten(seconds: Double) async throws {
        try await Fixture.with { fixture in
            try await fixture.putMessages(1, at: now)
            _ = try await fixture.deliver(fixture.delivery("cat"), at: now)
            try await fixture.putMessages(1, at: now)
            let later = now.addingTimeInterval(90 * 86_400 + seconds)
            try await fixture.database.setClock(later)
            #expect(try await fixture.ranking.forgetMessages() == (seconds > 0 ? 1 : 0))
            #expect(try await fixture.waiting("true") == 1)
            for (statement, answer) in [
                ("delete from registry.outbox where sent_at is null", "RK303 entry_is_fixed"),
                ("truncate registry.outbox", "RK301 record_is_append_only"),
            ] {
                try await expectAnswer(answer) {
                    try await fixture.owner { try await $0.query("\(unescaped: statement)") }
                }
            }
        }
    }

    @Test("a sent message is never changed")
    func fixed() async throws {
        try await Fixture.with { fixture in
            try await fixture.putMessages(1, at: now)
            _ = try await fixture.deliver(fixture.delivery("cat"), at: now)
            try await expectAnswer("RK303 entry_is_fixed") {
                try await fixture.owner { try await $0.query("update registry.outbox set attempts = 9") }
            }
        }
    }
}

private final class SetClock: Sendable {
    private let state: Mutex<Date>

    init(_ instant: Date) { state = Mutex(instant) }

    var instant: Date { state.withLock { $0 } }

    func advance(_ seconds: Double) { state.withLock { $0 = $0.addingTimeInterval(seconds) } }
}

private struct EachMessage: Hook {
    let body: @Sendable (OutboxMessage) async throws -> Void

    func deliver(_ message: OutboxMessage) async throws { try await body(message) }
}

@Suite("A program as the hook")
struct CommandHookTests {
    private let message = OutboxMessage(
        id: 7, madeAt: start("1400-07-01"), kind: "closing_soon", subject: "1400-H1", payload: "{}", attempts: 1)

    @Test("a hook program gets the number and kind of the message, and none of the daemon's environment")
    func environment() async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "hook-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        try await hook("/usr/bin/env > \(place.path(percentEncoded: false))").deliver(message)
        let lines = try String(contentsOf: place, encoding: .utf8).split(separator: "\n")
        let names = Set(lines.map { String($0.prefix { $0 != "=" }) }).subtracting(["PWD", "SHLVL", "_", "OLDPWD"])
        #expect(names == ["PATH", "PISHKHAN_MESSAGE_ID", "PISHKHAN_MESSAGE_KIND"])
        #expect(lines.contains("PISHKHAN_MESSAGE_ID=7"))
    }

    @Test("a hook program accepts a message by ending with 0, even if it reads none of it")
    func endings() async throws {
        try await hook("true").deliver(message)
        await #expect(throws: HookError("ended with status 3")) { try await hook("exit 3").deliver(message) }
        await #expect(throws: HookError("killed by signal 9")) { try await hook("kill -9 $$").deliver(message) }
        await #expect(throws: HookError("the program cannot be started: /nonexistent")) {
            try await CommandHook(program: "/nonexistent").deliver(message)
        }
    }

    @Test("a hook program that exceeds its time limit is killed")
    func limit() async throws {
        let slow = CommandHook(program: "/bin/sleep", arguments: ["60"], limit: .milliseconds(50))
        await #expect(throws: HookError("killed by signal 9")) { try await slow.deliver(message) }
    }

    private func hook(_ script: String) -> CommandHook {
        CommandHook(program: "/bin/sh", arguments: ["-c", script])
    }
}

extension Fixture {
    /// To a shell script that runs in the fixture's folder.
    fileprivate func delivery(_ script: String) -> OutboxDelivery {
        let script = "cd '\(folder.path(percentEncoded: false))' && \(script)"
        return OutboxDelivery(ranking, to: CommandHook(program: "/bin/sh", arguments: ["-c", script]))
    }

    fileprivate func text(_ file: String) throws -> String {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }

    fileprivate func putMessages(_ count: Int, at now: Date) async throws {
        try await administrator { connection in
            try await connection.query(
                """
                insert into registry.outbox (made_at, kind, subject, payload, next_attempt_at)
                select \(now), 'closing_soon', '1400-H1', '{}', \(now) from generate_series(1, \(count))
                """)
        }
    }

    fileprivate func waiting(_ condition: PostgresQuery) async throws -> Int {
        try await number("select count(*) from registry.outbox where sent_at is null and \(condition)")
    }
}
