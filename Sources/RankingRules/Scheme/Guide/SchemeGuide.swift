/// A scheme as a text for people: a Markdown document in official style, made from the values that the engine scores
/// with.
public struct SchemeGuide: Sendable {
    public let scheme: Scheme
    public let language: Language

    public enum Language: String, CaseIterable, Sendable {
        case persian = "fa"
        case english = "en"
    }

    public init(scheme: Scheme, language: Language = .persian) {
        self.scheme = scheme
        self.language = language
    }

    /// Markdown; the Persian text is in a right-to-left block.
    public var text: String {
        var writer = GuideWriter(language: language)
        if language == .persian { writer.block("<div dir=\"rtl\" lang=\"fa\">") }
        writeTitle(&writer)
        IdentityGuide(scheme: scheme).write(&writer)
        MethodGuide(scheme: scheme).write(&writer)
        SourceGuide(scheme: scheme).write(&writer)
        CriteriaGuide(scheme: scheme).write(&writer)
        PenaltyGuide(scheme: scheme).write(&writer)
        RankGuide(scheme: scheme).write(&writer)
        ParticipationGuide(scheme: scheme).write(&writer)
        AppealGuide(scheme: scheme).write(&writer)
        if language == .persian { writer.block("</div>") }
        return String(writer.text.dropLast())
    }

    private func writeTitle(_ writer: inout GuideWriter) {
        writer.heading(1, writer.title(scheme.title))
        guard scheme.isSample else { return }
        writer.paragraph(
            "> **نمونه (SAMPLE):** عددهای این شیوه‌نامه رسمی نیست، فقط برای آزمایش سامانه است و مبنای هیچ تصمیمی قرار نمی‌گیرد.",
            "> **SAMPLE:** the numbers of this scheme are not official; they serve to try the system out, not to decide."
        )
    }
}

/// The identity of the scheme: code, version, legal basis, validity, hash.
struct IdentityGuide {
    let scheme: Scheme

    func write(_ writer: inout GuideWriter) {
        writer.heading(2, writer.say("۱. مشخصات شیوه‌نامه", "1. Identity"))
        let validity =
            scheme.validTo.map { last in
                writer.say(
                    "از \(writer.halfYear(scheme.validFrom)) تا پایان \(writer.halfYear(last))",
                    "from the \(writer.halfYear(scheme.validFrom)) to the \(writer.halfYear(last))")
            }
            ?? writer.say(
                "از \(writer.halfYear(scheme.validFrom)) تا ابلاغ شیوه‌نامهٔ بعدی",
                "from the \(writer.halfYear(scheme.validFrom)) until another scheme is adopted")
        writer.table(
            [writer.say("عنوان", "Item"), writer.say("شرح", "Content")],
            [
                [writer.say("شناسه", "Code"), "`\(scheme.code)`"],
                [writer.say("نسخه", "Version"), writer.number(scheme.version)],
                [writer.say("مستند قانونی", "Legal basis"), writer.plain(scheme.legalBasis)],
                [writer.say("اعتبار", "Validity"), validity],
                [writer.say("اثر انگشت (`SHA-256`)", "Hash (SHA-256)"), "`\(scheme.hash)`"],
            ])
        writer.paragraph(
            """
            اثر انگشت از مفاد شیوه‌نامه به دست می‌آید: هر تغییری در عددها، عنوان‌ها، مستندها یا ترتیب، آن را تغییر می‌دهد و \
            تغییر در توضیح‌ها و چینش پرونده، نه.
            """,
            """
            The hash is made from the content of the scheme: any change of a number, title, clause or order changes it; \
            comments and the layout of the file do not.
            """)
        if let share = scheme.mostMoved { write(share, &writer) }
    }

    private func write(_ mostMoved: Percent, _ writer: inout GuideWriter) {
        let share = writer.number(mostMoved.rawValue)
        writer.paragraph(
            """
            **شیوه‌نامهٔ بعدی:** پیش از پذیرش، اثر آن بر آخرین دورهٔ منتشرشده سنجیده می‌شود. اگر رتبهٔ بیش از \(share)٪ دفاترِ \
            دارای رتبه عوض شود، تنها با دلیل پذیرفته می‌شود.
            """,
            """
            **The next scheme:** before it is adopted, its effect on the newest published half-year is simulated. If more \
            than \(share) % of the ranked offices would change rank, it is adopted only with a reason.
            """)
    }
}
