import Answers
import ArgumentParser
import Foundation
import OfficeRanking
import RankingRules

struct Publications: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the publications with every number; writes the exact bytes of one.",
        discussion: "همهٔ انتشارها با شماره‌هایشان؛ و متن معیار هر کدام همان‌گونه که منتشر شد.")

    @Argument(help: "Half-year whose numbers are listed. دوره.")
    var period: HalfYear?

    @Option(help: "Number of the publication; default the newest. شمارهٔ انتشار.")
    var number: Int?

    @Option(help: "File for the canonical text of the publication. متن معیار.")
    var canonical: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard period != nil || (number == nil && canonical == nil) else {
            throw ValidationError("--number and --canonical need a half-year.")
        }
    }

    func run(in environment: CommandEnvironment) async throws {
        let listed = try await database.withRanking(environment) { ranking in
            let all = try await ranking.publications().filter { publication in
                (period ?? publication.period.halfYear) == publication.period.halfYear
                    && (number ?? publication.number) == publication.number
            }
            if let period, let canonical {
                let text = try await ranking.publishedText(of: period, number: number)
                guard FileManager.default.createFile(atPath: canonical, contents: Data(text)) else {
                    throw CommandFailure.unwritableFile(canonical)
                }
            }
            return all
        }
        output.write(PublicationAnswer.list(listed), environment)
    }
}
