/// Ranks with their thresholds, conditions and service ceilings.
struct RankGuide {
    let scheme: Scheme

    func write(_ writer: inout GuideWriter) {
        writer.heading(2, writer.say("۶. رتبه‌ها و سقف خدمت", "6. Ranks and service ceilings"))
        writer.table(
            [
                writer.say("رتبه", "Rank"), writer.say("حد نصاب امتیاز کل", "Threshold of the total"),
                writer.say("سقف خدمت", "Service ceiling"),
            ],
            scheme.ranks.map { rank in
                [writer.title(rank.title), threshold(rank.threshold, writer), percent(rank.serviceCeiling, writer)]
            })
        for rank in scheme.ranks where !rank.conditions.isEmpty {
            writer.paragraph(
                "شرط‌های «\(writer.title(rank.title))»، افزون بر حد نصاب:",
                "Conditions of \"\(writer.title(rank.title))\", beside the threshold:")
            writer.list(rank.conditions.map { condition($0, writer) })
        }
        writer.paragraph(
            """
            سقف خدمت، سهم دفتر از خدمات ارائه‌شدنی در شهر یا روستای خود است و به پایین گرد می‌شود. سقف خدمت دفتری که رتبهٔ معتبر \
            ندارد \(percent(scheme.unrankedCeiling, writer)) است.
            """,
            """
            The service ceiling is a share of the services available in the office's own city or village, rounded \
            down. The ceiling of an office without a rank in force is \(percent(scheme.unrankedCeiling, writer)).
            """)
    }

    private func threshold(_ threshold: KindedPoints?, _ writer: GuideWriter) -> String {
        guard let threshold else { return writer.say("ندارد (رتبهٔ پایانی)", "none (the last rank)") }
        if threshold.urban == threshold.rural { return writer.points(threshold.urban) }
        let (urban, rural) = (writer.points(threshold.urban), writer.points(threshold.rural))
        return writer.say("شهری \(urban)، روستایی \(rural)", "urban \(urban), rural \(rural)")
    }

    private func condition(_ condition: RankCondition, _ writer: GuideWriter) -> String {
        let subject =
            switch condition.subject {
            case .group(let code):
                writer.say(
                    "امتیاز گروه «\(title(ofGroup: code, writer))»",
                    "the points of the group \"\(title(ofGroup: code, writer))\"")
            case .criterion(let code):
                writer.say(
                    "امتیاز شاخص «\(title(ofCriterion: code, writer))»",
                    "the points of the criterion \"\(title(ofCriterion: code, writer))\"")
            }
        let bound =
            switch condition.bound {
            case .atLeast(let points): writer.say("دست‌کم \(writer.points(points))", "at least \(writer.points(points))")
            case .atMost(let points): writer.say("حداکثر \(writer.points(points))", "at most \(writer.points(points))")
            }
        return writer.say(
            "\(subject) \(bound) باشد (\(writer.kinds(condition.kinds)))",
            "\(subject): \(bound) (\(writer.kinds(condition.kinds)))")
    }

    private func title(ofGroup code: String, _ writer: GuideWriter) -> String {
        scheme.groups.first { $0.code == code }.map { writer.title($0.title) } ?? "`\(code)`"
    }

    private func title(ofCriterion code: String, _ writer: GuideWriter) -> String {
        scheme.criteria.first { $0.code == code }.map { writer.title($0.title) } ?? "`\(code)`"
    }

    private func percent(_ percent: Percent, _ writer: GuideWriter) -> String {
        writer.say("\(writer.number(percent.rawValue)) درصد", "\(percent.rawValue) percent")
    }
}
