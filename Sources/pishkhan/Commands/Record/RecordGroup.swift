import ArgumentParser

struct RecordGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Shows the append-only record of acts, verifies its chain, and gives proofs of it.",
        discussion: "سابقهٔ کارها را نشان می‌دهد، درستی زنجیرهٔ آن را می‌سنجد و رسید می‌دهد.",
        subcommands: [
            ListActs.self, VerifyRecord.self, ExportRecord.self, ListHeads.self, PublishHead.self, ShowReceipt.self,
        ],
        defaultSubcommand: ListActs.self)
}
