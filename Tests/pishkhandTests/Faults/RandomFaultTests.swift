import Foundation
import Postgres
import Synchronization
import TestDatabase
import Testing

@Suite("Faults at random moments")
struct RandomFaultTests {
    /// `PISHKHAN_LONG` asks for more rounds.
    private static let rounds = ProcessInfo.processInfo.environment["PISHKHAN_LONG"] == nil ? 4 : 100

    @Test(
        "whatever dies when, each write that was sent until it was answered is there once, and no file is short",
        arguments: [Victim.server, .daemon], [printedSeed("random faults")])
    func storm(victim: Victim, seed: UInt64) async throws {
        try await PrivateServer.with { server in
            let desk = try await FaultDesk(before: .make("faults", on: server))
            let storm = Storm(desk, try await desk.daemon())
            try await desk.rank("1399-H2", offices: 100, on: storm.daemon)
            try await desk.done(Write("/v1/periods/1399-H2/publish"), on: storm.daemon)
            let acts = try await desk.acts()
            var random = SeededMoments(seed: seed)
            let written = try await storm.during {
                for _ in 1...Self.rounds {
                    try await Task.sleep(for: .milliseconds(Int.random(in: 50...1_200, using: &random)))
                    switch victim {
                    case .server:
                        try await server.end(Outage.allCases.randomElement(using: &random) ?? .killed)
                        try await Task.sleep(for: .milliseconds(Int.random(in: 0...400, using: &random)))
                        try await server.start()
                    case .daemon: try await storm.replaceDaemon()
                    }
                }
            }
            #expect(written > 0)
            #expect(try await desk.acts() == acts + written, "seed \(seed)")
            let made = "select count(*) from registry.account where name like 'storm-%'"
            #expect(try await desk.number("\(unescaped: made)") == written, "seed \(seed)")
            _ = try await desk.rest(of: storm.daemon)
            #expect(try await storm.daemon.stop() == 0)
        }
    }

    enum Victim: Sendable {
        case server
        case daemon
    }
}

/// Clients that write and read without end before a daemon that may be replaced.
private final class Storm: Sendable {
    private let desk: FaultDesk
    private let state: Mutex<(daemon: DaemonProgram, isOver: Bool)>

    init(_ desk: FaultDesk, _ daemon: DaemonProgram) {
        self.desk = desk
        state = Mutex((daemon, false))
    }

    var daemon: DaemonProgram { state.withLock { $0.daemon } }
    private var isOver: Bool { state.withLock { $0.isOver } }

    /// - Returns: how many writes were acknowledged.
    func during(_ faults: () async throws -> Void) async throws -> Int {
        let writers = (1...3).map { number in Task { try await self.write(as: number) } }
        let reader = Task { try await self.read() }
        defer { state.withLock { $0.isOver = true } }
        try await faults()
        state.withLock { $0.isOver = true }
        try await reader.value
        var written = 0
        for writer in writers { written += try await writer.value }
        return written
    }

    func replaceDaemon() async throws {
        try await daemon.kill()
        let next = try await desk.daemon()
        state.withLock { $0.daemon = next }
    }

    /// Each write is sent until it is answered, by whichever daemon there is.
    private func write(as number: Int) async throws -> Int {
        var count = 0
        while !isOver {
            let name = "storm-\(number)-\(count)"
            let write = Write("/v1/accounts", #"{"name": "\#(name)", "person": "\#(name)", "role": "auditor"}"#)
            let deadline = ContinuousClock.now + .seconds(120)
            while true {
                try #require(ContinuousClock.now < deadline, "\(name) is not answered")
                guard let reply = try await desk.send(write, to: daemon) else {
                    try await Task.sleep(for: .milliseconds(20))
                    continue
                }
                if reply.status == 201 { break }
                // What died still has the key's lock until the server notices.
                #expect(reply.isSentAway || reply.code == "request_is_under_way", "\(reply)")
            }
            count += 1
        }
        return count
    }

    /// Files that came whole have every line.
    private func read() async throws {
        while !isOver {
            let reply = try await desk.get("/v1/publications/1399-H2/bulk.csv", of: daemon)
            if let reply, reply.status == 200 { #expect(reply.body.split(whereSeparator: \.isNewline).count == 101) }
            if reply == nil { try await Task.sleep(for: .milliseconds(20)) }
        }
    }
}

/// SplitMix64, so that a seed tells the moments again.
private struct SeededMoments: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
