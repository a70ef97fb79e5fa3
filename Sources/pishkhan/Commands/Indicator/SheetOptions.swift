import Answers
import ArgumentParser
import Foundation
import OfficeRanking
import RankingRules

/// In what form a sheet of the indicator is written.
struct SheetOptions: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp("Language: fa or en (PISHKHAN_LANG; default fa). زبان خروجی.", valueName: "language"))
    var givenLanguage: Language?

    @Option(help: "Form: table, json, csv, sheet (a page in Persian), canonical (the digest's bytes). شکل پاسخ.")
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

    func language(_ surroundings: Surroundings) -> Language {
        givenLanguage ?? surroundings.setting("PISHKHAN_LANG").flatMap(Language.init(rawValue:)) ?? .persian
    }

    /// A CSV file is one table: the readings, or with the lineage the services.
    func write(
        _ answer: Answer, _ sheet: IndicatorSheet, bytes: Data, digest: String, _ surroundings: Surroundings
    ) {
        switch format {
        case .table: writeOutput(TextRenderer(language: language(surroundings)).text(of: answer))
        case .json: writeOutput(JSONRenderer.text(of: answer))
        case .csv:
            var answer = answer
            if lineage { answer.tables.removeFirst() }
            writeOutput(CSVRenderer.text(of: answer))
        case .sheet: writeOutput(IndicatorPage.text(sheet, digest: digest))
        case .canonical: writeOutput(String(decoding: bytes, as: UTF8.self))
        }
    }
}
