import ArgumentParser
import Foundation
import RankingRules
import Tables

/// The language and the format of a command's answer.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp("Language: fa or en (PISHKHAN_LANG; default fa). زبان خروجی.", valueName: "language"))
    var givenLanguage: Language?

    @Option(help: "Format of the answer: table, json or csv. شکل پاسخ.")
    var format: OutputFormat = .table

    func language(_ environment: CommandEnvironment) -> Language {
        givenLanguage ?? environment.setting("PISHKHAN_LANG").flatMap(Language.init(rawValue:)) ?? .persian
    }

    /// Writes an answer to the standard output.
    func write(_ answer: Answer, _ environment: CommandEnvironment) {
        switch format {
        case .table: writeOutput(TextRenderer(language: language(environment)).text(of: answer))
        case .json: writeOutput(JSONRenderer.text(of: answer))
        case .csv:
            writeOutput(CSVRenderer.text(of: answer))
            if let more = answer.continuation { writeError(more[language(environment)] + "\n") }
        }
    }
}

enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case table
    case json
    case csv
}

func writeOutput(_ text: String) {
    // A reader that went away (`| head`) is not an error.
    try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
}

func writeError(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
}
