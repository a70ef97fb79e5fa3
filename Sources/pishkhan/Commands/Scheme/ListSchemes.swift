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

    func run(in surroundings: Surroundings) async throws {
        let schemes = try await database.withRanking(surroundings) { try await $0.schemes() }
        output.write(SchemeAnswer.list(schemes), surroundings)
    }
}
