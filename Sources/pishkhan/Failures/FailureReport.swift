import ArgumentParser
import Foundation
import RankingRules
import Tables

/// Writes the failure to the error output and ends the program.
///
/// If the arguments cannot be parsed there are no options, so language and format are read from the raw arguments.
struct FailureReport {
    private let language: Language
    private let isJSON: Bool

    init(_ environment: CommandEnvironment, arguments: [String]) {
        let named = Self.value(of: "--lang", in: arguments) ?? environment.setting("PISHKHAN_LANG")
        language = named.flatMap(Language.init(rawValue:)) ?? .persian
        isJSON = Self.value(of: "--format", in: arguments) == OutputFormat.json.rawValue
    }

    func end(with error: any Error) -> Never {
        let ownCode = Pishkhan.exitCode(for: error)
        if ownCode == .success { Pishkhan.exit(withError: error) }
        if ownCode == .validationFailure {
            guard isJSON else { Pishkhan.exit(withError: error) }
            let text = Pishkhan.message(for: error)
            write(CommandFailure("usage", .usage, text, text))
            exit(ExitStatus.usage.rawValue)
        }
        let failure = CommandFailure(error)
        write(failure)
        exit(failure.status.rawValue)
    }

    private func write(_ failure: CommandFailure) {
        guard isJSON else { return writeError("pishkhan: " + failure.message(in: language) + "\n") }
        var members: [(String, JSONValue)] = [
            ("code", .string(failure.code)), ("message", .string(failure.message(in: language))),
            ("exit_status", .integer(Int64(failure.status.rawValue))),
        ]
        if !failure.findings.isEmpty { members.append(("findings", .array(failure.findings))) }
        writeError(JSONValue.object([("error", .object(members))]).text + "\n")
    }

    private static func value(of option: String, in arguments: [String]) -> String? {
        for (index, argument) in arguments.enumerated() {
            if argument.hasPrefix(option + "=") { return String(argument.dropFirst(option.count + 1)) }
            if argument == option, index + 1 < arguments.count { return arguments[index + 1] }
        }
        return nil
    }
}
