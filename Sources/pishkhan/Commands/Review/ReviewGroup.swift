import ArgumentParser

struct ReviewGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Judges what offices have declared, item by item.",
        discussion: "بازبینی اظهار دفترها، مورد به مورد؛ کسی داده‌های خودش را بازبینی نمی‌کند.",
        subcommands: [
            ListReviews.self, ConfirmItems.self, CorrectItem.self, RejectItems.self, NotApplicableItems.self,
            BulkConfirm.self,
        ],
        defaultSubcommand: ListReviews.self)
}
