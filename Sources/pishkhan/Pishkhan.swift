import ArgumentParser

/// The command line: reads the arguments, runs one command, reports failures.
@main
struct Pishkhan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pishkhan",
        abstract: "Ranks Iran's counter offices and explains every rank.",
        discussion: "رتبه‌بندی دفاتر پیشخوان خدمات دولت، با دلیل هر رتبه.",
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(name: "Database", subcommands: [Setup.self, Migrate.self]),
            CommandGroup(name: "Rules and periods", subcommands: [SchemeGroup.self, PeriodGroup.self, Clock.self]),
            CommandGroup(
                name: "Facts",
                subcommands: [
                    Sample.self, Import.self, Refused.self, DeclareGroup.self, ScoreGroup.self, EvidenceGroup.self,
                    AmendmentGroup.self,
                ]),
            CommandGroup(name: "Review", subcommands: [ReviewGroup.self, Approve.self]),
            CommandGroup(name: "Violations", subcommands: [CaseGroup.self, SanctionGroup.self]),
            CommandGroup(name: "Ranking", subcommands: [Rank.self, AppealGroup.self, Publish.self, Publications.self]),
            CommandGroup(
                name: "Answers", subcommands: [Explain.self, Offices.self, Summary.self, Compare.self]),
            CommandGroup(
                name: "Services",
                subcommands: [
                    Services.self, Agencies.self, Distribution.self, ContractGroup.self, WorkList.self,
                    HandOverGroup.self, IndicatorGroup.self,
                ]),
            CommandGroup(
                name: "Registry",
                subcommands: [OfficeGroup.self, PlaceGroup.self, RegionGroup.self, AssociationGroup.self]),
            CommandGroup(name: "Accounts and record", subcommands: [AccountGroup.self, RecordGroup.self]),
        ]
    )

    static func main() async {
        let environment = CommandEnvironment.ofThisProcess()
        do {
            let command = try parseAsRoot()
            if let subcommand = command as? any Subcommand {
                try await subcommand.run(in: environment)
            } else {
                var group = command
                try group.run()
            }
        } catch {
            FailureReport(environment, arguments: Array(CommandLine.arguments.dropFirst())).end(with: error)
        }
    }
}
