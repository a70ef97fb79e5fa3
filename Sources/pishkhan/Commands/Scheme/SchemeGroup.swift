import ArgumentParser

struct SchemeGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scheme",
        abstract: "Checks, compares, adopts, lists and explains schemes.",
        discussion: "شیوه‌نامه‌ها: بررسی، مقایسه، پذیرش، فهرست و راهنمای خوانا.",
        subcommands: [
            CheckScheme.self, DifferenceOfSchemes.self, SimulateScheme.self, AdoptScheme.self, ConfirmScheme.self,
            ListSchemes.self, ShowScheme.self, GuideOfScheme.self,
        ])
}
