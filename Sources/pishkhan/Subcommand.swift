import ArgumentParser

/// A command that does something; groups of commands do not conform.
protocol Subcommand: ParsableCommand {
    func run(in environment: CommandEnvironment) async throws
}
