import Answers
import ArgumentParser
import Foundation
import OfficeRanking
import Postgres
import Tables

struct Clock: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes the due steps of half-years; runs until it is stopped, or once.",
        discussion: """
            گام‌های سررسیدهٔ دوره‌ها را برمی‌دارد؛ پیوسته، یا با --once یک بار.
            For machines without the daemon: any number of clocks may run, and each step is taken once.
            """)

    @Flag(help: "Take the steps that are due now, then end. یک بار.")
    var once = false

    @Option(help: "Most seconds between two looks, 1 to 3600. فاصله.")
    var every = 30

    @Option(help: "Program that gets each message to the operator on its standard input. برنامهٔ پیام‌رسان.")
    var hook: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...3_600).contains(every) else { throw ValidationError("--every is from 1 to 3600.") }
    }

    func run(in environment: CommandEnvironment) async throws {
        try await database.withRanking(environment) { ranking in
            let clock = PeriodClock(ranking)
            let delivery = hook.map { OutboxDelivery(ranking, to: CommandHook(program: $0)) }
            guard once else { return await run(clock, delivery, listener: ranking.client) }
            let outcome = try await clock.look()
            try await delivery?.deliver()
            output.write(ClockAnswer.make(outcome), environment)
            if let failed = outcome.failed.first { throw failed.error }
        }
    }

    private func run(
        _ clock: PeriodClock, _ delivery: OutboxDelivery?, listener: PostgresClient
    ) async {
        async let delivering: Void? = delivery?.run(listener: listener, longestPause: .seconds(every))
        await clock.run(listener: listener, longestPause: .seconds(every))
        await delivering
    }
}
