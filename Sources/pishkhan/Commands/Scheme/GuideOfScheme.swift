import ArgumentParser
import RankingRules

struct GuideOfScheme: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract: "Writes a scheme as a readable guide (Markdown), from the file that the engine scores with.",
        discussion: "راهنمای خوانای شیوه‌نامه را از همان پرونده‌ای می‌سازد که امتیاز می‌دهد.")

    @Argument(help: "Scheme file, or the CODE[@VERSION] of an adopted one. پرونده یا شناسهٔ شیوه‌نامه.")
    var scheme: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let language = output.language(environment)
        let guide = SchemeGuide(
            scheme: try await SchemeArgument(scheme).scheme(database, output, environment), language: language.ofGuide)
        writeOutput(guide.text + "\n")
    }
}

extension Language {
    fileprivate var ofGuide: SchemeGuide.Language {
        self == .persian ? .persian : .english
    }
}
