import Answers
import ArgumentParser
import OfficeRanking

struct ListPeriods: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the half-years with their states.",
        discussion: "فهرست دوره‌ها و وضعیت هر یک.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let periods = try await database.withRanking(environment) { try await $0.periods() }
        output.write(PeriodAnswer.list(periods), environment)
    }
}
