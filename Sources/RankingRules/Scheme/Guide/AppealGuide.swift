/// How an office sees its result before publication, and how it appeals.
struct AppealGuide {
    let scheme: Scheme

    func write(_ writer: inout GuideWriter) {
        guard let rule = scheme.appeals else { return }
        writer.heading(2, writer.say("۸. پیش‌نمایش و اعتراض", "8. Preview and appeals"))
        writer.list([
            preview(rule, writer), filing(rule, writer), deciding(rule, writer), undecided(rule, writer),
            silence(rule, writer),
        ])
    }

    private func preview(_ rule: AppealRule, _ writer: GuideWriter) -> String {
        let days = writer.span(.days(rule.previewDays))
        return writer.say(
            "**پیش‌نمایش:** پیش از انتشار، هر دفتر دست‌کم \(days) کامل نتیجهٔ خود را می‌بیند و نتیجهٔ دیگران را نمی‌بیند.",
            "**Preview:** before the publication each office sees its own result, and no other, for at least \(days) in full."
        )
    }

    private func filing(_ rule: AppealRule, _ writer: GuideWriter) -> String {
        let days = writer.span(.days(rule.fileDays))
        return writer.say(
            "**ثبت اعتراض:** دفتر تا پایان \(days) پس از روز آغاز پیش‌نمایش، به هر شاخص یا رأی یک بار اعتراض می‌کند.",
            "**Filing:** an office may appeal once against each criterion or decision, until \(days) after the day on which the preview began have ended."
        )
    }

    private func deciding(_ rule: AppealRule, _ writer: GuideWriter) -> String {
        let days = writer.span(.days(rule.decideDays))
        return writer.say(
            "**رسیدگی:** کسی که در داده‌های آن دفتر دستی نداشته است تا پایان \(days) پس از روز ثبت رأی می‌دهد؛ نخست به اعتراض‌هایی "
                + "که رتبه را عوض می‌کند.",
            "**Deciding:** a person who took no part in the facts of that office decides within \(days) after the day of filing, "
                + "first the appeals that could change a rank.")
    }

    private func undecided(_ rule: AppealRule, _ writer: GuideWriter) -> String {
        let undecided = writer.say("**اعتراض رسیدگی‌نشده:** ", "**An undecided appeal:** ")
        return switch rule.undecided {
        case .block: undecided + writer.say("جلوی انتشار را می‌گیرد.", "stops the publication.")
        case .publishFlagged:
            undecided
                + writer.say("در نتیجهٔ منتشرشدهٔ آن دفتر نشانه می‌شود.", "is flagged at the office in the publication.")
        }
    }

    private func silence(_ rule: AppealRule, _ writer: GuideWriter) -> String {
        let silence = writer.say("**اگر در مهلت رأیی داده نشود:** ", "**If nobody decides in time:** ")
        return switch rule.silence {
        case .none: silence + writer.say("اعتراض همچنان در انتظار می‌ماند.", "the appeal goes on waiting.")
        case .upheld: silence + writer.say("اعتراض پذیرفته است.", "the appeal is upheld.")
        case .dismissed: silence + writer.say("اعتراض رد است.", "the appeal is dismissed.")
        }
    }
}
