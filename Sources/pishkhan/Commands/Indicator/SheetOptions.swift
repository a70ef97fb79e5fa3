import Answers
import ArgumentParser
import Foundation
import OfficeRanking
import RankingRules
import Tables

/// The form of an indicator sheet.
struct SheetOptions: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp("Language: fa or en (PISHKHAN_LANG; default fa). زبان خروجی.", valueName: "language"))
    var givenLanguage: Language?

    @Option(help: "Format: table, json, csv, sheet (a page in Persian), canonical (the bytes of the digest). شکل پاسخ.")
    var format: Form = .table

    @Flag(help: "Every service with its stages, memorandum, confirmation and offices. تبار هر عدد.")
    var lineage = false

    enum Form: String, CaseIterable, ExpressibleByArgument {
        case table
        case json
        case csv
        case sheet
        case canonical
    }

    var isJSON: Bool { format == .json }

    func language(_ environment: CommandEnvironment) -> Language {
        givenLanguage ?? environment.setting("PISHKHAN_LANG").flatMap(Language.init(rawValue:)) ?? .persian
    }

    func write(
        _ answer: Answer, _ sheet: IndicatorSheet, bytes: Data, digest: String, _ environment: CommandEnvironment
    ) {
        guard let form = IndicatorForm(rawValue: format.rawValue) else {
            return writeOutput(TextRenderer(language: language(environment)).text(of: answer))
        }
        writeOutput(form.text(of: answer, sheet, bytes: bytes, digest: digest))
    }
}
