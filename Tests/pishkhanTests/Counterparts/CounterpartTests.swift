import ArgumentParser
import Foundation
import TestDescription
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
        let all = try DescribedOperation.all().map { ($0.description, $0) }
        let operations = Dictionary(uniqueKeysWithValues: all)
        for command in try CommandHelp.commands() {
            guard case .route(let route, let own)? = Counterpart.table[command.name] else { continue }
            let operation = try #require(operations[route], "\(command.name): \(route)")
            let places = Counterpart.shared.merging(own) { $1 }
            #expect(Set(own.keys).subtracting(command.arguments.map(\.name)) == [], "\(command.name) has no more")
            for argument in command.arguments {
                let place = places[argument.name] ?? .name(argument.word)
                let found = "\(command.name) \(argument.name)"
                switch place {
                case .name("format") where argument.name == "--format":
                    #expect(operation.takes(format: argument.words), "\(found)")
                case .name(let name): #expect(operation.names.contains(name), "\(found): \(route) has no \(name)")
                case .body: #expect(operation.mediaType != nil, "\(found)")
                case .operation(let other): #expect(operations[other] != nil, "\(found): \(other)")
                case .none: continue
                }
            }
        }
    }
}

extension DescribedOperation {
    /// Of its parameters and the members of its body.
    fileprivate var names: Set<String> { parameters.union(members.keys) }

    /// Whether it answers in the forms of the command line; the table is for people, and the text of a file, or the
    /// answer of a write, has one form.
    fileprivate func takes(format words: [String]) -> Bool {
        formats.map { Set(words).subtracting(["table"]).isSubset(of: $0) } ?? true
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
        /// The same as the API writes names: `legal_basis`.
        var word: String { String(name.trimmingPrefix("--")).replacing("-", with: "_") }
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
