import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct PublishIndicator: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publishes the sheet of an agency. Its bytes, digest, cut-off day and rules never change.",
        discussion: "برگهٔ نماگر دستگاه را منتشر می‌کند؛ تصحیح، برگه‌ای با شمارهٔ بعدی است.")

    @Argument(help: "Code of the agency. کد دستگاه.")
    var agency: String

    @Argument(help: "Evaluated year, such as 1400. سال ارزیابی.")
    var year: Int

    @Option(help: "Cut-off day (Jalali); default the year's last day. روز برش.")
    var cutOff: Day?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: SheetOptions

    func run(in environment: CommandEnvironment) async throws {
        let published = try await database.withRanking(environment) {
            try await $0.publishIndicator(of: agency, year: year, cutOff: cutOff)
        }
        try output.write(published, environment)
    }
}

struct PublishedSheet: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "published",
        abstract: "Shows the newest published sheet, or the one with a number.",
        discussion: "برگهٔ منتشرشدهٔ نماگر.")

    @Argument(help: "Code of the agency. کد دستگاه.")
    var agency: String

    @Argument(help: "Evaluated year, such as 1400. سال ارزیابی.")
    var year: Int

    @Option(help: "Number of the sheet; default the newest. شمارهٔ برگه.")
    var number: Int?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: SheetOptions

    func run(in environment: CommandEnvironment) async throws {
        let published = try await database.withRanking(environment) {
            try await $0.publishedIndicator(agency, year, number: number)
        }
        try output.write(published, environment)
    }
}

extension SheetOptions {
    fileprivate func write(_ published: PublishedIndicator, _ environment: CommandEnvironment) throws {
        let answer = try IndicatorAnswer.make(published, withLineage: lineage)
        write(answer, try published.sheet, bytes: published.bytes, digest: published.digest, environment)
    }
}
