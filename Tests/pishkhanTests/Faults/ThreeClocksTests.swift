import Foundation
import Postgres
import TestDatabase
import Testing

@Suite("Three clocks on one database, killed at random")
struct ThreeClocksTests {
    private static let halfYears = ["1400-H1", "1400-H2", "1401-H1", "1401-H2", "1402-H1", "1402-H2"]
    private static let kinds = ["open_period", "close_period", "rank", "publish"]

    @Test(
        "two daemons and a clock, killed at random, take each step of each half-year exactly once",
        arguments: [printedSeed("three clocks")])
    func exactlyOnce(seed: UInt64) async throws {
        try await Desk.with { desk in
            try await desk.planHalfYears(Self.halfYears)
            try await desk.execute(slowSteps)
            var random = SeededGenerator(seed: seed)
            var clocks = try [ClockProcess.Kind.daemon, .daemon].map { try ClockProcess(desk, $0) }
            try await desk.awaitDaemonsStep()
            clocks.append(try ClockProcess(desk, .command))
            for _ in 0..<15 {
                try await Task.sleep(for: .milliseconds(Int.random(in: 20...400, using: &random)))
                let victim = Int.random(in: 0..<3, using: &random)
                clocks[victim].kill()
                clocks[victim] = try ClockProcess(desk, clocks[victim].kind)
            }
            let deadline = ContinuousClock.now + .seconds(180)
            while try await desk.periodsIn("published") < Self.halfYears.count {
                try #require(ContinuousClock.now < deadline, "the clocks stand still; seed \(seed)")
                try await Task.sleep(for: .milliseconds(50))
            }
            for clock in clocks { clock.kill() }
            for kind in Self.kinds {
                let acts = try await desk.number(
                    "select count(*) * 100 + count(distinct subject) from registry.act where kind = \(kind)")
                #expect(acts == 606, "\(kind), seed \(seed)")
            }
            #expect(try await desk.number("select count(*) from registry.run") == 6)
            #expect(try await desk.number("select count(*) from registry.outbox where kind = 'step_taken'") == 24)
            // The days are long past, so that a step that waits for another clock is told at once.
            let faults: PostgresQuery = """
                select count(*) from registry.outbox
                where kind = 'step_failed' and payload ->> 'code' <> 'step_waits'
                """
            #expect(try await desk.number(faults) == 0)
            #expect(try await desk.run("record", "verify").status == 0)
        }
    }

    @Test(
        "a clock killed in a step has not taken it, and the next one takes it",
        arguments: [
            ("2021-09-22T20:30:00Z", "planned"), ("2021-10-12T20:30:00Z", "open"), ("2021-10-16T20:30:00Z", "closed"),
            ("2021-10-22T20:30:00Z", "ranked"),
        ])
    func killedInStep(moment: String, state: String) async throws {
        try await Desk.with { desk in
            try await desk.planWithDays()
            let then = try Date(moment, strategy: .iso8601)
            try await desk.database.setClock(then.addingTimeInterval(-1))
            try await desk.expect(0, "clock", "--once")
            try await desk.database.setClock(then)
            let clock = try RunningProgram(desk, point: "step_before_commit", ["clock"])
            try await clock.waitForPoint()
            try await clock.kill()
            #expect(try await desk.periodsIn(state) == 1)
            try await desk.expect(0, "clock", "--once")
            #expect(try await desk.periodsIn(state) == 0)
            let most = "select max(count) from (select count(*) from registry.act group by kind) kinds"
            #expect(try await desk.number("\(unescaped: most)") == 1)
        }
    }
}

/// SplitMix64, so that a seed tells the moments again.
private struct SeededGenerator: RandomNumberGenerator {
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

/// Every step takes a while, so that a kill finds it half taken.
private let slowSteps = """
    create function public.dawdle() returns trigger language plpgsql as $$
    begin perform pg_sleep(0.05); return new; end $$;
    create trigger dawdle before update on registry.evaluation_period
        for each row execute function public.dawdle();
    """

/// One clock that runs until it is killed: a daemon with a port of its own, or the command.
private final class ClockProcess: @unchecked Sendable {
    // Started and killed by one test, one after the other.
    private let process = Process()
    let kind: Kind

    enum Kind {
        case daemon
        case command
    }

    init(_ desk: Desk, _ kind: Kind) throws {
        self.kind = kind
        process.environment = desk.program.environment
        switch kind {
        case .command:
            process.executableURL = try Program.binary()
            process.arguments = ["clock", "--every", "1"]
        case .daemon:
            process.executableURL = try Program.binary().deletingLastPathComponent().appending(path: "pishkhand")
            process.arguments = ["--port", "0", "--database", desk.database.address(as: "pishkhan_app")]
        }
        process.currentDirectoryURL = desk.folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
    }
}

extension Desk {
    /// Daemons act as the system's own account, so that a step of theirs is known.
    fileprivate func awaitDaemonsStep() async throws {
        let deadline = ContinuousClock.now + .seconds(90)
        while try await number(
            "select count(*) from registry.act a join registry.account c on c.id = a.actor_id where c.name = 'clock'")
            == 0
        {
            try #require(ContinuousClock.now < deadline, "no daemon takes a step")
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Each with days long past.
    fileprivate func planHalfYears(_ halfYears: [String]) async throws {
        try write("small.yaml", smallScheme)
        try write("offices.csv", offices("G-1", "G-2", "G-3"))
        try await adopt("small.yaml")
        try await expect(0, "import", "offices.csv")
        for halfYear in halfYears {
            try await expect(0, "period", "plan", halfYear)
            try await database.execute(silenceOverruled(halfYear))
            try await expect(
                0, "period", "dates", halfYear, "--opens", "1403-01-01", "--closes", "1403-01-02", "--ranks",
                "1403-01-03", "--publishes", "1403-01-04", "--scheme", "small", "--even-past",
                "--reason", "days of 1403")
        }
    }
}
