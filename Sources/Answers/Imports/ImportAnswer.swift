package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// The kinds that a folder of files lacked, and the files that were left out because their names match no kind.
package struct FolderRemarks: Sendable {
    let missing: [ImportKind]
    let leftAlone: [String]

    package init(missing: [ImportKind], leftAlone: [String]) {
        (self.missing, self.leftAlone) = (missing, leftAlone)
    }
}

/// The result of an import, file by file.
package enum ImportAnswer {
    package static func make(_ outcome: ImportOutcome, of folder: FolderRemarks? = nil) -> Answer {
        let columns = [
            AnswerColumn(.file), AnswerColumn(.kind),
            AnswerColumn(.rows, .number), AnswerColumn(.new, .number),
            AnswerColumn(.changed, .number),
            AnswerColumn(.unchanged, .number),
            AnswerColumn(.refused, .number), AnswerColumn(.remark),
        ]
        let rows = outcome.files.map { row($0, outcome.effect) }
        let title = title(outcome.effect)
        let table = AnswerTable("files", title, columns, rows: rows)
        var answer = Answer(
            title, facts: [effect(outcome.effect)], tables: [table] + (folder.map(remarks) ?? []))
        if outcome.effect == .stored, outcome.files.contains(where: { $0.refused > 0 }) {
            answer.notes = [
                LocalizedText(
                    persian: "ردیف‌های ردشده نگه داشته شده‌اند؛ ببینید: pishkhan refused list",
                    english: "Refused rows are kept; see: pishkhan refused list")
            ]
        }
        return answer
    }

    private static func remarks(_ folder: FolderRemarks) -> [AnswerTable] {
        [
            AnswerTable(
                .missing, [AnswerColumn(.kind)],
                rows: folder.missing.map { [.word(Words.of($0))] }, for: .peopleWithRows),
            AnswerTable(
                .leftAlone,
                [AnswerColumn(.file)], rows: folder.leftAlone.map { [.text($0)] },
                for: .peopleWithRows),
        ]
    }

    private static func row(_ file: ImportedFile, _ effect: ImportOutcome.Effect) -> [Cell] {
        [
            .text(file.file), .word(Words.of(file.kind)), .integer(file.rowsRead), .integer(file.inserted),
            .integer(file.changed), .integer(file.unchanged), .integer(file.refused),
            .word(Words.result(of: file, effect)),
        ]
    }

    private static func title(_ effect: ImportOutcome.Effect) -> LocalizedText {
        switch effect {
        case .stored: LocalizedText(persian: "دریافت پرونده‌ها انجام شد.", english: "The files were imported.")
        case .unchanged:
            LocalizedText(
                persian: "همه چیز از پیش ثبت بود؛ چیزی عوض نشد.",
                english: "Everything was known already; nothing changed.")
        case .checked: LocalizedText(persian: "فقط بررسی شد؛ چیزی عوض نشد.", english: "Only checked; nothing changed.")
        case .refused:
            LocalizedText(
                persian: "به سبب خطاها هیچ چیز عوض نشد.", english: "Nothing was changed because of errors.")
        }
    }

    private static func effect(_ effect: ImportOutcome.Effect) -> AnswerFact {
        AnswerFact(.effect, .word(Words.of(effect)), isShown: false)
    }
}
