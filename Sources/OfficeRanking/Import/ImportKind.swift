package import RankingRules

/// The kinds of file that can be imported, in the order in which those of a folder are.
public enum ImportKind: String, CaseIterable, Sendable {
    case offices
    case declarations
    case scores
    case associationScores = "association_scores"
    case satisfactionScores = "satisfaction_scores"
    case reviews
    case violations
    case agencies
    case services
    case mouTargets = "mou_targets"
    case delegations
    case contracts

    var descriptor: FileKind {
        switch self {
        case .offices: .offices
        case .declarations: .declarations
        case .scores: .scores
        case .associationScores: .associationScores
        case .satisfactionScores: .satisfactionScores
        case .reviews: .reviews
        case .violations: .violations
        case .agencies: .agencies
        case .services: .services
        case .mouTargets: .mouTargets
        case .delegations: .delegations
        case .contracts: .contracts
        }
    }

    /// Kinds of file that belong together in one folder.
    public enum Family: Sendable {
        case ranking
        case services
    }

    public var family: Family { descriptor.family }

    /// True for facts, which belong to a period; offices, agencies and services do not.
    public var isPeriodFact: Bool { descriptor.isPeriodFact }

    /// True if a folder of its family is incomplete without this kind.
    public var isExpected: Bool { descriptor.isExpected }

    package var title: LocalizedText { descriptor.title }

    /// The kind of a file, from the beginning of its name: `offices.csv`, `خوداظهاری.csv`. The longest match wins.
    public init?(fileName: String) {
        let stem = fileName.split(separator: ".").first.map(String.init) ?? fileName
        let key = ComparisonKey.make(of: stem)
        let named = Self.allCases.compactMap { kind in
            let said = kind.descriptor.stems.map { ComparisonKey.make(of: $0) }.filter(key.hasPrefix).map(\.count)
            return said.max().map { (kind, $0) }
        }
        guard let best = named.max(by: { $0.1 < $1.1 })?.0 else { return nil }
        self = best
    }
}

/// Kinds of file whose rows are a list of fields. The others have a format of their own, and stand beside it in `Kinds`.
extension FileKind {
    /// One decision of a violation committee about one office and one kind of violation. Without a word in the file a
    /// known decision keeps its finality, and a new one is final.
    static let violations = FileKind(
        "تخلفات", "violations", stems: ["violations", "تخلفات"], family: .ranking, isPeriodFact: true,
        landing: "staging.violation_row"
    ) { terms in
        let rules = try terms.schemeOfPeriod().penalties.rules
        let kinds = ChoiceList(rules.map { ($0.kind, $0.kind, $0.title.persian, $0.title.english) })
        return ListFormat(
            [
                .officeCode,
                Field(
                    "decision_number", "شماره رأی", "شماره رای", "شماره تصمیم", rule: .text(maximum: 60),
                    isRequired: true),
                Field("kind", "نوع تخلف", "violation_kind", rule: .choice(kinds), isRequired: true),
                Field(
                    "decided_on", "تاریخ رأی", "تاریخ رای", "تاریخ تصمیم", rule: .day, isRequired: true, isPast: true),
                Field("is_final", "قطعی", "قطعی است", rule: .flag),
            ], today: terms.today)
    }

    static let agencies = FileKind(
        "دستگاه‌ها", "agencies", stems: ["agencies", "دستگاه‌ها"], family: .services, landing: "staging.agency_row",
        unknownCode: .agencyUnknown,
        fields: [
            Field("code", "کد دستگاه", "شناسه دستگاه", "agency_code", rule: .code, isRequired: true),
            Field("title", "نام دستگاه", "عنوان دستگاه", "عنوان", rule: .text(maximum: 500), isRequired: true),
            .effectiveOn,
        ])

    /// The targets of an agency's memorandum for a sub-indicator and a year. An empty target takes a known one back.
    static let mouTargets = FileKind(
        "هدف‌های تفاهم‌نامه", "MoU targets", stems: ["mou_targets", "هدف‌ها", "اهداف تفاهم‌نامه"], family: .services,
        landing: "staging.mou_target_row",
        fields: [
            .agencyCode,
            Field("sub_indicator", "نماگر", "شاخص/نماگر", rule: .subIndicator, isRequired: true),
            Field("year", "سال", rule: .wholeNumber(1380...1500), isRequired: true),
            Field("first_year", "از سال", "سال مبنا", rule: .wholeNumber(1380...1500), notAfter: "year"),
            Field(
                "target", "هدف", "هدف تفاهم‌نامه", rule: .wholeNumber(0...100_000), isRequired: true, mayBeEmpty: true),
            Field("mou_number", "شماره تفاهم‌نامه", rule: .text(maximum: 60)),
        ])

    /// A memorandum that hands a service to the counter offices, and the day on which the regulator confirmed that it
    /// operates.
    static let delegations = FileKind(
        "واگذاری‌ها", "delegations", stems: ["delegations", "واگذاری‌ها", "واگذاری"], family: .services,
        landing: "staging.delegation_row",
        fields: [
            .serviceCode,
            Field("mou_number", "شماره تفاهم‌نامه", rule: .text(maximum: 60), isRequired: true),
            Field("mou_on", "تاریخ تفاهم‌نامه", rule: .day, isRequired: true, isPast: true),
            Field("valid_from", "تاریخ اجرا", "معتبر از", rule: .day, isRequired: true),
            Field("withdrawn_on", "تاریخ لغو واگذاری", "تاریخ لغو", rule: .day, notBefore: "valid_from"),
            Field("evidence", "مستندات", rule: .text(maximum: 500)),
            Field("area", "محدوده", rule: .choice(areas)),
            Field("places", "استان‌ها یا محل‌ها", "محل‌ها", rule: .text(maximum: 4_000)),
            Field("confirmed_on", "تاریخ تأیید رگولاتوری", "تاریخ تایید رگولاتوری", rule: .day, isPast: true),
        ])

    /// Contracts: which office offers which service, and since when. They are stored as found.
    static let contracts = FileKind(
        "قراردادها", "contracts", stems: ["contracts", "قراردادها"], family: .services, landing: "staging.contract_row",
        fields: [
            .officeCode, .serviceCode,
            Field("registered_on", "تاریخ قرارداد", "از تاریخ", rule: .day, isRequired: true, isPast: true),
            Field("ended_on", "تاریخ پایان قرارداد", "تاریخ پایان", rule: .day, notBefore: "registered_on"),
        ])
}

private let areas = ChoiceList<String>([
    ("country", "country", "کشور", "Country"), ("provinces", "provinces", "استان‌ها", "Provinces"),
    ("localities", "localities", "شهرها و روستاها", "Localities"),
]).accepting("کشوری", "سراسر کشور", as: "country").accepting("استان", "استانی", as: "provinces")
