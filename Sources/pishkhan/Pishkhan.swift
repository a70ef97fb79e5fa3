import ArgumentParser

@main
struct Pishkhan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pishkhan",
        abstract: "Ranks Iran's counter offices, explains every rank, answers who may offer what."
    )
}
