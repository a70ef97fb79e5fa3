import Foundation
import Postgres
import RankingRules

/// Rows of the offices file (domain record of an office).
struct OfficeFormat: RowFormat {
    private let today: Day
    private var row = OfficeCells()

    init(today: Day) {
        self.today = today
    }

    var columns: [ColumnSpec] { Column.allCases.map(\.spec) }

    var landingColumns: [String] { Column.allCases.map(\.spec.name) }

    mutating func read(_ source: CheckedRow) {
        row = OfficeCells(source)
        if let licensed = row.licensedOn {
            if let expires = row.expiresOn, expires < licensed { source.refuse(.expiresOn, Fault(.daysReversed)) }
            if licensed > today { source.refuse(.licensedOn, Fault(.dayInFuture)) }
        }
        if let day = row.effectiveOn, day > today { source.refuse(.effectiveOn, Fault(.dayInFuture)) }
        if row.kind == .urban, let holder = row.holderID, holder.bytes.count == 10 {
            source.refuse(.holderNationalID, Fault(.holderNotLegalPerson))
        }
        if let staff = row.staffCount {
            for (column, count) in [
                (Column.insuredStaffCount, row.insuredStaffCount), (.disabledStaffCount, row.disabledStaffCount),
            ] where (count ?? 0) > staff {
                source.refuse(column, Fault(.staffCountsDisagree, String(staff)))
            }
        }
        // Tenths of a square metre; the regulation asks 50 m² of an urban office, the register records what is.
        if row.kind == .urban, let area = row.floorArea, area < 500 {
            source.refuse(.floorArea, Fault(.floorAreaBelowMinimum))
        }
    }

    func write(to writer: inout BinaryCopyWriter) {
        writer.cell(row.code)
        writer.optional(row.kind) { $0.text($1.rawValue) }
        for place in [row.province, row.county, row.locality, row.holderID, row.holderName, row.licenceNumber] {
            writer.cell(place)
        }
        writer.optional(row.licensedOn) { $0.date(PostgresDate(days: $1.rawValue)) }
        writer.optional(row.expiresOn) { $0.date(PostgresDate(days: $1.rawValue)) }
        writer.optional(row.state) { $0.text($1.rawValue) }
        for text in [row.managerName, row.deputyName, row.address, row.postalCode, row.tenure] { writer.cell(text) }
        writer.optional(row.floorArea) { $0.int4(Int32($1)) }
        writer.cell(row.equipment)
        for flag in [row.hasSignboard, row.isAccessible, row.postsTariff] { writer.optional(flag) { $0.bool($1) } }
        for count in [row.staffCount, row.insuredStaffCount, row.disabledStaffCount] {
            writer.optional(count) { $0.int4(Int32($1)) }
        }
        writer.optional(row.effectiveOn) { $0.date(PostgresDate(days: $1.rawValue)) }
        writer.cell(row.predecessorCode)
        writer.optional(row.predecessorKind) { $0.text($1) }
    }
}

extension OfficeFormat {
    /// The named fields of the row that was read last, in the forms of the database's columns.
    func json(of names: [String]) -> [String: Any] {
        let values: [String: Any?] = [
            "locality": row.locality?.text, "licence_number": row.licenceNumber?.text,
            "licensed_on": row.licensedOn?.description, "expires_on": row.expiresOn?.description,
            "state": row.state?.rawValue, "manager_name": row.managerName?.text,
            "deputy_name": row.deputyName?.text, "address": row.address?.text, "postal_code": row.postalCode?.text,
            "tenure": row.tenure?.text, "floor_area": row.floorArea, "equipment": row.equipment?.text,
            "has_signboard": row.hasSignboard, "is_accessible": row.isAccessible, "posts_tariff": row.postsTariff,
            "staff_count": row.staffCount, "insured_staff_count": row.insuredStaffCount,
            "disabled_staff_count": row.disabledStaffCount,
        ]
        return names.reduce(into: [:]) { $0[$1] = (values[$1] ?? nil) ?? NSNull() }
    }
}

/// The values of one row; cells are valid until the next row.
private struct OfficeCells {
    var code: Cell?
    var kind: OfficeKind?
    var province: Cell?
    var county: Cell?
    var locality: Cell?
    var holderID: Cell?
    var holderName: Cell?
    var licenceNumber: Cell?
    var licensedOn: Day?
    var expiresOn: Day?
    var state: LicenceState?
    var managerName: Cell?
    var deputyName: Cell?
    var address: Cell?
    var postalCode: Cell?
    var tenure: Cell?
    var floorArea: Int64?
    var equipment: Cell?
    var hasSignboard: Bool?
    var isAccessible: Bool?
    var postsTariff: Bool?
    var staffCount: Int64?
    var insuredStaffCount: Int64?
    var disabledStaffCount: Int64?
    var effectiveOn: Day?
    var predecessorCode: Cell?
    var predecessorKind: String?

    init() {}

    init(_ row: CheckedRow) {
        code = row.code(Column.code.rawValue)
        kind = row.choice(Column.kind.rawValue, of: kinds)
        province = row.text(Column.province.rawValue, maximum: 80)
        county = row.text(Column.county.rawValue, maximum: 80)
        locality = row.name(Column.locality.rawValue, maximum: 80)
        holderID = row.read(Column.holderNationalID.rawValue) { cell throws(Fault) in
            try cell.bytes.count == 11 ? cell.legalID() : cell.nationalCode()
        }
        holderName = row.name(Column.holderName.rawValue, maximum: 200)
        licenceNumber = row.name(Column.licenceNumber.rawValue, maximum: 60)
        licensedOn = row.day(Column.licensedOn.rawValue)
        expiresOn = row.day(Column.expiresOn.rawValue)
        state = row.choice(Column.state.rawValue, of: states)
        managerName = row.text(Column.managerName.rawValue, maximum: 200)
        deputyName = row.text(Column.deputyName.rawValue, maximum: 200)
        address = row.text(Column.address.rawValue)
        postalCode = row.postalCode(Column.postalCode.rawValue)
        tenure = row.text(Column.tenure.rawValue, maximum: 200)
        floorArea = row.decimal(Column.floorArea.rawValue, places: 1, in: 0...10_000)
        equipment = row.text(Column.equipment.rawValue)
        hasSignboard = row.flag(Column.hasSignboard.rawValue)
        isAccessible = row.flag(Column.isAccessible.rawValue)
        postsTariff = row.flag(Column.postsTariff.rawValue)
        staffCount = row.wholeNumber(Column.staffCount.rawValue, in: 0...100)
        insuredStaffCount = row.wholeNumber(Column.insuredStaffCount.rawValue, in: 0...100)
        disabledStaffCount = row.wholeNumber(Column.disabledStaffCount.rawValue, in: 0...100)
        effectiveOn = row.day(Column.effectiveOn.rawValue)
        predecessorCode = row.code(Column.predecessorCode.rawValue)
        predecessorKind = row.choice(Column.predecessorKind.rawValue, of: predecessorKinds)
    }
}

/// The columns in the order of the landing table.
private enum Column: Int, CaseIterable {
    case code, kind, province, county, locality, holderNationalID, holderName, licenceNumber, licensedOn, expiresOn
    case state, managerName, deputyName, address, postalCode, tenure, floorArea, equipment, hasSignboard
    case isAccessible, postsTariff, staffCount, insuredStaffCount, disabledStaffCount, effectiveOn, predecessorCode
    case predecessorKind

    var spec: ColumnSpec { Self.specs[rawValue] }

    private static let specs: [ColumnSpec] = [
        ColumnSpec(name: "code", titles: ["کد دفتر", "شناسه دفتر", "office_code"], isRequired: true),
        ColumnSpec(name: "kind", titles: ["نوع دفتر", "نوع"], isRequired: true),
        ColumnSpec(name: "province", titles: ["استان"], isRequired: true),
        ColumnSpec(name: "county", titles: ["شهرستان"], isRequired: true),
        ColumnSpec(
            name: "locality", titles: ["شهر یا روستا", "شهر/روستا", "شهر", "روستا", "آبادی"], isRequired: true),
        ColumnSpec(
            name: "holder_national_id",
            titles: ["شناسه ملی دارنده پروانه", "کد ملی دارنده پروانه", "کد یا شناسه ملی دارنده پروانه"],
            isRequired: true, isPersonal: true),
        ColumnSpec(
            name: "holder_name", titles: ["نام دارنده پروانه", "دارنده پروانه"], isRequired: true, isPersonal: true),
        ColumnSpec(name: "licence_number", titles: ["شماره پروانه"], isRequired: true),
        ColumnSpec(name: "licensed_on", titles: ["تاریخ صدور پروانه", "تاریخ صدور"], isRequired: true),
        ColumnSpec(
            name: "expires_on", titles: ["تاریخ انقضای پروانه", "تاریخ انقضا", "تاریخ پایان اعتبار"],
            isRequired: false),
        ColumnSpec(name: "state", titles: ["وضعیت پروانه", "وضعیت", "وضعیت دفتر"], isRequired: true),
        ColumnSpec(name: "manager_name", titles: ["نام مدیر", "مدیر دفتر"], isRequired: false, isPersonal: true),
        ColumnSpec(name: "deputy_name", titles: ["نام جانشین", "جانشین مدیر"], isRequired: false, isPersonal: true),
        ColumnSpec(name: "address", titles: ["نشانی", "آدرس"], isRequired: false, isPersonal: true),
        ColumnSpec(name: "postal_code", titles: ["کد پستی"], isRequired: false, isPersonal: true),
        ColumnSpec(name: "tenure", titles: ["سند تصرف", "نوع مالکیت"], isRequired: false),
        ColumnSpec(name: "floor_area", titles: ["مساحت", "متراژ", "مساحت (متر مربع)"], isRequired: false),
        ColumnSpec(name: "equipment", titles: ["تجهیزات"], isRequired: false),
        ColumnSpec(name: "has_signboard", titles: ["تابلو", "تابلو دارد"], isRequired: false),
        ColumnSpec(name: "is_accessible", titles: ["دسترس‌پذیر", "امکانات معلولان و سالمندان"], isRequired: false),
        ColumnSpec(name: "posts_tariff", titles: ["نصب تعرفه", "تعرفه نصب است"], isRequired: false),
        ColumnSpec(name: "staff_count", titles: ["تعداد کارکنان"], isRequired: false),
        ColumnSpec(name: "insured_staff_count", titles: ["تعداد کارکنان بیمه‌شده"], isRequired: false),
        ColumnSpec(name: "disabled_staff_count", titles: ["تعداد کارکنان دارای معلولیت"], isRequired: false),
        ColumnSpec(name: "effective_on", titles: ["تاریخ اثر"], isRequired: false),
        ColumnSpec(name: "predecessor_code", titles: ["کد دفتر پیشین"], isRequired: false),
        ColumnSpec(name: "predecessor_kind", titles: ["نوع جانشینی"], isRequired: false),
    ]
}

extension CheckedRow {
    fileprivate func refuse(_ column: Column, _ fault: Fault) {
        refuse(column.rawValue, fault)
    }
}

private let kinds = ChoiceList<OfficeKind>([
    (.urban, "urban", "شهری", "Urban"), (.rural, "rural", "روستایی", "Rural"),
]).accepting("پیشخوان", "دفتر پیشخوان", as: .urban).accepting("ICT روستایی", "دفتر ICT روستایی", as: .rural)

private let states = ChoiceList<LicenceState>([
    (.active, "active", "فعال", "Active"), (.expired, "expired", "منقضی", "Expired"),
    (.suspended, "suspended", "معلق", "Suspended"), (.revoked, "revoked", "باطل", "Revoked"),
    (.closed, "closed", "تعطیل", "Closed"),
]).accepting("تعلیق", "تعلیق‌شده", as: .suspended).accepting("لغو", "لغوشده", "ابطال", "ابطال‌شده", as: .revoked)
    .accepting("بسته", "جمع‌آوری‌شده", as: .closed).accepting("منقضی‌شده", as: .expired)

private let predecessorKinds = ChoiceList<String>([
    ("move", "move", "جابه‌جایی", "Move"), ("merger", "merger", "ادغام", "Merger"),
    ("transfer", "transfer", "انتقال", "Transfer"), ("code_change", "code_change", "تغییر کد", "Change of code"),
])
