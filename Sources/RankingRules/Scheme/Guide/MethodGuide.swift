/// The steps of a score, in their order.
struct MethodGuide {
    let scheme: Scheme

    func write(_ writer: inout GuideWriter) {
        writer.heading(2, writer.say("۲. روش محاسبه", "2. How a score is made"))
        writer.paragraph("امتیاز و رتبه به این ترتیب به دست می‌آید:", "Score and rank are made in this order:")
        writer.list([value(writer), line(writer), group(writer), total(writer), rank(writer)])
        writer.paragraph(
            "بیشترین امتیاز ممکن: دفاتر شهری \(full(.urban, writer)) و دفاتر روستایی \(full(.rural, writer)).",
            "The full maximum: urban offices \(full(.urban, writer)), rural offices \(full(.rural, writer)).")
        writer.table(
            [writer.say("گروه", "Group"), writer.say("سقف امتیاز", "Maximum"), writer.say("شاخص‌ها", "Criteria")],
            scheme.groups.map { group in
                let criteria = group.criteria.map { writer.title($0.title) }.joined(separator: writer.say("، ", ", "))
                return [writer.title(group.title), writer.points(group.maximum), criteria]
            })
    }

    private func value(_ writer: GuideWriter) -> String {
        writer.say(
            "**مقدار:** مقدار هر شاخص، مقدار تأییدشده یا اصلاح‌شده است و اگر بازبینی نشده باشد، مقدار گفته‌شده؛ مقدار ردشده نبوده است.",
            """
            **Value:** the value of a criterion is the confirmed or corrected one, else what was said; a rejected one is \
            missing.
            """)
    }

    private func line(_ writer: GuideWriter) -> String {
        let rounding =
            switch scheme.rounding {
            case .halfAwayFromZero:
                writer.say(
                    "به نزدیک‌ترین یک‌هزارم امتیاز گرد می‌شود (نیمهٔ یک‌هزارم، دور از صفر)",
                    "is rounded to the nearest thousandth of a point (half a thousandth away from zero)")
            case .down:
                writer.say(
                    "به یک‌هزارم امتیاز، همیشه به پایین، گرد می‌شود", "is rounded down to the thousandth of a point")
            }
        return writer.say(
            "**امتیاز شاخص:** از روی مقدار، دقیق و بدون تقریب حساب می‌شود و تنها یک بار، در پایان، \(rounding).",
            "**Points of a criterion:** reckoned exactly from the value; the result \(rounding), once.")
    }

    private func group(_ writer: GuideWriter) -> String {
        writer.say(
            "**امتیاز گروه:** جمع امتیاز شاخص‌های گروه است و از سقف گروه بیشتر نمی‌شود.",
            "**Points of a group:** the sum of its criteria, never more than the maximum of the group.")
    }

    private func total(_ writer: GuideWriter) -> String {
        let minimum = writer.points(scheme.minimumTotal)
        return writer.say(
            "**امتیاز کل:** جمع امتیاز گروه‌ها منهای نمره‌های منفی است و از \(minimum) کمتر نمی‌شود.",
            "**Total:** the sum of the groups less the penalties, never below \(minimum).")
    }

    private func rank(_ writer: GuideWriter) -> String {
        writer.say(
            """
            **رتبه:** بهترین رتبه‌ای است که دفتر به حد نصاب و شرط‌های آن برسد. اگر شاخصی دربارهٔ دفتری مصداق نداشته باشد، سقف \
            آن شاخص از بیشترین امتیاز ممکن آن دفتر کم و حد نصاب به همان نسبت تعدیل می‌شود؛ خود امتیاز تغییر نمی‌کند.
            """,
            """
            **Rank:** the best one whose threshold and conditions the office meets. Where a criterion is not applicable \
            to an office, its maximum leaves what the office could reach, and the threshold falls in proportion; the \
            total itself is never scaled.
            """)
    }

    private func full(_ kind: OfficeKind, _ writer: GuideWriter) -> String {
        let sums = scheme.groups.map { group in
            min(
                group.maximum.rawValue,
                group.criteria.filter { $0.exists(for: kind) }.map(\.maximum.rawValue).reduce(0, +))
        }
        return writer.pointsWithUnit(Points(rawValue: sums.reduce(0, +)))
    }
}
