import ArgumentParser
import Testing

@testable import pishkhan

@Suite("Help")
struct HelpTests {
    @Test("every command has an English sentence and a Persian one")
    func bothLanguages() {
        for command in Self.all(below: Pishkhan.self) {
            let configuration = command.configuration
            #expect(configuration.abstract.hasSuffix("."), "\(command)")
            let hasPersian = configuration.discussion.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }
            #expect(hasPersian, "\(command)")
        }
    }

    @Test("help is written to the output and ends with 0")
    func help() async throws {
        try await Desk.with { desk in
            let run = try await desk.run("period", "open", "--help")
            #expect(run.status == 0)
            #expect(run.errors.isEmpty)
            #expect(run.output.contains("USAGE: pishkhan period open <period> --scheme <scheme>"))
            let version = try await desk.run("--version")
            #expect(version.output == "0.1.0\n")
        }
    }

    private static func all(below command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        [command]
            + (command.configuration.subcommands
            + command.configuration.groupedSubcommands.flatMap(\.subcommands)).flatMap { all(below: $0) }
    }
}
