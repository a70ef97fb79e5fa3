import OfficeRanking
import RankingRules
import Tables

/// The reason why a command failed, for people and programs.
struct CommandFailure: Error {
    /// A stable code for programs.
    let code: String
    let status: ExitStatus
    let text: LocalizedText
    /// The single faults, for JSON; people have read them line by line already.
    var findings: [JSONValue] = []

    init(_ code: String, _ status: ExitStatus, _ persian: String, _ english: String, findings: [JSONValue] = []) {
        self.code = code
        self.status = status
        text = LocalizedText(persian: persian, english: english)
        self.findings = findings
    }

    func message(in language: Language) -> String {
        text[language]
    }
}

extension CommandFailure {
    static let noDatabaseKnown = CommandFailure(
        "no_database_known", .unavailable,
        "نشانی پایگاه داده معلوم نیست؛ scripts/start را اجرا کنید یا نشانی را با --database یا DATABASE_URL بدهید.",
        "No database is named. Run scripts/start, or name one with --database or DATABASE_URL.")

    static let noDirectAddress = CommandFailure(
        "no_direct_address", .usage,
        "این کار از میانجی اتصال نمی‌گذرد؛ نشانی خود کارساز را با --database یا PISHKHAN_DIRECT_URL بدهید.",
        "This does not work through a pooler. Name the server itself with --database or PISHKHAN_DIRECT_URL.")

    static let notMigrated = CommandFailure(RankingError.notMigrated)

    static func unreadableSetting(_ setting: String) -> CommandFailure {
        CommandFailure(
            "unreadable_setting", .usage, "مقدار این تنظیم خوانا نیست؛ آن را درست کنید: \(setting)",
            "The value of this setting cannot be read. Correct it: \(setting)")
    }

    static func unreadableFile(_ path: String) -> CommandFailure {
        CommandFailure(
            "unreadable_file", .notFound, "پرونده خوانده نشد: \(path)", "The file cannot be read: \(path)")
    }

    static func unwritableFile(_ path: String) -> CommandFailure {
        CommandFailure(
            "unwritable_file", .usage, "در این پرونده نمی‌توان نوشت: \(path)",
            "The file cannot be written: \(path)")
    }

    static let nothingRanked = CommandFailure(
        "nothing_ranked", .notFound, "هنوز هیچ دوره‌ای رتبه‌بندی نشده است؛ نخست یکی را رتبه‌بندی کنید: pishkhan rank",
        "No period has been ranked yet. Rank one first: pishkhan rank")

    /// - Parameter agreesUntil: the last act up to which the record agrees with the checkpoint.
    static func recordIsBroken(at act: Int, agreesUntil kept: Int?) -> CommandFailure {
        var persian = "زنجیرهٔ سابقه در کار \(Digits.persian(String(act))) شکسته است."
        var english = "The chain of the record is broken at act \(act)."
        if let kept {
            persian += " تا کار \(Digits.persian(String(kept))) همان است که نقطهٔ وارسی می‌گوید."
            english += " Up to act \(kept) it agrees with the checkpoint."
        }
        return CommandFailure("record_is_broken", .refused, persian, english)
    }

    static func recordIsRewritten(until act: Int) -> CommandFailure {
        CommandFailure(
            "record_is_rewritten", .refused,
            "سابقه تا کار \(Digits.persian(String(act))) آن نیست که نقطهٔ وارسی می‌گوید: کاری پیش از آن، یا خود آن، بازنویسی شده است.",
            "Up to act \(act) the record does not agree with the checkpoint: that act or an earlier one was rewritten.")
    }

    static func noCheckpoint(_ path: String) -> CommandFailure {
        CommandFailure(
            "no_checkpoint", .refused, "این پرونده درست یک نقطهٔ وارسی ندارد: \(path)",
            "The file does not hold exactly one checkpoint: \(path)")
    }

    static func receiptProvesNothing(_ path: String) -> CommandFailure {
        CommandFailure(
            "receipt_proves_nothing", .refused,
            "این پرونده رسید درستی نیست: متن کار به ریشه‌ای که در آن آمده نمی‌رسد: \(path)",
            "The file is no valid receipt: the text of the act does not lead to the root that it names: \(path)")
    }

    static func noRefusedRows(_ number: Int) -> CommandFailure {
        CommandFailure(
            "no_refused_rows", .notFound, "دریافت \(Digits.persian(String(number))) ردیف ردشده‌ای ندارد.",
            "Import \(number) has no refused rows.")
    }

    static func usage(_ persian: String, _ english: String) -> CommandFailure {
        CommandFailure("usage", .usage, persian, english)
    }
}
