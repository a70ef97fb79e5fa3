import Answers
import ArgumentParser
import RankingRules

struct CheckScheme: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Lists every fault of a scheme file (exit status 65 if there is one); needs no database.",
        discussion: "همهٔ ایرادهای یک پروندهٔ شیوه‌نامه را با سطر و دلیل می‌نویسد.")

    @Argument(help: "Scheme file in YAML. پروندهٔ شیوه‌نامه.")
    var file: String

    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let scheme = try SchemeFile(file, output, environment).scheme
        let title = LocalizedText(persian: "شیوه‌نامه بی‌ایراد است.", english: "The scheme has no fault.")
        output.write(SchemeAnswer.one(scheme, hash: scheme.hash, title), environment)
    }
}
