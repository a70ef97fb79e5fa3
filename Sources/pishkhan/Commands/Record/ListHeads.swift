import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ListHeads: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "heads",
        abstract: "Lists the published heads of the record, newest first.",
        discussion: "سرهای منتشرشدهٔ سابقه، تازه‌ترین در آغاز.")

    @Option(help: "Most heads on a page, 1 to 10000. تعداد در هر صفحه.", transform: wholeNumber)
    var limit = PageLimit.usual

    @Option(help: "Only heads that cover fewer acts. فقط سرهای پیش از این.")
    var before: Int?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000.") }
    }

    func run(in environment: CommandEnvironment) async throws {
        let heads = try await database.withRanking(environment) {
            try await $0.recordHeads(limit: limit, before: before)
        }
        output.write(RecordHeadAnswer.make(heads), environment)
    }
}

struct PublishHead: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "publish-head",
        abstract: "Publishes the present head of the record, so that receipts can be given for all acts before.",
        discussion:
            "سر کنونی سابقه را منتشر می‌کند تا برای کارهای پیش از آن رسید داده شود. The daemon does it once an hour.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let heads = try await database.withRanking(environment) { ranking in
            try await ranking.publishHead()
            return try await ranking.recordHeads(limit: 1)
        }
        output.write(RecordHeadAnswer.make(heads), environment)
    }
}

struct ShowReceipt: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Gives the proof that a published head covers an act.",
        discussion: """
            رسید یک کار: اثبات آنکه سر منتشرشدهٔ سابقه آن را در بر دارد.
            Keep it with --format json. Anybody can check it without the database: pishkhan record verify --receipt FILE
            """)

    @Argument(help: "Number of the act. شمارهٔ کار.", transform: wholeNumber)
    var act: Int

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let receipt = try await database.withRanking(environment) { try await $0.receipt(ofAct: act) }
        output.write(RecordHeadAnswer.make(receipt), environment)
    }
}
