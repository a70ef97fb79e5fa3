package import OfficeRanking
package import RankingRules

/// The words of services, contracts and the agency indicator.
extension Words {
    package static func of(_ stage: ServiceStage) -> Cell {
        switch stage {
        case .information: word(stage.rawValue, "اطلاع‌رسانی", "information")
        case .request: word(stage.rawValue, "درخواست", "request")
        case .production: word(stage.rawValue, "تولید", "production")
        case .delivery: word(stage.rawValue, "ارائهٔ نتیجه", "delivery")
        }
    }

    package static func of(_ reason: ServiceVerdict.Reason) -> Cell {
        switch reason {
        case .moved: word(reason.rawValue, "به دستگاه دیگر رفته", "moved to another agency")
        case .sovereign: word(reason.rawValue, "حاکمیتی", "sovereign")
        case .notDelegable: word(reason.rawValue, "واگذارنشدنی", "not delegable")
        case .informationMissing: word(reason.rawValue, "پیشخوان در اطلاع‌رسانی ندارد", "no counter: information")
        case .requestMissing: word(reason.rawValue, "پیشخوان در درخواست ندارد", "no counter: request")
        case .productionMissing: word(reason.rawValue, "پیشخوان در تولید ندارد", "no counter: production")
        case .deliveryMissing: word(reason.rawValue, "پیشخوان در ارائهٔ نتیجه ندارد", "no counter: delivery")
        case .noDelegation: word(reason.rawValue, "واگذار نشده", "not delegated")
        case .beforeFirstYear: word(reason.rawValue, "پیش از سال مبنا", "before the first year")
        case .afterYear: word(reason.rawValue, "پس از سال ارزیابی", "after the year")
        case .withdrawn: word(reason.rawValue, "واگذاری لغو شده", "withdrawn")
        case .notConfirmed:
            word(reason.rawValue, "تا روز برش تأیید رگولاتوری ندارد", "not confirmed by the cut-off day")
        case .evidenceMissing: word(reason.rawValue, "مستندات بارگذاری نشده", "no evidence uploaded")
        }
    }

    package static func of(_ applicability: IndicatorResult.Applicability) -> Cell {
        switch applicability {
        case .applicable: word(applicability.rawValue, "مصداق دارد", "applicable")
        case .noTarget:
            word(
                applicability.rawValue, "عدم مصداق: تفاهم‌نامهٔ سال هدفی ندارد",
                "not applicable: the memorandum of the year has no target")
        case .zeroTarget:
            word(applicability.rawValue, "عدم مصداق: هدف صفر است", "not applicable: the target is zero")
        }
    }

    package static func of(_ effect: IndicatorRules.NotApplicableEffect) -> Cell {
        switch effect {
        case .shrinkMaximum:
            word(effect.rawValue, "عدم مصداق از سقف امتیاز کم می‌کند", "not applicable leaves the maximum")
        case .noPoints: word(effect.rawValue, "عدم مصداق امتیاز نمی‌دهد", "not applicable gives nothing")
        }
    }

    package static func of(_ route: IndicatorReading.EvidenceRoute) -> Cell {
        switch route {
        case .regulatorAsked: word(route.rawValue, "استعلام از رگولاتوری", "the regulator is asked")
        case .uploaded: word(route.rawValue, "بارگذاری تصویر تفاهم‌نامه", "evidence is uploaded")
        }
    }

    package static func of(_ reason: WorkItem.Reason) -> Cell {
        switch reason {
        case .aboveCeiling: word(reason.rawValue, "بیش از سقف", "above the ceiling")
        case .serviceNotAvailable: word(reason.rawValue, "خدمت دیگر در محل واگذار نیست", "service not available there")
        case .officeNotActive: word(reason.rawValue, "دفتر فعال نیست", "office not active")
        }
    }

    package static func of(_ origin: WorkItem.Origin) -> Cell {
        switch origin {
        case .registered: word(origin.rawValue, "ثبت‌شده", "registered")
        case .found: word(origin.rawValue, "یافته‌شده", "found")
        }
    }

    /// The words of a code that a stored sheet has; one of a later program stays as it is.
    static func of<Word: RawRepresentable<String>>(_ code: String, _: Word.Type, _ words: (Word) -> Cell) -> Cell {
        Word(rawValue: code).map(words) ?? .text(code)
    }

    /// Why a service does not count, in one line.
    static func ofReasons(_ codes: [String]) -> LocalizedText {
        let words = codes.map { of($0, ServiceVerdict.Reason.self, of) }
        return LocalizedText(
            persian: words.map { $0.text(in: .persian) }.joined(separator: "، "),
            english: words.map { $0.text(in: .english) }.joined(separator: ", "))
    }

    static func authority(_ code: String) -> LocalizedText {
        switch IndicatorRules.Authority(rawValue: code) {
        case .official: LocalizedText(persian: "رسمی", english: "official")
        case .ours: LocalizedText(persian: "از ما", english: "ours")
        case .sample: LocalizedText(persian: "نمونه", english: "a SAMPLE")
        case nil: LocalizedText(persian: code, english: code)
        }
    }

    package static func of(_ cause: WorkItem.Cause) -> Cell {
        switch cause {
        case .rankChange: word(cause.rawValue, "انتشار رتبه", "published rank")
        case .suspension: word(cause.rawValue, "تعلیق پروانه", "suspension")
        case .closure: word(cause.rawValue, "پایان پروانه", "end of the licence")
        case .withdrawal: word(cause.rawValue, "لغو واگذاری", "withdrawn delegation")
        case .officeChange: word(cause.rawValue, "جابه‌جایی یا فعال‌شدن دفتر", "office moved or reactivated")
        case .contract: word(cause.rawValue, "از آغاز قرارداد", "since the contract began")
        }
    }

    package static func of(_ order: HandOverPolicy.Order) -> Cell {
        switch order {
        case .newestContractFirst:
            word(order.rawValue, "نخست تازه‌ترین قرارداد، سپس کد خدمت", "newest contract first, then service code")
        case .oldestContractFirst:
            word(order.rawValue, "نخست کهنه‌ترین قرارداد، سپس کد خدمت", "oldest contract first, then service code")
        case .serviceCode: word(order.rawValue, "به ترتیب کد خدمت", "by service code")
        }
    }

    package static func of(_ reason: UnservedLocality.Reason) -> Cell {
        switch reason {
        case .noOffice: word(reason.rawValue, "دفتری ندارد", "no office")
        case .noActiveOffice: word(reason.rawValue, "هیچ دفتری فعال نیست", "no active office")
        case .noOfficeOfRank: word(reason.rawValue, "دفتری با این رتبه ندارد", "no office of that rank")
        case .noRoom: word(reason.rawValue, "سقف دفترها پر است", "no room")
        }
    }
}
