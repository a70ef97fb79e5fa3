package import OfficeRanking
import RankingRules

/// What a folder of files lacked, and which of its files were left alone because their names tell no kind.
package struct FolderRemarks: Sendable {
    let missing: [ImportKind]
    let leftAlone: [String]

    package init(missing: [ImportKind], leftAlone: [String]) {
        (self.missing, self.leftAlone) = (missing, leftAlone)
    }
}

/// What became of an import, file by file.
package enum ImportAnswer {
    package static func make(_ outcome: ImportOutcome, of folder: FolderRemarks? = nil) -> Answer {
        let columns = [
            AnswerColumn("file", "پرونده", "File"), AnswerColumn("kind", "نوع", "Kind"),
            AnswerColumn("rows", "ردیف", "Rows", .number), AnswerColumn("new", "تازه", "New", .number),
            AnswerColumn("changed", "تغییریافته", "Changed", .number),
            AnswerColumn("unchanged", "بی‌تغییر", "Unchanged", .number),
            AnswerColumn("refused", "ردشده", "Refused", .number), AnswerColumn("remark", "نتیجه", "Result"),
        ]
        let rows = outcome.files.map { row($0, outcome.effect) }
        let title = title(outcome.effect)
        let table = AnswerTable("files", title.persian, title.english, columns, rows: rows)
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
                "missing", "در پوشه نیست", "Not in the folder", [AnswerColumn("kind", "نوع", "Kind")],
                rows: folder.missing.map { [Words.of($0)] }, for: .peopleWithRows),
            AnswerTable(
                "left_alone", "نادیده ماند، چون نامش نوعی را نمی‌گوید", "Left alone, its name tells no kind",
                [AnswerColumn("file", "پرونده", "File")], rows: folder.leftAlone.map { [.text($0)] },
                for: .peopleWithRows),
        ]
    }

    private static func row(_ file: ImportedFile, _ effect: ImportOutcome.Effect) -> [Cell] {
        [
            .text(file.file), Words.of(file.kind), .integer(file.rowsRead), .integer(file.inserted),
            .integer(file.changed), .integer(file.unchanged), .integer(file.refused), remark(file, effect),
        ]
    }

    private static func remark(_ file: ImportedFile, _ effect: ImportOutcome.Effect) -> Cell {
        if file.digest == nil { return word("unreadable", "خوانده نشد", "could not be read") }
        if file.unchanged > 0, file.inserted + file.changed == 0 {
            return word("repeated", "فایل تکراری است؛ چیزی عوض نشد", "a repeated file; nothing changed")
        }
        switch effect {
        case .stored, .unchanged: return word("stored", "ثبت شد", "stored")
        case .checked: return word("checked", "فقط بررسی شد", "only checked")
        case .refused: return word("refused", "ثبت نشد", "not stored")
        }
    }

    private static func title(_ effect: ImportOutcome.Effect) -> LocalizedText {
        switch effect {
        case .stored: LocalizedText(persian: "دریافت پرونده‌ها انجام شد.", english: "The files were taken in.")
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
        let cell =
            switch effect {
            case .stored: word("stored", "ثبت‌شده", "stored")
            case .unchanged: word("unchanged", "بی‌تغییر", "unchanged")
            case .checked: word("checked", "فقط بررسی", "checked only")
            case .refused: word("refused", "ردشده", "refused")
            }
        return AnswerFact("effect", "اثر", "Effect", cell, isShown: false)
    }
}
