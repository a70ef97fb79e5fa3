import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct AdoptScheme: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Adopts a scheme file: the database keeps it, frozen by its hash.",
        discussion: "شیوه‌نامه را در پایگاه داده می‌پذیرد و ثابت می‌کند.")

    @Argument(help: "Scheme file in YAML. پروندهٔ شیوه‌نامه.")
    var file: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let document = try SchemeFile(file, output, environment).text
        let adopted = try await database.withRanking(environment) { try await $0.adoptScheme(document: document) }
        let title = LocalizedText(persian: "شیوه‌نامه پذیرفته شد.", english: "The scheme is adopted.")
        output.write(SchemeAnswer.one(adopted.scheme, hash: adopted.hash, title), environment)
    }
}
