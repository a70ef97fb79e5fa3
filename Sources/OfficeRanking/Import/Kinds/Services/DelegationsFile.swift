extension FileKind {
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
}

private let areas = ChoiceList<String>([
    ("country", "country", "کشور", "Country"), ("provinces", "provinces", "استان‌ها", "Provinces"),
    ("localities", "localities", "شهرها و روستاها", "Localities"),
]).accepting("کشوری", "سراسر کشور", as: "country").accepting("استان", "استانی", as: "provinces")
