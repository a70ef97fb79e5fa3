import RankingRules
import Testing

@Suite("The guide to a scheme")
struct SchemeGuideTests {
    private func small(_ edits: [(old: String, new: String)] = []) throws -> Scheme {
        try #require(SchemeDocument.read(try SmallScheme.text(edits)).scheme)
    }

    @Test(
        "a scheme's guide names every group, criterion, violation and rank, with clause and code",
        arguments: [true, false])
    func complete(_ isSample: Bool) throws {
        let scheme = try isSample ? SampleScheme.scheme() : small()
        let persian = SchemeGuide(scheme: scheme).text
        let english = SchemeGuide(scheme: scheme, language: .english).text
        for group in scheme.groups {
            #expect(persian.contains(group.title.persian))
            for criterion in group.criteria {
                #expect(persian.contains("#### \(criterion.title.persian) (حداکثر "))
                #expect(persian.contains("`\(criterion.code)`") && english.contains("`\(criterion.code)`"))
                #expect(english.contains(criterion.clause))
            }
        }
        for rule in scheme.penalties.rules {
            #expect(persian.contains("### \(rule.title.persian)\n"))
            #expect(english.contains("`\(rule.kind)`"))
        }
        for rank in scheme.ranks { #expect(persian.contains("| \(rank.title.persian) |")) }
        #expect(persian.contains(scheme.hash) && english.contains(scheme.hash))
    }

    @Test(
        "a scheme's Persian guide is written from right to left, without Latin digits outside code",
        arguments: [true, false])
    func persianDigits(_ isSample: Bool) throws {
        let text = try SchemeGuide(scheme: isSample ? SampleScheme.scheme() : small()).text
        #expect(text.hasPrefix("<div dir=\"rtl\" lang=\"fa\">\n\n# "))
        #expect(text.hasSuffix("\n</div>\n"))
        let prose = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
        #expect(!prose.unicodeScalars.contains { ("0"..."9").contains($0) })
    }

    @Test("a scheme's guide tells how offices appeal, if the scheme hears appeals")
    func appeals() throws {
        let heard = try small([
            (
                "unranked: {service_ceiling: 30}",
                "unranked: {service_ceiling: 30}\nappeals: {preview_days: 10, file_days: 7, decide_days: 15, silence: upheld}"
            )
        ])
        let english = SchemeGuide(scheme: heard, language: .english).text
        #expect(english.contains("## 8. Preview and appeals") && english.contains("for at least 10 days in full"))
        #expect(english.contains("If nobody decides in time:** the appeal is upheld."))
        #expect(SchemeGuide(scheme: heard).text.contains("۸. پیش‌نمایش و اعتراض"))
        #expect(try !SchemeGuide(scheme: small(), language: .english).text.contains("appeals"))
    }

    @Test("a scheme's guide shows steps as ranges and lines as values, for each kind of office if they differ")
    func points() throws {
        let text = try SchemeGuide(scheme: small()).text
        #expect(
            text.contains(
                """
                دفاتر شهری:

                | مقدار | امتیاز |
                | --- | --- |
                | کمتر از ۵۰ | ۰ |
                | از ۵۰ تا کمتر از ۸۰٫۵ | ۵ |
                | ۸۰٫۵ و بیشتر | ۱۰ |

                دفاتر روستایی:

                | مقدار | امتیاز |
                | --- | --- |
                | ۰ | ۱۰ |
                | ۳۰ | \u{200E}−۲٫۵ |

                میان دو مقدار جدول، امتیاز به تناسب (خط راست) حساب می‌شود. بیشتر از ۳۰ همان \u{200E}−۲٫۵ است.

                """))
        #expect(text.contains("| خیابان | ۵ |\n| کوچه | ۲ |\n"))
        #expect(text.contains("| خیر | ۰ |\n| بله | ۳ |\n"))
        #expect(text.contains("از ۰ تا ۱٬۰۰۰"))
    }

    @Test("a scheme's guide shows thresholds, conditions, ceilings and penalties")
    func ranksAndPenalties() throws {
        let text = try SchemeGuide(scheme: small()).text
        #expect(text.contains("| یک | ۲۰ | ۱۰۰ درصد |\n| دو | شهری ۱۱، روستایی ۱۰ | ۷۰ درصد |\n"))
        #expect(text.contains("- امتیاز گروه «نظرسنجی» دست‌کم ۴ باشد (دفاتر شهری و روستایی)\n"))
        #expect(text.contains("- امتیاز شاخص «تابلو» حداکثر ۲ باشد (فقط دفاتر شهری)\n"))
        #expect(text.contains("| بار نخست | ۵ |\n| بار دوم | ۱۰ |\n| بار سوم و پس از آن | ۲۰ |\n"))
        #expect(text.contains("۳۶۵ روز") && text.contains("۲۴ ماه"))
        #expect(text.contains("دفتر بهتر از «دو» نمی‌شود"))
        #expect(text.contains("دفاتر شهری ۲۴ امتیاز و دفاتر روستایی ۲۴ امتیاز"))
    }

    @Test(
        "a scheme's guide names every source with its writers and its review, and every check",
        arguments: [true, false])
    func sources(_ isSample: Bool) throws {
        let scheme = try isSample ? SampleScheme.scheme() : small()
        let (persian, english) = (
            SchemeGuide(scheme: scheme).text, SchemeGuide(scheme: scheme, language: .english).text
        )
        for source in scheme.sources {
            #expect(persian.contains("### \(source.title.persian)\n\n- شناسه: `\(source.code)`\n"))
            #expect(english.contains("- Code: `\(source.code)`\n- Kind: "))
        }
        #expect(
            persian.contains(
                "- خود منبع: `office`\n- به نیابت: `provincial`، `headquarters`\n- بازبینی: مقدار تأییدشده"))
        #expect(english.contains("values; it decides whether an office took part"))
        #expect(english.contains("means of a survey and the number of people who answered"))
        #expect(persian.contains("انتقال با خوداظهاری") == !isSample)
        #expect(persian.contains("- «کارکنان دارای معلولیت» از «تعداد کارکنان» بیشتر نیست.\n") == isSample)
    }

    @Test("a scheme's guide says which evidence a value takes, and nothing of evidence where there is no rule")
    func evidence() throws {
        let scheme = try small([
            (
                "clause: row 3",
                "clause: row 3\n        evidence: {required: yes, kinds: [lease, photo], not_older_than: {months: 12}}"
            )
        ])
        #expect(
            SchemeGuide(scheme: scheme).text.contains(
                "- مستندات: ۱ تا ۵ پرونده از نوع `lease`، `photo`؛ تاریخ صدور آن در روز سرشماری بیش از ۱۲ ماه نگذشته باشد؛ بدون آن مقدار تأیید نمی‌شود\n"
            ))
        #expect(
            SchemeGuide(scheme: scheme, language: .english).text.contains(
                "- Evidence: 1 to 5 files of kind `lease`, `photo`; issued at most 12 months before the census date; without it no value is confirmed\n"
            ))
        #expect(try !SchemeGuide(scheme: small()).text.contains("مستندات:"))
    }

    @Test("a scheme's guide explains the effect of a late decision under each rule")
    func lateDecisions() throws {
        #expect(
            try SchemeGuide(scheme: small()).text.contains("در نخستین دوره‌ای کم می‌شود که هنگام سرشماری آن معلوم است"))
        let only = try small([
            ("licensed_during_period: ranked", "licensed_during_period: ranked\n  late_decisions: occurrence_only")
        ])
        #expect(SchemeGuide(scheme: only).text.contains("امتیازی کم نمی‌کند و تنها در شمارش تکرار می‌آید"))
    }

    @Test("the guide marks a sample scheme as a sample, and no other scheme")
    func sample() throws {
        #expect(try SchemeGuide(scheme: SampleScheme.scheme()).text.contains("**نمونه (SAMPLE):**"))
        #expect(try SchemeGuide(scheme: SampleScheme.scheme(), language: .english).text.contains("> **SAMPLE:**"))
        #expect(try !SchemeGuide(scheme: small()).text.contains("SAMPLE"))
    }

    @Test("a scheme's guide explains under each policy what silent offices get")
    func silence() throws {
        #expect(try SchemeGuide(scheme: small()).text.contains("خوداظهاری منتقل‌شده بار دیگر هم منتقل می‌شود"))
        let once = try small([("carry_again: yes", "carry_again: no")])
        #expect(SchemeGuide(scheme: once).text.contains("فقط یک بار منتقل می‌شود"))
        let defaulted = try small([("carry_forward", "default_last_rank")])
        #expect(
            SchemeGuide(scheme: defaulted).text.contains("حداقل امتیاز (۱) و «سه» می‌گیرد. منشأ این رتبه «پیش‌فرض» است"))
        let unrated = try small([("carry_forward", "unrated")])
        #expect(SchemeGuide(scheme: unrated).text.contains("خوداظهاری نکرده باشد:** رتبه‌ای نمی‌گیرد."))
    }

    @Test("a scheme's guide escapes Markdown characters in titles")
    func escaping() throws {
        let scheme = try small([("{fa: رمپ, en: ramp}", "{fa: \"رمپ | <b> 12_3\", en: ramp}")])
        #expect(SchemeGuide(scheme: scheme).text.contains("#### رمپ \\| &lt;b&gt; ۱۲\\_۳ (حداکثر ۳ امتیاز)"))
    }
}
