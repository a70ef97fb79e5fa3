import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables
import Wording

struct CheckIndicator: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Lists every fault of a file of indicator rules (exit status 65 if there is one); needs no database.",
        discussion: "همهٔ ایرادهای یک پروندهٔ قواعد نماگر را با سطر و دلیل می‌نویسد.")

    @Argument(help: "File of rules in YAML. پروندهٔ قواعد.")
    var file: String

    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let rules = try IndicatorFile(file, output.format == .json, output.language(environment)).rules
        let title = LocalizedText(persian: "قواعد نماگر بی‌ایراد است.", english: "The rules have no fault.")
        output.write(IndicatorRulesAnswer.one(rules, title), environment)
    }
}

struct AdoptIndicator: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Adopts a file of indicator rules: the database keeps it, frozen by its hash.",
        discussion: "قواعد نماگر را در پایگاه داده می‌پذیرد و ثابت می‌کند.")

    @Argument(help: "File of rules in YAML. پروندهٔ قواعد.")
    var file: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let text = try IndicatorFile(file, output.format == .json, output.language(environment)).text
        let adopted = try await database.withRanking(environment) {
            try await $0.adoptIndicatorRules(document: text)
        }
        let title = LocalizedText(persian: "قواعد نماگر پذیرفته شد.", english: "The rules are adopted.")
        output.write(IndicatorRulesAnswer.one(adopted.rules, title), environment)
    }
}

struct ShowIndicator: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Prints the file of a year's newest adopted rules.",
        discussion: "متن پروندهٔ قواعد پذیرفته‌شدهٔ یک سال را می‌نویسد.")

    @Argument(help: "Evaluated year, such as 1400. سال ارزیابی.")
    var year: Int

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let adopted = try await database.withRanking(environment) { try await $0.indicatorRules(year: year) }
        guard output.format == .json else { return writeOutput(adopted.document) }
        var answer = IndicatorRulesAnswer.one(adopted.rules, adopted.rules.title)
        answer.facts.append(AnswerFact(.document, .text(adopted.document)))
        output.write(answer, environment)
    }
}
