import ArgumentParser
import Foundation
import Testing

@testable import pishkhan

@Suite("What the command line can do for an account, the API can")
struct CounterpartTests {
    @Test("every command has a route, or a reason why it needs none")
    func complete() throws {
        #expect(try Set(CommandHelp.commands().map(\.name)) == Set(Counterpart.table.keys))
    }

    @Test("every argument and option of a command is in the API description, or has a reason why not")
    func options() throws {
        let description = try Description()
        for command in try CommandHelp.commands() {
            guard case .route(let route, let own)? = Counterpart.table[command.name] else { continue }
            let operation = try #require(description.operations[route], "\(command.name): \(route)")
            let places = Counterpart.shared.merging(own) { $1 }
            let known = Set(places.keys).union(["--format"])
            #expect(Set(command.arguments.map(\.name)).subtracting(known) == [], "\(command.name) has no place for")
            #expect(Set(own.keys).subtracting(command.arguments.map(\.name)) == [], "\(command.name) has no more")
            for argument in command.arguments {
                let place = places[argument.name] ?? .name("format")
                let found = "\(command.name) \(argument.name)"
                switch place {
                case .name("format") where argument.name == "--format":
                    #expect(operation.takes(format: argument.words), "\(found)")
                case .name(let name): #expect(operation.names.contains(name), "\(found): \(route) has no \(name)")
                case .body: #expect(operation.hasBody, "\(found)")
                case .operation(let other): #expect(description.operations[other] != nil, "\(found): \(other)")
                case .none: continue
                }
            }
        }
    }
}

/// The commands as the parser itself tells them.
private struct CommandHelp: Decodable {
    let command: Command

    struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        let kind: String
        let valueName: String?
        let names: [Name]?
        let allValues: [String]?

        struct Name: Decodable {
            let name: String
        }

        /// An option with its dashes, a positional argument as the help names it.
        var name: String { kind == "positional" ? valueName ?? "" : "--\(names?.last?.name ?? "")" }
        var words: [String] { allValues ?? [] }
    }

    /// Those that do something, such as `account token issue`.
    static func commands() throws -> [(name: String, arguments: [Argument])] {
        let help = try JSONDecoder().decode(CommandHelp.self, from: Data(Pishkhan._dumpHelp().utf8))
        return below(help.command, [])
    }

    private static func below(_ command: Command, _ path: [String]) -> [(name: String, arguments: [Argument])] {
        let subcommands = (command.subcommands ?? []).filter { $0.commandName != "help" }
        if subcommands.isEmpty { return [(path.joined(separator: " "), command.arguments ?? [])] }
        return subcommands.flatMap { below($0, path + [$0.commandName]) }
    }
}
