import ArgumentParser

struct OfficeGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "office",
        abstract: "Shows one office, or corrects its fields.",
        discussion: "یک دفتر را نشان می‌دهد یا فیلدی از آن را با ذکر دلیل اصلاح می‌کند.",
        subcommands: [ShowOffice.self, SetOffice.self])
}
