package import OfficeRanking
package import RankingRules

/// The words of services, contracts and the agency indicator.
extension Words {
    package static func of(_ stage: ServiceStage) -> Word {
        switch stage {
        case .information: Word(stage.rawValue, "اطلاع‌رسانی", "information")
        case .request: Word(stage.rawValue, "درخواست", "request")
        case .production: Word(stage.rawValue, "تولید", "production")
        case .delivery: Word(stage.rawValue, "ارائهٔ نتیجه", "delivery")
        }
    }

    package static func of(_ reason: ServiceVerdict.Reason) -> Word {
        switch reason {
        case .moved: Word(reason.rawValue, "به دستگاه دیگر رفته", "moved to another agency")
        case .sovereign: Word(reason.rawValue, "حاکمیتی", "sovereign")
        case .notDelegable: Word(reason.rawValue, "واگذارنشدنی", "not delegable")
        case .informationMissing: Word(reason.rawValue, "پیشخوان در اطلاع‌رسانی ندارد", "no counter: information")
        case .requestMissing: Word(reason.rawValue, "پیشخوان در درخواست ندارد", "no counter: request")
        case .productionMissing: Word(reason.rawValue, "پیشخوان در تولید ندارد", "no counter: production")
        case .deliveryMissing: Word(reason.rawValue, "پیشخوان در ارائهٔ نتیجه ندارد", "no counter: delivery")
        case .noDelegation: Word(reason.rawValue, "واگذار نشده", "not delegated")
        case .beforeFirstYear: Word(reason.rawValue, "پیش از سال مبنا", "before the first year")
        case .afterYear: Word(reason.rawValue, "پس از سال ارزیابی", "after the year")
        case .withdrawn: Word(reason.rawValue, "واگذاری لغو شده", "withdrawn")
        case .notConfirmed:
            Word(reason.rawValue, "تا روز برش تأیید رگولاتوری ندارد", "not confirmed by the cut-off day")
        case .evidenceMissing: Word(reason.rawValue, "مستندات بارگذاری نشده", "no evidence uploaded")
        }
    }

    package static func of(_ applicability: IndicatorResult.Applicability) -> Word {
        switch applicability {
        case .applicable: Word(applicability.rawValue, "مصداق دارد", "applicable")
        case .noTarget:
            Word(
                applicability.rawValue, "عدم مصداق: تفاهم‌نامهٔ سال هدفی ندارد",
                "not applicable: the memorandum of the year has no target")
        case .zeroTarget:
            Word(applicability.rawValue, "عدم مصداق: هدف صفر است", "not applicable: the target is zero")
        }
    }

    package static func of(_ effect: IndicatorRules.NotApplicableEffect) -> Word {
        switch effect {
        case .shrinkMaximum:
            Word(effect.rawValue, "عدم مصداق از سقف امتیاز کم می‌کند", "not applicable leaves the maximum")
        case .noPoints: Word(effect.rawValue, "عدم مصداق امتیاز نمی‌دهد", "not applicable gives nothing")
        }
    }

    package static func of(_ route: IndicatorReading.EvidenceRoute) -> Word {
        switch route {
        case .regulatorAsked: Word(route.rawValue, "استعلام از رگولاتوری", "the regulator is asked")
        case .uploaded: Word(route.rawValue, "بارگذاری تصویر تفاهم‌نامه", "evidence is uploaded")
        }
    }

    package static func of(_ reason: WorkItem.Reason) -> Word {
        switch reason {
        case .aboveCeiling: Word(reason.rawValue, "بیش از سقف", "above the ceiling")
        case .serviceNotAvailable: Word(reason.rawValue, "خدمت دیگر در محل واگذار نیست", "service not available there")
        case .officeNotActive: Word(reason.rawValue, "دفتر فعال نیست", "office not active")
        }
    }

    package static func of(_ origin: WorkItem.Origin) -> Word {
        switch origin {
        case .registered: Word(origin.rawValue, "ثبت‌شده", "registered")
        case .found: Word(origin.rawValue, "یافته‌شده", "found")
        }
    }

    /// The words of a code in a stored sheet; an unknown code of a later program is kept as it is.
    package static func of<Code: RawRepresentable<String>>(
        _ code: String, _: Code.Type, _ words: (Code) -> Word
    ) -> Word {
        Code(rawValue: code).map(words) ?? Word(code, code, code)
    }

    /// The reasons why a service does not count, in one line.
    package static func ofReasons(_ codes: [String]) -> LocalizedText {
        let words = codes.map { of($0, ServiceVerdict.Reason.self, of) }
        return LocalizedText(
            persian: words.map { $0.text(in: .persian) }.joined(separator: "، "),
            english: words.map { $0.text(in: .english) }.joined(separator: ", "))
    }

    package static func authority(_ code: String) -> LocalizedText {
        switch IndicatorRules.Authority(rawValue: code) {
        case .official: LocalizedText(persian: "رسمی", english: "official")
        case .ours: LocalizedText(persian: "از ما", english: "ours")
        case .sample: LocalizedText(persian: "نمونه", english: "a SAMPLE")
        case nil: LocalizedText(persian: code, english: code)
        }
    }

    package static func of(_ cause: WorkItem.Cause) -> Word {
        switch cause {
        case .rankChange: Word(cause.rawValue, "انتشار رتبه", "published rank")
        case .suspension: Word(cause.rawValue, "تعلیق پروانه", "suspension")
        case .closure: Word(cause.rawValue, "پایان پروانه", "end of the licence")
        case .withdrawal: Word(cause.rawValue, "لغو واگذاری", "withdrawn delegation")
        case .officeChange: Word(cause.rawValue, "جابه‌جایی یا فعال‌شدن دفتر", "office moved or reactivated")
        case .contract: Word(cause.rawValue, "از آغاز قرارداد", "since the contract began")
        }
    }

    package static func of(_ order: HandOverPolicy.Order) -> Word {
        switch order {
        case .newestContractFirst:
            Word(order.rawValue, "نخست تازه‌ترین قرارداد، سپس کد خدمت", "newest contract first, then service code")
        case .oldestContractFirst:
            Word(order.rawValue, "نخست کهنه‌ترین قرارداد، سپس کد خدمت", "oldest contract first, then service code")
        case .serviceCode: Word(order.rawValue, "به ترتیب کد خدمت", "by service code")
        }
    }

    package static func of(_ reason: UnservedLocality.Reason) -> Word {
        switch reason {
        case .noOffice: Word(reason.rawValue, "دفتری ندارد", "no office")
        case .noActiveOffice: Word(reason.rawValue, "هیچ دفتری فعال نیست", "no active office")
        case .noOfficeOfRank: Word(reason.rawValue, "دفتری با این رتبه ندارد", "no office of that rank")
        case .noRoom: Word(reason.rawValue, "سقف دفترها پر است", "no room")
        }
    }

}
