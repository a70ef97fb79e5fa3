package import OfficeRanking
package import RankingRules

/// The words of the glossary, as a table shows them.
package enum Words {
    package static func of(_ state: EvaluationPeriod.State) -> Cell {
        switch state {
        case .planned: word(state.rawValue, "برنامه‌ریزی‌شده", "planned")
        case .open: word(state.rawValue, "باز", "open")
        case .closed: word(state.rawValue, "بسته", "closed")
        case .ranked: word(state.rawValue, "رتبه‌بندی‌شده", "ranked")
        case .preview: word(state.rawValue, "پیش‌نمایش", "preview")
        case .published: word(state.rawValue, "منتشرشده", "published")
        }
    }

    package static func of(_ origin: RankOrigin) -> Cell {
        switch origin {
        case .earned: word(origin.rawValue, "کسب‌شده", "earned")
        case .defaulted: word(origin.rawValue, "پیش‌فرض (عدم مشارکت)", "defaulted (took no part)")
        case .carriedForward: word(origin.rawValue, "منتقل‌شده از دورهٔ پیش", "carried forward")
        }
    }

    /// Without the reason in brackets, for headings.
    package static func short(_ origin: RankOrigin) -> LocalizedText {
        switch origin {
        case .earned: LocalizedText(persian: "کسب‌شده", english: "earned")
        case .defaulted: LocalizedText(persian: "پیش‌فرض", english: "defaulted")
        case .carriedForward: LocalizedText(persian: "منتقل‌شده", english: "carried")
        }
    }

    package static func of(_ weight: DecisionWeight) -> Cell {
        switch weight {
        case .counts: word(weight.rawValue, "به حساب آمد", "counts")
        case .noRule: word(weight.rawValue, "در شیوه‌نامه نیست", "no rule in the scheme")
        case .foundElsewhere: word(weight.rawValue, "در دفتر دیگری از همین دارنده", "found at another office")
        case .late: word(weight.rawValue, "پس از بسته‌شدن دوره رسید", "recorded after its period closed")
        case .beforePeriod: word(weight.rawValue, "پیش از دوره", "before the period")
        case .afterPeriod: word(weight.rawValue, "پس از دوره", "after the period")
        case .expired: word(weight.rawValue, "اعتبارش گذشته", "expired")
        }
    }

    package static func of(_ state: LicenceState) -> Cell {
        .word(state.rawValue, state.title)
    }

    package static func of(_ standing: Standing) -> Cell {
        switch standing {
        case .ranked: word(standing.rawValue, "رتبه‌بندی‌شده", "ranked")
        case .insufficient: word(standing.rawValue, "دادهٔ ناکافی", "insufficient")
        case .notAvailable: word(standing.rawValue, "بدون رتبه", "not available")
        case .awaiting: word(standing.rawValue, "در انتظار دورهٔ بعد", "awaiting")
        case .suspended: word(standing.rawValue, "معلق", "suspended")
        case .closed: word(standing.rawValue, "غیرفعال", "closed")
        }
    }

    package static func of(_ kind: ImportKind) -> Cell {
        switch kind {
        case .offices: word(kind.rawValue, "دفاتر", "offices")
        case .declarations: word(kind.rawValue, "خوداظهاری", "declarations")
        case .associationScores: word(kind.rawValue, "امتیاز انجمن", "association scores")
        case .scores: word(kind.rawValue, "امتیازها", "scores")
        case .reviews: word(kind.rawValue, "بازبینی", "reviews")
        case .satisfactionScores: word(kind.rawValue, "امتیاز رضایت", "satisfaction scores")
        case .violations: word(kind.rawValue, "تخلفات", "violations")
        case .agencies: word(kind.rawValue, "دستگاه‌ها", "agencies")
        case .services: word(kind.rawValue, "خدمات", "services")
        case .mouTargets: word(kind.rawValue, "هدف‌های تفاهم‌نامه", "MoU targets")
        case .delegations: word(kind.rawValue, "واگذاری‌ها", "delegations")
        case .contracts: word(kind.rawValue, "قراردادها", "contracts")
        }
    }

    package static func of(_ kind: OfficeKind) -> Cell {
        switch kind {
        case .urban: word(kind.rawValue, "شهری", "urban")
        case .rural: word(kind.rawValue, "روستایی", "rural")
        }
    }

    /// A standing, or a rank with its origin (`1 earned`), as a run compares them.
    package static func ofPlace(_ place: String) -> Cell {
        if let standing = Standing(rawValue: place) { return of(standing) }
        let parts = place.split(separator: " ").map(String.init)
        guard parts.count == 2, let origin = RankOrigin(rawValue: parts[1]) else { return .text(place) }
        let word = of(origin)
        return .word(
            place,
            LocalizedText(
                persian: "رتبهٔ \(Digits.persian(parts[0]))، \(word.text(in: .persian))",
                english: "rank \(parts[0]), \(word.text(in: .english))"))
    }
}
