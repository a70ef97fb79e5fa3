import Answers
import ArgumentParser
import OfficeRanking

struct ConfirmScheme: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Confirms a proposed scheme as a second person; half-years may then be opened with it.",
        discussion: "شیوه‌نامه‌ای را که همکار دیگری پیشنهاد کرده است تأیید می‌کند؛ دوره از آن پس با آن گشوده می‌شود.")

    @Argument(help: "Scheme: CODE@VERSION. شیوه‌نامه.")
    var scheme: SchemeName

    @Option(help: "Reason why more offices may move than the scheme in use allows. دلیل.")
    var overrule: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard scheme.version != nil else { throw ValidationError("Name the version: CODE@VERSION.") }
    }

    func run(in environment: CommandEnvironment) async throws {
        let entry = try await database.withRanking(environment) {
            try await $0.confirmScheme(scheme.code, version: scheme.version ?? 0, overrule: overrule)
        }
        output.write(SchemeAdoptionAnswer.confirmed(entry), environment)
    }
}
