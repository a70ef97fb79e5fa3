import Answers
import ArgumentParser
import OfficeRanking

struct AdoptScheme: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract:
            "Proposes a scheme file: it is stored, frozen by its hash, and holds once another person confirms it.",
        discussion: "شیوه‌نامه را پیشنهاد می‌کند: ثابت می‌شود، تفاوت و اثرش گفته می‌شود، و با تأیید نفر دوم پذیرفته می‌شود.")

    @Argument(help: "Scheme file in YAML. پروندهٔ شیوه‌نامه.")
    var file: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let document = try SchemeFile(file, output, environment).text
        let proposal = try await database.withRanking(environment) { try await $0.proposeScheme(document: document) }
        output.write(SchemeAdoptionAnswer.make(proposal), environment)
    }
}
