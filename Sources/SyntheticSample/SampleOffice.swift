import RankingRules

/// One synthetic office with its facts of the first half of 1400.
struct SampleOffice {
    let kind: OfficeKind
    /// Set when all offices are put in order.
    var number = 0
    var place: SamplePlace
    var holder = SampleHolder(number: 0, isLegalPerson: true)
    /// Offices with the same group have the same holder.
    var holderGroup: Int?
    var licensedOn: String
    var expiresOn = ""
    var state = LicenceState.active
    var predecessor: Predecessor?
    var declaration: SampleDeclaration?
    /// Hundredths, of 100.
    var associationScore: Int?
    var survey: SampleSurvey?
    var violations: [SampleViolation] = []
    /// What the office shows, if it was made to show something.
    var remark: LocalizedText?

    var code: String { Self.code(number) }

    static func code(_ number: Int) -> String {
        "SYN-G-" + SampleNumber.padded(number, to: 4)
    }

    struct Predecessor {
        let number: Int
        let kind: String
    }
}

/// What an office declared. Areas are in tenths of a square metre, experience in tenths of a year.
struct SampleDeclaration {
    var floorArea: Int
    var staff: Int
    var location: Location
    var experience: Int
    var insured: Int
    var disabled: Int
    /// Percent, judged by the region.
    var completeness: Int
    var isAccessible: Bool
    /// Set if the region found another area than the declared one.
    var confirmedFloorArea: Int?

    enum Location: String {
        case mainStreet = "main_street"
        case sideStreet = "side_street"
        case passage
        case alley

        var title: String {
            switch self {
            case .mainStreet: "بر خیابان یا میدان اصلی"
            case .sideStreet: "بر خیابان فرعی"
            case .passage: "درون پاساژ یا مجتمع"
            case .alley: "درون کوچه"
            }
        }
    }
}

/// The mean answer in thousandths of a scale of 5, and how many answered.
struct SampleSurvey {
    var mean: Int
    var respondents: Int
}

/// One decision of a violation committee.
struct SampleViolation {
    let kind: String
    let decidedOn: String
    var isFinal = true

    static let titles = [
        "overcharging": "دریافت وجه بیش از تعرفهٔ ابلاغی",
        "document_tampering": "جعل یا مخدوش کردن پرونده و مدارک",
        "unapproved_relocation": "تغییر مکان دفتر بدون موافقت",
        "no_accessible_facilities": "نبود امکانات لازم برای جانبازان، معلولان و سالمندان",
    ]
}
