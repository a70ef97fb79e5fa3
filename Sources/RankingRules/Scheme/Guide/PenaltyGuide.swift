/// Violations: how many points each takes off, how often, and for how long.
struct PenaltyGuide {
    let scheme: Scheme

    func write(_ writer: inout GuideWriter) {
        let penalties = scheme.penalties
        writer.heading(2, writer.say("۵. نمره‌های منفی", "5. Penalties"))
        writer.paragraph(
            """
            نمرهٔ منفی تنها از رأی قطعی کمیتهٔ رسیدگی به تخلفات، از امتیاز دفتری که تخلف در آن رخ داده است کم می‌شود. جمع \
            نمره‌های منفی یک دفتر در هر دوره از \(writer.points(penalties.maximum)) بیشتر نمی‌شود.
            """,
            """
            Only final decisions of the violation committee take points, from the office where the violation was found; \
            all penalties of an office in one period take at most \(writer.points(penalties.maximum)).
            """)
        for rule in penalties.rules { write(rule, &writer) }
        writer.heading(3, writer.say("شمارش تکرار و زمان", "Occurrences and time"))
        writer.list(rulesOfCounting(writer))
    }

    private func write(_ rule: PenaltyRule, _ writer: inout GuideWriter) {
        writer.heading(3, writer.title(rule.title))
        var facts = [
            "\(writer.say("شناسه", "Code")): `\(rule.kind)`",
            "\(writer.say("مستند", "Clause")): \(writer.plain(rule.clause))",
            "\(writer.say("مدت اثر", "Effect")): \(life(rule, writer))",
        ]
        if let maximum = rule.maximum {
            facts.append(
                writer.say(
                    "سقف این تخلف در هر دوره: \(writer.points(maximum))",
                    "At most \(writer.points(maximum)) of this kind in one period"))
        }
        if let cap = rule.rankCap { facts.append(capText(cap, writer)) }
        writer.list(facts)
        writer.table(
            [writer.say("تکرار", "Occurrence"), writer.say("نمرهٔ منفی", "Points taken")],
            rule.points.enumerated().map { index, points in
                [occurrence(index + 1, of: rule.points.count, writer), writer.points(points)]
            })
    }

    private func occurrence(_ number: Int, of count: Int, _ writer: GuideWriter) -> String {
        if count == 1 { return writer.say("هر بار", "every time") }
        let name = writer.occurrence(number)
        return number == count ? writer.say("\(name) و پس از آن", "\(name) and later") : name
    }

    private func life(_ rule: PenaltyRule, _ writer: GuideWriter) -> String {
        guard let life = rule.life else {
            return writer.say("فقط دوره‌ای که تاریخ رأی در آن است", "only the period that holds the decision's date")
        }
        return writer.say(
            "هر دوره‌ای که آخرین روز آن در \(writer.span(life)) پس از تاریخ رأی باشد (روز پایان هم به شمار می‌آید)",
            "every period whose last day lies within \(writer.span(life)) of the decision (the expiry day included)")
    }

    private func capText(_ cap: Int, _ writer: GuideWriter) -> String {
        let rank =
            scheme.ranks.indices.contains(cap - 1) ? writer.title(scheme.ranks[cap - 1].title) : writer.number(cap)
        return writer.say(
            "تا زمانی که اثر دارد، دفتر بهتر از «\(rank)» نمی‌شود", "While in effect, no better rank than \"\(rank)\"")
    }

    private func rulesOfCounting(_ writer: GuideWriter) -> [String] {
        let lookBack = writer.span(scheme.penalties.lookBack)
        return [
            writer.say(
                "تکرار، رأی‌های قطعی پیشین برای همان تخلف و همان دارندهٔ پروانه، در هر دفتر، طی \(lookBack) پیش از تاریخ رأی است.",
                """
                Earlier final decisions on the same kind against the same licence holder, at whatever office, count \
                within \(lookBack) before the decision.
                """),
            writer.say(
                "تکرار به دارندهٔ پروانه وابسته است؛ دارندهٔ تازهٔ پروانه سابقه‌ای ندارد.",
                "Occurrences follow the licence holder; a new holder starts at none."),
            lateDecisions(writer),
        ]
    }

    private func lateDecisions(_ writer: GuideWriter) -> String {
        switch scheme.lateDecisions {
        case .nextCensus:
            writer.say(
                """
                رأیی که پس از بسته شدن دورهٔ تاریخ خود ثبت شود، در نخستین دوره‌ای کم می‌شود که هنگام سرشماری آن معلوم است، هر چند \
                مدت اثر آن گذشته باشد؛ در دوره‌های بعد تنها تا پایان مدت اثر.
                """,
                """
                A decision recorded after the period that holds its date was closed takes points in the first period whose \
                census knows it, even beyond its effect; in later periods only while it is in effect.
                """)
        case .occurrenceOnly:
            writer.say(
                "رأیی که پس از بسته شدن دورهٔ تاریخ خود ثبت شود، امتیازی کم نمی‌کند و تنها در شمارش تکرار می‌آید.",
                """
                A decision recorded after the period that holds its date was closed takes no points; it only counts as \
                an earlier occurrence.
                """)
        }
    }
}
