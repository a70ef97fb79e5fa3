package import RankingRules

/// A change from one scheme to another as a sentence in both languages.
package struct DifferenceText {
    private let change: SchemeDifference.Change

    package init(_ change: SchemeDifference.Change) {
        self.change = change
    }

    package var text: LocalizedText {
        LocalizedText(persian: sentence(.persian), english: sentence(.english))
    }

    /// The word for programs.
    package var code: String {
        switch change.kind {
        case .added: "added"
        case .removed: "removed"
        case .reordered: "reordered"
        case .changed: "changed"
        }
    }

    private func sentence(_ language: Language) -> String {
        let part = part(language)
        switch change.kind {
        case .added: return language.choose("\(part) افزوده شد.", "\(part) is new.")
        case .removed: return language.choose("\(part) حذف شد.", "\(part) is removed.")
        case .reordered:
            return language.choose(
                "\(part) در ترتیب دیگری میان همتاهای خود آمده است.", "\(part) has another place among its like.")
        case .changed(let key, let before, let after):
            return self.changed(part, key, before, after, language)
        }
    }

    private func changed(
        _ part: String, _ key: String, _ before: [String], _ after: [String], _ language: Language
    ) -> String {
        let field = DifferenceField.title(of: key)[language]
        let (old, new) = (values(before, key, language), values(after, key, language))
        if before.isEmpty {
            return language.choose(
                "\(part)، \(field): نبود و «\(new)» شد.", "\(part), \(field): was not set and is now “\(new)”.")
        }
        if after.isEmpty {
            return language.choose(
                "\(part)، \(field): «\(old)» بود و برداشته شد.", "\(part), \(field): was “\(old)” and is no longer set."
            )
        }
        return language.choose(
            "\(part)، \(field): «\(old)» بود و «\(new)» شد.", "\(part), \(field): was “\(old)” and is now “\(new)”.")
    }

    private func part(_ language: Language) -> String {
        let name = DifferenceField.name(of: change.part.kind)[language]
        if change.part.kind == .scheme { return name }
        let title = change.part.title[language]
        let code = language.choose(TextDirection.isolatedCode(change.part.code), change.part.code)
        if change.part.kind == .rank {
            return language.choose(
                "\(name) \(Digits.persian(change.part.code)) («\(title)»)", "\(name) \(change.part.code) (“\(title)”)")
        }
        return language.choose("\(name) «\(title)» (\(code))", "\(name) “\(title)” (\(code))")
    }

    /// Texts of the scheme are quoted as they are.
    private func values(_ values: [String], _ key: String, _ language: Language) -> String {
        if DifferenceField.isText(key) { return values.joined(separator: language.choose("؛ ", "; ")) }
        return values.map { value in
            DifferenceField.words[value].map { $0[language] }
                ?? language.choose(Digits.persianProse(value), value)
        }.joined(separator: language.choose("؛ ", "; "))
    }
}

/// The words for the parts of a scheme and for the keys of its canonical form.
private enum DifferenceField {
    static func name(of kind: SchemeDifference.Part.Kind) -> LocalizedText {
        switch kind {
        case .scheme: LocalizedText(persian: "شیوه‌نامه", english: "Scheme")
        case .source: LocalizedText(persian: "منبع", english: "Source")
        case .reference: LocalizedText(persian: "مقدار مرجع", english: "Reference")
        case .group: LocalizedText(persian: "گروه", english: "Group")
        case .criterion: LocalizedText(persian: "شاخص", english: "Criterion")
        case .penalty: LocalizedText(persian: "تخلف", english: "Penalty")
        case .rank: LocalizedText(persian: "رتبهٔ", english: "Rank")
        }
    }

    /// A block that this list does not name yet is shown by its key.
    static func title(of key: String) -> LocalizedText {
        if let (persian, english) = titles[key] { return LocalizedText(persian: persian, english: english) }
        for (form, words) in forms where key.hasSuffix(".\(form)") {
            let kind = key.contains(".rural.") ? rural : urban
            return LocalizedText(
                persian: "\(words.0) برای دفاتر \(kind.0)", english: "\(words.1) of \(kind.1) offices")
        }
        return LocalizedText(persian: TextDirection.isolatedCode(key), english: key)
    }

    static func isText(_ key: String) -> Bool {
        key.hasSuffix(".fa") || key.hasSuffix(".en") || key.hasSuffix("clause") || key == "legal_basis"
    }

    private static let urban = ("شهری", "urban")
    private static let rural = ("روستایی", "rural")

    private static let forms = [
        ("steps", ("پله‌های امتیاز", "the steps of points")), ("lines", ("خط‌های امتیاز", "the lines of points")),
        ("options", ("امتیاز گزینه‌ها", "the points of the options")),
        ("answers", ("امتیاز پاسخ‌ها", "the points of the answers")),
    ]

    private static let titles: [String: (String, String)] = [
        "sample": ("نمونه‌بودن", "being a SAMPLE"), "legal_basis": ("مستند قانونی", "the legal basis"),
        "title.fa": ("عنوان فارسی", "the Persian title"), "title.en": ("عنوان انگلیسی", "the English title"),
        "valid_from": ("آغاز اعتبار", "the first half-year"), "valid_to": ("پایان اعتبار", "the last half-year"),
        "rounding": ("گردکردن", "the rounding"), "minimum_total": ("کمترین جمع امتیاز", "the minimum total"),
        "non_participation": ("تکلیف دفتر بی‌خوداظهاری", "what becomes of silent offices"),
        "carry_again": ("انتقال دوباره", "carrying a declaration again"),
        "licensed_during_period": ("دفترهای پروانه‌گرفته در دوره", "offices licensed within the half-year"),
        "late_decisions": ("رأی‌های دیررسیده", "late decisions"), "check": ("وارسی‌ها", "the checks of values"),
        "source.title.fa": ("عنوان فارسی", "the Persian title"),
        "source.title.en": ("عنوان انگلیسی", "the English title"),
        "source.kind": ("گونه", "its kind"), "source.declaration": ("خوداظهاری‌بودن", "being the declaration"),
        "source.carried": ("انتقال به دورهٔ بعد", "being carried forward"), "source.review": ("بازبینی", "the review"),
        "source.reply_days": ("روزهای پاسخ", "the days for an answer"),
        "source.writer": ("نقش‌های گویندهٔ منبع", "the roles that speak as the source"),
        "source.on_behalf": ("نقش‌های گوینده به‌جای منبع", "the roles that speak on its behalf"),
        "reference.title.fa": ("عنوان فارسی", "the Persian title"),
        "reference.title.en": ("عنوان انگلیسی", "the English title"), "reference.value": ("مقدار", "the value"),
        "group.title.fa": ("عنوان فارسی", "the Persian title"),
        "group.title.en": ("عنوان انگلیسی", "the English title"),
        "group.maximum": ("سقف امتیاز", "the maximum"), "criterion.group": ("گروه", "the group"),
        "criterion.title.fa": ("عنوان فارسی", "the Persian title"),
        "criterion.title.en": ("عنوان انگلیسی", "the English title"), "criterion.source": ("منبع", "the source"),
        "criterion.kinds": ("گونه‌های دفتر", "the kinds of office"),
        "criterion.unit.fa": ("یکای فارسی", "the Persian unit"),
        "criterion.unit.en": ("یکای انگلیسی", "the English unit"),
        "criterion.value": ("شکل مقدار", "the form of the value"),
        "criterion.option": ("گزینه‌ها", "the options"),
        "criterion.option.title.fa": ("عنوان فارسی گزینه‌ها", "the Persian titles of the options"),
        "criterion.option.title.en": ("عنوان انگلیسی گزینه‌ها", "the English titles of the options"),
        "criterion.maximum": ("سقف امتیاز", "the maximum"), "criterion.clause": ("بند", "the clause"),
        "criterion.changeable": ("تغییرپذیری به دست دفتر", "whether the office can change it"),
        "criterion.public": ("همگانی‌بودن", "whether it is public"),
        "criterion.missing": ("تکلیف مقدار نیامده", "what becomes of a missing value"),
        "criterion.register": ("قلم دفترخانه", "the field of the register"),
        "criterion.survey.minimum_respondents": ("کمترین شمار پاسخ‌دهندگان", "the least number of answers"),
        "criterion.survey.below_minimum": ("تکلیف پاسخ‌های کم", "what becomes of too few answers"),
        "criterion.survey.shrinkage": ("نزدیک‌کردن به مقدار مرجع", "the shrinkage toward a reference"),
        "penalties.maximum": ("سقف همهٔ کسرها", "the maximum of all penalties"),
        "penalties.look_back": ("بازهٔ شمارش تکرار", "the time in which occurrences count"),
        "penalty.title.fa": ("عنوان فارسی", "the Persian title"),
        "penalty.title.en": ("عنوان انگلیسی", "the English title"),
        "penalty.clause": ("بند", "the clause"), "penalty.points": ("نمره‌های منفی", "the points taken"),
        "penalty.maximum": ("سقف کسر", "the maximum"), "penalty.life": ("مدت اثر", "how long it counts"),
        "penalty.rank_cap": ("بهترین رتبهٔ ممکن", "the best possible rank"),
        "rank.title.fa": ("عنوان فارسی", "the Persian title"), "rank.title.en": ("عنوان انگلیسی", "the English title"),
        "rank.threshold.urban": ("حد نصاب دفاتر شهری", "the threshold of urban offices"),
        "rank.threshold.rural": ("حد نصاب دفاتر روستایی", "the threshold of rural offices"),
        "rank.service_ceiling": ("سقف خدمت (درصد)", "the service ceiling in percent"),
        "rank.condition": ("شرط‌ها", "the conditions"),
        "unranked.service_ceiling": (
            "سقف خدمت دفاتر بی‌رتبه (درصد)", "the service ceiling of offices without a rank, in percent"
        ),
        "adoption.most_moved": (
            "سقف جابه‌جایی با شیوه‌نامهٔ بعدی (درصد)", "the bound on moves by the next scheme, in percent"
        ),
    ]

    static let words: [String: LocalizedText] = [
        "yes": LocalizedText(persian: "بله", english: "yes"), "no": LocalizedText(persian: "خیر", english: "no"),
        "half_away_from_zero": LocalizedText(persian: "به نزدیک‌ترین یک‌هزارم", english: "to the nearest thousandth"),
        "down": LocalizedText(persian: "به پایین", english: "down"),
        "default_last_rank": LocalizedText(persian: "رتبهٔ آخر", english: "the last rank"),
        "carry_forward": LocalizedText(
            persian: "انتقال خوداظهاری پیشین", english: "the earlier declaration is carried forward"),
        "unrated": LocalizedText(persian: "بی‌رتبه", english: "no rank"),
        "ranked": LocalizedText(persian: "رتبه می‌گیرد", english: "ranked"),
        "awaiting": LocalizedText(persian: "در انتظار دورهٔ بعد", english: "awaiting the next half-year"),
        "next_census": LocalizedText(persian: "در سرشماری بعدی", english: "count in the next census"),
        "occurrence_only": LocalizedText(persian: "تنها در شمارش تکرار", english: "only raise occurrences"),
        "none": LocalizedText(persian: "ندارد", english: "none"),
        "optional": LocalizedText(persian: "اختیاری", english: "optional"),
        "required": LocalizedText(persian: "اجباری", english: "required"),
        "no_points": LocalizedText(persian: "بی‌امتیاز", english: "no points"),
        "not_applicable": LocalizedText(persian: "بی‌مصداق", english: "not applicable"),
        "insufficient": LocalizedText(persian: "دادهٔ ناکافی", english: "insufficient"),
        "urban": LocalizedText(persian: "شهری", english: "urban"),
        "rural": LocalizedText(persian: "روستایی", english: "rural"),
        "urban rural": LocalizedText(persian: "شهری و روستایی", english: "urban and rural"),
    ]
}
