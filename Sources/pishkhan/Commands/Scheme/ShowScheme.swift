import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables
import Wording

struct ShowScheme: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Prints the file of an adopted scheme.",
        discussion: "متن پروندهٔ یک شیوه‌نامهٔ پذیرفته‌شده را می‌نویسد.")

    @Argument(help: "Scheme: CODE for its newest version, or CODE@VERSION. شیوه‌نامه.")
    var scheme: SchemeName

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let found = try await database.withRanking(environment) {
            try await $0.adoptedScheme(scheme.code, version: scheme.version)
        }
        guard output.format == .json else { return writeOutput(found.document) }
        var answer = SchemeAnswer.one(found.adopted.scheme, hash: found.adopted.hash, found.adopted.scheme.title)
        answer.facts.append(AnswerFact(.document, .text(found.document)))
        output.write(answer, environment)
    }
}
