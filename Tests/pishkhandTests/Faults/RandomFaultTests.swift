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
        "every answered write is there exactly once after the server or the daemon dies at random",
        arguments: [Victim.server, .daemon], [printedSeed("random faults")])
    func storm(victim: Victim, seed: UInt64) async throws {
        try await PrivateServer.with { server in
            let desk = try await FaultDesk(before: .make("faults", on: server))
            let storm = Storm(desk, try await desk.daemon())
            try await desk.rank("1399-H2", offices: 100, on: storm.daemon)
            try await desk.done(Write("/v1/periods/1399-H2/publish"), on: storm.daemon)
            try await desk.rank("1400-H1", offices: 100, on: storm.daemon)
            let acts = try await desk.acts()
            let rest = try await desk.rest(of: storm.daemon)
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
            #expect(written.accounts > 0 && written.files > 0 && written.trials > 0, "\(written)")
            #expect(try await desk.acts() == acts + written.accounts + written.files, "seed \(seed)")
            let made = "select count(*) from registry.account where name like 'storm-%'"
            #expect(try await desk.number("\(unescaped: made)") == written.accounts, "seed \(seed)")
            let agencies = try await desk.number("select count(*) from registry.agency")
            #expect(agencies == written.files * Storm.agenciesInFile, "seed \(seed)")
            #expect(try await desk.number("select count(*) from staging.agency_row") == 0, "seed \(seed)")
            #expect(try await desk.number("select count(*) from registry.run") == 2, "seed \(seed)")
            try await desk.expectRest(of: storm.daemon, like: rest)
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

    static let agenciesInFile = 300

    /// - Returns: how many writes were acknowledged.
    func during(_ faults: () async throws -> Void) async throws -> (accounts: Int, files: Int, trials: Int) {
        let writers = (1...3).map { number in Task { try await self.repeated { Self.account("storm-\(number)-\($0)") } }
        }
        let importer = Task { try await self.repeated { Self.file($0) } }
        let trier = Task {
            try await self.repeated { _ in Write("/v1/periods/1400-H1/rank", #"{"dry_run": true}"#) }
        }
        let reader = Task { try await self.read() }
        defer { state.withLock { $0.isOver = true } }
        try await faults()
        state.withLock { $0.isOver = true }
        try await reader.value
        var accounts = 0
        for writer in writers { accounts += try await writer.value }
        return (accounts, try await importer.value, try await trier.value)
    }

    private static func account(_ name: String) -> Write {
        Write("/v1/accounts", #"{"name": "\#(name)", "person": "\#(name)", "role": "auditor"}"#)
    }

    private static func file(_ number: Int) -> Write {
        let rows = (1...agenciesInFile).map { "A\(number)x\($0),دستگاه,1390/01/01\n" }
        return .upload("agencies", "code,title,effective_on\n" + rows.joined())
    }

    func replaceDaemon() async throws {
        try await daemon.kill()
        let next = try await desk.daemon()
        state.withLock { $0.daemon = next }
    }

    /// Each write is sent until it is answered, by whichever daemon there is.
    private func repeated(_ next: (Int) -> Write) async throws -> Int {
        var count = 0
        repeat {
            let write = next(count)
            let deadline = ContinuousClock.now + .seconds(120)
            while true {
                try #require(ContinuousClock.now < deadline, "\(write.path) is not answered")
                guard let reply = try await desk.send(write, to: daemon) else {
                    try await Task.sleep(for: .milliseconds(20))
                    continue
                }
                if reply.isDone { break }
                // What died still has the key's lock until the server notices.
                #expect(reply.isSentAway || reply.code == "request_is_under_way", "\(reply)")
            }
            count += 1
        } while !isOver
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
