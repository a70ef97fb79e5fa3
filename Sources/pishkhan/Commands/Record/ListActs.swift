import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ListActs: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the acts, newest first.",
        discussion: "فهرست کارها، تازه‌ترین در آغاز.")

    @Option(help: "Most acts on a page, 1 to 10000. تعداد در هر صفحه.", transform: wholeNumber)
    var limit = PageLimit.usual

    @Option(help: "Only acts before this number. پیش از این شماره.")
    var before: Int?

    @Option(help: "Only acts about this office, by its code. فقط کارهای این دفتر.")
    var office: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000.") }
    }

    func run(in environment: CommandEnvironment) async throws {
        let acts = try await database.withRanking(environment) { ranking in
            if let office { return try await ranking.acts(about: office, limit: limit, before: before) }
            return try await ranking.acts(limit: limit, before: before)
        }
        output.write(ActsAnswer.make(acts), environment)
    }
}
