import Answers
import ArgumentParser
import Foundation
import OfficeRanking
import RankingRules

struct DifferenceOfSchemes: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says in sentences what changes from one scheme to another; each is a file or CODE@VERSION.",
        discussion: "تفاوت دو شیوه‌نامه را جمله به جمله می‌نویسد؛ هر یک پرونده است یا شناسهٔ شیوه‌نامه.")

    @Argument(help: "Scheme before: file, or CODE[@VERSION]. شیوه‌نامهٔ پیش.")
    var from: String

    @Argument(help: "Scheme after: file, or CODE[@VERSION]. شیوه‌نامهٔ پس.")
    var to: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let before = try await SchemeArgument(from).scheme(database, output, environment)
        let after = try await SchemeArgument(to).scheme(database, output, environment)
        output.write(SchemeDifferenceAnswer.make(SchemeDifference(from: before, to: after)), environment)
    }
}

/// A scheme that a command names: by its file, or by the code of an adopted one.
struct SchemeArgument {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The database is asked only for an adopted one.
    func scheme(
        _ database: DatabaseOptions, _ output: OutputOptions, _ environment: CommandEnvironment
    ) async throws -> Scheme {
        if FileManager.default.fileExists(atPath: text) { return try SchemeFile(text, output, environment).scheme }
        guard !text.contains("/"), let name = SchemeName(argument: text) else {
            throw CommandFailure.unreadableFile(text)
        }
        return try await database.withRanking(environment) {
            try await $0.adoptedScheme(name.code, version: name.version).adopted.scheme
        }
    }
}
