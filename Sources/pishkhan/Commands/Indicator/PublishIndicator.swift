import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct PublishIndicator: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publishes the sheet of an agency: bytes, digest, cut-off day and rules are kept and never change.",
        discussion: "برگهٔ نماگر دستگاه را منتشر می‌کند؛ تصحیح، برگه‌ای با شمارهٔ بعدی است.")

    @Argument(help: "Code of the agency. کد دستگاه.")
    var agency: String

    @Argument(help: "Evaluated year, such as 1400. سال ارزیابی.")
    var year: Int

    @Option(help: "Jalali day on which things are looked at; the year's last day unless given. روز برش.")
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
        abstract: "Shows the sheet that was published last, or the one of a number.",
        discussion: "برگهٔ منتشرشدهٔ نماگر.")

    @Argument(help: "Code of the agency. کد دستگاه.")
    var agency: String

    @Argument(help: "Evaluated year, such as 1400. سال ارزیابی.")
    var year: Int

    @Option(help: "Number of the sheet; the last one unless given. شمارهٔ برگه.")
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
