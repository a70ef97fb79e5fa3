import RankingRules

/// The fields of an office: the columns of an offices file, in the order of their landing table.
///
/// This one list serves to read and write files, to correct an office by hand, and to show its record.
public enum OfficeField: Int, CaseIterable, Sendable {
    case code, kind, province, county, locality, holderNationalID, holderName, licenceNumber, licensedOn, expiresOn
    case state, managerName, deputyName, address, postalCode, tenure, floorArea, equipment, hasSignboard
    case isAccessible, postsTariff, staffCount, insuredStaffCount, disabledStaffCount, effectiveOn, predecessorCode
    case predecessorKind

    /// The name in files, answers and the database.
    public var name: String { field.name }

    public var persianTitle: String { field.column.title }

    public init?(name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    /// Fields that can be corrected by hand. An office keeps its code, province and county, and gets another holder
    /// only by a transfer in an offices file.
    public static let settable: [OfficeField] = allCases.filter { field in
        switch field {
        case .code, .province, .county, .kind, .holderNationalID, .holderName, .effectiveOn, .predecessorCode,
            .predecessorKind:
            false
        default: true
        }
    }

    /// Fields that the record of an office shows: not the national id, and not the predecessor.
    static let shown: [OfficeField] = allCases.filter { field in
        field != .holderNationalID && field != .predecessorCode && field != .predecessorKind
    }

    var field: Field { Self.fields[rawValue] }

    private static let fields = allCases.map(\.definition)

    private var definition: Field {
        switch self {
        case .code: Field("code", "کد دفتر", "شناسه دفتر", "office_code", rule: .code, isRequired: true)
        case .kind: Field("kind", "نوع دفتر", "نوع", rule: .choice(kinds), isRequired: true)
        case .province: Field("province", "استان", rule: .text(maximum: 80), isRequired: true)
        case .county: Field("county", "شهرستان", rule: .text(maximum: 80), isRequired: true)
        case .locality:
            Field(
                "locality", "شهر یا روستا", "شهر/روستا", "شهر", "روستا", "آبادی", rule: .name(maximum: 80),
                isRequired: true)
        case .holderNationalID:
            Field(
                "holder_national_id", "شناسهٔ ملی دارندهٔ پروانه", "کد ملی دارندهٔ پروانه",
                "کد یا شناسهٔ ملی دارندهٔ پروانه", rule: .nationalID, isRequired: true, isPersonal: true)
        case .holderName:
            Field(
                "holder_name", "نام دارندهٔ پروانه", "دارندهٔ پروانه", rule: .name(maximum: 200), isRequired: true,
                isPersonal: true)
        case .licenceNumber: Field("licence_number", "شمارهٔ پروانه", rule: .name(maximum: 60), isRequired: true)
        case .licensedOn:
            Field("licensed_on", "تاریخ صدور پروانه", "تاریخ صدور", rule: .day, isRequired: true, isPast: true)
        case .expiresOn:
            Field(
                "expires_on", "تاریخ انقضای پروانه", "تاریخ انقضا", "تاریخ پایان اعتبار", rule: .day,
                notBefore: "licensed_on")
        case .state:
            Field("state", "وضعیت پروانه", "وضعیت", "وضعیت دفتر", rule: .choice(states), isRequired: true)
        case .managerName: Field("manager_name", "نام مدیر", "مدیر دفتر", rule: .text(maximum: 200), isPersonal: true)
        case .deputyName:
            Field("deputy_name", "نام جانشین", "جانشین مدیر", rule: .text(maximum: 200), isPersonal: true)
        case .address: Field("address", "نشانی", "آدرس", rule: .text(maximum: 500), isPersonal: true)
        case .postalCode: Field("postal_code", "کد پستی", rule: .postalCode, isPersonal: true)
        case .tenure: Field("tenure", "سند تصرف", "نوع مالکیت", rule: .text(maximum: 200))
        case .floorArea:
            Field("floor_area", "مساحت", "متراژ", "مساحت (متر مربع)", rule: .decimal(places: 1, 0...10_000))
        case .equipment: Field("equipment", "تجهیزات", rule: .text(maximum: 500))
        case .hasSignboard: Field("has_signboard", "تابلو", "تابلو دارد", rule: .flag)
        case .isAccessible: Field("is_accessible", "دسترس‌پذیر", "امکانات معلولان و سالمندان", rule: .flag)
        case .postsTariff: Field("posts_tariff", "نصب تعرفه", "تعرفه نصب است", rule: .flag)
        case .staffCount: Field("staff_count", "تعداد کارکنان", rule: .wholeNumber(0...100))
        case .insuredStaffCount:
            Field("insured_staff_count", "تعداد کارکنان بیمه‌شده", rule: .wholeNumber(0...100))
        case .disabledStaffCount:
            Field("disabled_staff_count", "تعداد کارکنان دارای معلولیت", rule: .wholeNumber(0...100))
        case .effectiveOn: .effectiveOn
        case .predecessorCode: Field("predecessor_code", "کد دفتر پیشین", rule: .code)
        case .predecessorKind: Field("predecessor_kind", "نوع جانشینی", rule: .choice(predecessorKinds))
        }
    }
}

private let kinds = ChoiceList<String>([
    ("urban", "urban", "شهری", "Urban"), ("rural", "rural", "روستایی", "Rural"),
]).accepting("پیشخوان", "دفتر پیشخوان", as: "urban").accepting("ICT روستایی", "دفتر ICT روستایی", as: "rural")

private let states = ChoiceList<String>([
    ("active", "active", "فعال", "Active"), ("expired", "expired", "منقضی", "Expired"),
    ("suspended", "suspended", "معلق", "Suspended"), ("revoked", "revoked", "باطل", "Revoked"),
    ("closed", "closed", "تعطیل", "Closed"),
]).accepting("تعلیق", "تعلیق‌شده", as: "suspended").accepting("لغو", "لغوشده", "ابطال", "ابطال‌شده", as: "revoked")
    .accepting("بسته", "جمع‌آوری‌شده", as: "closed").accepting("منقضی‌شده", as: "expired")

private let predecessorKinds = ChoiceList<String>([
    ("move", "move", "جابه‌جایی", "Move"), ("merger", "merger", "ادغام", "Merger"),
    ("transfer", "transfer", "انتقال", "Transfer"), ("code_change", "code_change", "تغییر کد", "Change of code"),
])
