package import OfficeRanking
package import RankingRules

/// A code of the program with its words for people.
package struct Word: Equatable, Sendable {
    package let code: String
    package let text: LocalizedText

    package init(_ code: String, _ text: LocalizedText) {
        self.code = code
        self.text = text
    }

    package init(_ code: String, _ persian: String, _ english: String) {
        self.init(code, LocalizedText(persian: persian, english: english))
    }

    package func text(in language: Language) -> String { text[language] }
}

/// The words of the glossary.
package enum Words {
    package static func of(_ flag: Bool) -> Word {
        flag ? Word("true", "بله", "yes") : Word("false", "خیر", "no")
    }

    package static func of(_ state: EvaluationPeriod.State) -> Word {
        switch state {
        case .planned: Word(state.rawValue, "برنامه‌ریزی‌شده", "planned")
        case .open: Word(state.rawValue, "باز", "open")
        case .closed: Word(state.rawValue, "بسته", "closed")
        case .ranked: Word(state.rawValue, "رتبه‌بندی‌شده", "ranked")
        case .preview: Word(state.rawValue, "پیش‌نمایش", "preview")
        case .published: Word(state.rawValue, "منتشرشده", "published")
        }
    }

    package static func of(_ origin: RankOrigin) -> Word {
        switch origin {
        case .earned: Word(origin.rawValue, "کسب‌شده", "earned")
        case .defaulted: Word(origin.rawValue, "پیش‌فرض (عدم مشارکت)", "defaulted (took no part)")
        case .carriedForward: Word(origin.rawValue, "منتقل‌شده از دورهٔ پیش", "carried forward")
        }
    }

    /// The origin without the reason in brackets, for headings.
    package static func short(_ origin: RankOrigin) -> LocalizedText {
        switch origin {
        case .earned: LocalizedText(persian: "کسب‌شده", english: "earned")
        case .defaulted: LocalizedText(persian: "پیش‌فرض", english: "defaulted")
        case .carriedForward: LocalizedText(persian: "منتقل‌شده", english: "carried")
        }
    }

    package static func of(_ weight: DecisionWeight) -> Word {
        switch weight {
        case .counts: Word(weight.rawValue, "به حساب آمد", "counts")
        case .noRule: Word(weight.rawValue, "در شیوه‌نامه نیست", "no rule in the scheme")
        case .foundElsewhere: Word(weight.rawValue, "در دفتر دیگری از همین دارنده", "found at another office")
        case .late: Word(weight.rawValue, "پس از بسته‌شدن دوره رسید", "recorded after its period closed")
        case .beforePeriod: Word(weight.rawValue, "پیش از دوره", "before the period")
        case .afterPeriod: Word(weight.rawValue, "پس از دوره", "after the period")
        case .expired: Word(weight.rawValue, "اعتبارش گذشته", "expired")
        }
    }

    package static func of(_ state: LicenceState) -> Word {
        Word(state.rawValue, state.title)
    }

    package static func of(_ standing: Standing) -> Word {
        switch standing {
        case .ranked: Word(standing.rawValue, "رتبه‌بندی‌شده", "ranked")
        case .insufficient: Word(standing.rawValue, "دادهٔ ناکافی", "insufficient")
        case .notAvailable: Word(standing.rawValue, "بدون رتبه", "not available")
        case .awaiting: Word(standing.rawValue, "در انتظار دورهٔ بعد", "awaiting")
        case .suspended: Word(standing.rawValue, "معلق", "suspended")
        case .closed: Word(standing.rawValue, "غیرفعال", "closed")
        }
    }

    package static func of(_ kind: ImportKind) -> Word {
        Word(kind.rawValue, kind.title)
    }

    package static func of(_ kind: OfficeKind) -> Word {
        switch kind {
        case .urban: Word(kind.rawValue, "شهری", "urban")
        case .rural: Word(kind.rawValue, "روستایی", "rural")
        }
    }

    package static func of(_ placement: Placement) -> Word {
        switch placement {
        case .ranked(let rank, let origin): of(rank, origin)
        case .other(let standing): of(standing)
        case .notListed: Word("not_listed", "در فهرست نیست", "not listed")
        }
    }

    /// The rank and origin in the form for programs: `1 earned`.
    private static func of(_ rank: Int, _ origin: RankOrigin) -> Word {
        let title = of(origin)
        return Word(
            "\(rank) \(origin.rawValue)", "رتبهٔ \(Digits.persian(String(rank)))، \(title.text[.persian])",
            "rank \(rank), \(title.text[.english])")
    }

    package static func of(_ verdict: Verdict) -> Word {
        switch verdict {
        case .confirmed: Word("confirmed", "تأیید", "confirmed")
        case .corrected: Word("corrected", "اصلاح", "corrected")
        case .rejected: Word("rejected", "رد", "rejected")
        case .notApplicable: Word("not_applicable", "موضوعیت ندارد", "not applicable")
        }
    }

    /// The scope of a role: the part of the country that its accounts see.
    package static func ofScope(_ scope: String) -> Word {
        switch scope {
        case "country": Word(scope, "کشور", "the country")
        case "provinces": Word(scope, "استان‌های حساب", "its provinces")
        case "offices": Word(scope, "دفترهای حساب", "its offices")
        case "services": Word(scope, "خدمات دستگاه", "its agency's services")
        case "publications": Word(scope, "آنچه منتشر شده", "what is published")
        default: Word(scope, scope, scope)
        }
    }
}
