import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ShowOffice: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows the present record of an office, and its versions over time.",
        discussion: "آنچه اکنون از دفتر دانسته است و نسخه‌های آن در زمان.")

    @Argument(help: "Code of the office. کد دفتر.")
    var code: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let record = try await database.withRanking(environment) { try await $0.office(code) }
        output.write(OfficeAnswer.make(code, record), environment)
    }
}
