import ArgumentParser

struct AssociationGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "association",
        abstract: "Names the guild associations of provinces.",
        discussion: "انجمن‌های صنفی استانی.",
        subcommands: [NameAssociation.self])
}
