import ArgumentParser

struct SchemeGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scheme",
        abstract: "Checks, adopts, lists and explains schemes.",
        discussion: "شیوه‌نامه‌ها: بررسی، پذیرش، فهرست و راهنمای خوانا.",
        subcommands: [
            CheckScheme.self, AdoptScheme.self, ListSchemes.self, ShowScheme.self, GuideOfScheme.self,
        ])
}
