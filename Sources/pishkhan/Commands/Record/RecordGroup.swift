import ArgumentParser

struct RecordGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Shows the append-only record of acts, or verifies its chain.",
        discussion: "سابقهٔ کارها را نشان می‌دهد یا درستی زنجیرهٔ آن را می‌سنجد.",
        subcommands: [ListActs.self, VerifyRecord.self],
        defaultSubcommand: ListActs.self)
}
