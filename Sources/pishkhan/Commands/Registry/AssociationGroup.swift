import ArgumentParser

struct AssociationGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "association",
        abstract: "The provincial guild associations.",
        discussion: "انجمن‌های صنفی استانی.",
        subcommands: [NameAssociation.self])
}
