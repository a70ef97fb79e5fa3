import ArgumentParser

struct AmendmentGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amendment",
        abstract: "Amends frozen facts: one person proposes, another confirms.",
        discussion: "اصلاح داده‌های ثابت‌شدهٔ یک دوره؛ یک نفر پیشنهاد می‌دهد و دیگری تأیید می‌کند.",
        subcommands: [ProposeAmendment.self, ConfirmAmendment.self, ListAmendments.self],
        defaultSubcommand: ListAmendments.self)
}
