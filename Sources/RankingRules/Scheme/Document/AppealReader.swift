/// Reads the days of appeals.
struct AppealReader {
    func read(_ field: Field) -> AppealRule? {
        let days = ["preview_days", "file_days", "decide_days"]
        guard let map = field.mapping(required: days, optional: ["undecided", "silence"]) else { return nil }
        let previewDays = map["preview_days"]?.whole(SchemeLimits.appealDays)
        let fileDays = map["file_days"]?.whole(SchemeLimits.appealDays)
        let decideDays = map["decide_days"]?.whole(SchemeLimits.appealDays)
        let undecided = map.value("undecided", default: .block) { $0.word(AppealRule.Undecided.self) }
        let silence = map.value("silence", default: .none) { $0.word(AppealRule.Silence.self) }
        guard let previewDays, let fileDays, let decideDays, let undecided, let silence else { return nil }
        // Else the result could be public while offices still file.
        if fileDays > previewDays { map["file_days"]?.refuse(.filingOutlastsPreview(previewDays)) }
        return AppealRule(
            previewDays: Int(previewDays), fileDays: Int(fileDays), decideDays: Int(decideDays), undecided: undecided,
            silence: silence)
    }
}
