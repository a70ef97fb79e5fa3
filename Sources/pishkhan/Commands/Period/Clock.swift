import Answers
import ArgumentParser
import Foundation
import OfficeRanking

struct Clock: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes the steps of half-years that are due; runs until it is stopped, or once.",
        discussion: """
            گام‌های سررسیدهٔ دوره‌ها را برمی‌دارد؛ پیوسته، یا با --once یک بار.
            For machines without the daemon: any number of clocks may run, and each step is taken once.
            """)

    @Flag(help: "Take what is due now and end. یک بار.")
    var once = false

    @Option(help: "Seconds between two looks at most, 1 to 3600. فاصله.")
    var every = 30

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...3_600).contains(every) else { throw ValidationError("--every is from 1 to 3600.") }
    }

    func run(in surroundings: Surroundings) async throws {
        let now = try surroundings.now()
        try await database.withRanking(surroundings) { ranking in
            let clock = PeriodClock(ranking)
            guard once else {
                return await clock.run(listener: ranking.client, longestPause: .seconds(every), now: now)
            }
            let instant = if let now { now } else { try await clock.databaseInstant() }
            let outcome = try await clock.look(at: instant)
            output.write(ClockAnswer.make(outcome), surroundings)
            if let failed = outcome.failed.first { throw failed.error }
        }
    }
}
