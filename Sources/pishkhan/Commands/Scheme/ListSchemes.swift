import Answers
import ArgumentParser
import OfficeRanking

struct ListSchemes: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the adopted schemes.",
        discussion: "فهرست شیوه‌نامه‌های پذیرفته‌شده.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let schemes = try await database.withRanking(environment) { try await $0.schemes() }
        output.write(SchemeAnswer.list(schemes), environment)
    }
}
