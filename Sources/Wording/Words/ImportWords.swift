package import OfficeRanking

/// The words of imports, and of the effects of imports and runs.
extension Words {
    package static func of(_ effect: ImportOutcome.Effect) -> Word {
        switch effect {
        case .stored: Word("stored", "ثبت شد", "stored")
        case .unchanged: Word("unchanged", "بی‌تغییر", "unchanged")
        case .checked: Word("checked", "فقط بررسی شد", "only checked")
        case .refused: Word("refused", "رد شد", "refused")
        }
    }

    package static func result(of file: ImportedFile, _ effect: ImportOutcome.Effect) -> Word {
        if file.digest == nil { return Word("unreadable", "خوانده نشد", "could not be read") }
        if file.unchanged > 0, file.inserted + file.changed == 0 {
            return Word("repeated", "پرونده تکراری است؛ چیزی عوض نشد", "a repeated file; nothing changed")
        }
        switch effect {
        case .stored, .unchanged: return Word("stored", "ثبت شد", "stored")
        case .checked: return of(effect)
        case .refused: return Word("refused", "ثبت نشد", "not stored")
        }
    }

    package static func of(_ state: ImportAttempt.State) -> Word {
        switch state {
        case .receiving: Word(state.rawValue, "در حال رسیدن", "coming in")
        case .checking: Word(state.rawValue, "در حال بررسی", "being checked")
        case .stored: Word(state.rawValue, "ثبت شد", "stored")
        case .unchanged: Word(state.rawValue, "بی‌تغییر", "unchanged")
        case .checked: Word(state.rawValue, "فقط بررسی شد", "only checked")
        case .refused: Word(state.rawValue, "رد شد", "refused")
        case .failed: Word(state.rawValue, "ناکام", "failed")
        case .interrupted: Word(state.rawValue, "نیمه‌کاره ماند", "interrupted")
        }
    }

    package static func of(_ effect: RunOutcome.Effect) -> Word {
        switch effect {
        case .stored: Word("stored", "ثبت شد", "stored")
        case .unchanged:
            Word("unchanged", "همان نتیجهٔ پیشین؛ چیزی عوض نشد", "same result as before; nothing changed")
        case .dryRun: Word("dry_run", "آزمایشی؛ چیزی ثبت نشد", "dry run; nothing stored")
        }
    }
}
