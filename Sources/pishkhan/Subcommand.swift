import ArgumentParser

/// A command that does something, as opposed to one that only groups others.
protocol Subcommand: ParsableCommand {
    func run(in environment: CommandEnvironment) async throws
}
