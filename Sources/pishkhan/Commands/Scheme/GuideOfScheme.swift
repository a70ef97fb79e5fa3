import ArgumentParser
import Foundation
import OfficeRanking
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
        let guide = SchemeGuide(scheme: try await find(environment), language: language.ofGuide)
        writeOutput(guide.text + "\n")
    }

    private func find(_ environment: CommandEnvironment) async throws -> Scheme {
        if FileManager.default.fileExists(atPath: scheme) { return try SchemeFile(scheme, output, environment).scheme }
        guard !scheme.contains("/"), let name = SchemeName(argument: scheme) else {
            throw CommandFailure.unreadableFile(scheme)
        }
        return try await database.withRanking(environment) {
            try await $0.adoptedScheme(name.code, version: name.version).adopted.scheme
        }
    }
}

extension Language {
    fileprivate var ofGuide: SchemeGuide.Language {
        self == .persian ? .persian : .english
    }
}
