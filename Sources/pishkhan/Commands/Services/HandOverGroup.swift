import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct HandOverGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-over",
        abstract: "Sets and lists the order and the terms of handing services over.",
        discussion: "ترتیب و مهلت واگذاری خدمات دفترهای بالاتر از سقف.",
        subcommands: [ListHandOverPolicies.self, SetHandOverPolicy.self])
}

struct ListHandOverPolicies: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists every version of the policy.",
        discussion: "فهرست همهٔ نسخه‌ها.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let policies = try await database.withRanking(environment) { try await $0.handOverPolicies() }
        output.write(HandOverAnswer.make(policies), environment)
    }
}

struct SetHandOverPolicy: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Sets the policy from a day on; running terms do not change.",
        discussion: "تعیین ترتیب و مهلت از یک روز؛ مهلت‌های در جریان تغییر نمی‌کند.")

    @Option(help: "First Jalali day on which it holds. از روز.")
    var from: Day

    @Option(help: "Which services are handed over first. ترتیب.")
    var order = HandOverPolicy.Order.newestContractFirst

    @Option(help: "Days after the publication of a rank. روز پس از انتشار رتبه.")
    var rankChange: Int

    @Option(help: "Days after a suspension. روز پس از تعلیق.")
    var suspension: Int

    @Option(help: "Days after a licence was closed, revoked or expired. روز پس از پایان پروانه.")
    var closure: Int

    @Option(help: "Days after a delegation was withdrawn. روز پس از لغو واگذاری.")
    var withdrawal: Int

    @Option(help: "Days after other causes. روز پس از علت‌های دیگر.")
    var other: Int

    @Option(help: "The act that sets it. مستند.")
    var legalBasis: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard [rankChange, suspension, closure, withdrawal, other].allSatisfy((0...1_000).contains) else {
            throw ValidationError("Days are from 0 to 1000.")
        }
    }

    func run(in environment: CommandEnvironment) async throws {
        let policy = HandOverPolicy(
            effectiveOn: from, order: order, rankChangeDays: rankChange, suspensionDays: suspension,
            closureDays: closure, withdrawalDays: withdrawal, otherDays: other, legalBasis: legalBasis)
        let policies = try await database.withRanking(environment) { ranking in
            try await ranking.setHandOverPolicy(policy)
            return try await ranking.handOverPolicies()
        }
        output.write(HandOverAnswer.make(policies), environment)
    }
}
