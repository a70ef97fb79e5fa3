/// The sources of values: who speaks for each, who may speak on its behalf, whether it is reviewed, and which values
/// must agree.
struct SourceGuide {
    let scheme: Scheme

    func write(_ writer: inout GuideWriter) {
        writer.heading(2, writer.say("۳. منبع‌ها و وارسی‌ها", "3. Sources and checks"))
        writer.paragraph(
            "هر شاخص یک منبع دارد. آنچه به نیابت گفته شود تنها تا وقتی است که خود منبع چیزی نگفته باشد.",
            "Each criterion has one source. Others speak on a source's behalf only until it has spoken itself.")
        for source in scheme.sources { write(source, &writer) }
        if scheme.approval == .required { writeApproval(&writer) }
        guard !scheme.checks.isEmpty else { return }
        writer.heading(3, writer.say("وارسی‌ها", "Checks"))
        writer.list(scheme.checks.map { text(of: $0, writer) })
    }

    private func write(_ source: Source, _ writer: inout GuideWriter) {
        writer.heading(3, writer.title(source.title))
        var facts = [
            "\(writer.say("شناسه", "Code")): `\(source.code)`",
            "\(writer.say("نوع", "Kind")): \(kind(source, writer))",
            "\(writer.say("خود منبع", "Speaks for itself")): \(roles(source.writers, writer))",
            "\(writer.say("به نیابت", "On its behalf")): \(roles(source.onBehalf, writer))",
            "\(writer.say("بازبینی", "Review")): \(review(source, writer))",
        ]
        if scheme.nonParticipation == .carryForward {
            facts.append(
                "\(writer.say("انتقال با خوداظهاری", "Carried with a declaration")): \(writer.yesOrNo(source.isCarried))"
            )
        }
        if let days = source.replyDays {
            facts.append("\(writer.say("مهلت پاسخ دفتر", "Time to answer")): \(writer.span(.days(days)))")
        }
        if let percent = source.unchangedWithin {
            let bound = writer.say(
                "تا \(writer.number(percent)) درصد اختلاف با مقدار تأییدشدهٔ پیشین",
                "up to \(writer.number(percent)) percent from the value confirmed last")
            facts.append("\(writer.say("تأیید یکجا", "Confirmed in bulk")): \(bound)")
        }
        writer.list(facts)
    }

    private func writeApproval(_ writer: inout GuideWriter) {
        writer.heading(3, writer.say("تأیید کارگروه", "Approval of the working group"))
        writer.paragraph(
            """
            پیش از بسته‌شدن دوره، کارگروه مجموعهٔ هر استان را یکجا تأیید می‌کند: یک عضو از منطقه و یک عضو از ستاد، بر همان داده‌ها. \
            هر دادهٔ تازه‌تری این تأیید را باطل می‌کند.
            """,
            """
            Before the half-year closes, the working group approves the facts of each province as a whole: one member of the \
            region and one of the headquarters, over the same facts. Any later fact voids the approval.
            """)
    }

    private func kind(_ source: Source, _ writer: GuideWriter) -> String {
        switch source.kind {
        case .survey:
            writer.say("میانگین نظرسنجی و تعداد پاسخ‌دهندگان", "means of a survey and the number of people who answered")
        case .values where source.isDeclaration:
            writer.say(
                "مقدارها؛ با آن معلوم می‌شود که دفتر مشارکت کرده است", "values; it decides whether an office took part")
        case .values: writer.say("مقدارها", "values")
        }
    }

    private func roles(_ codes: [String], _ writer: GuideWriter) -> String {
        if codes.isEmpty { return writer.say("هیچ‌کس", "nobody") }
        return codes.map { "`\($0)`" }.joined(separator: writer.say("، ", ", "))
    }

    private func review(_ source: Source, _ writer: GuideWriter) -> String {
        switch source.review {
        case .none: writer.say("ندارد", "none")
        case .optional:
            writer.say(
                "مقدار تأییدشده به حساب می‌آید، وگرنه مقدار گفته‌شده", "a confirmed value counts, else what was said")
        case .required:
            writer.say(
                "لازم است؛ تا هر مقدار رأیی نگرفته باشد، دوره بسته نمی‌شود",
                "required; the half-year does not close before every value has a verdict")
        }
    }

    private func text(of check: ValueCheck, _ writer: GuideWriter) -> String {
        let (small, large) = (title(check.criterion, writer), title(check.atMost, writer))
        return writer.say("«\(small)» از «\(large)» بیشتر نیست.", "\"\(small)\" is at most \"\(large)\".")
    }

    private func title(_ code: String, _ writer: GuideWriter) -> String {
        scheme.criteria.first { $0.code == code }.map { writer.title($0.title) } ?? "`\(code)`"
    }
}
