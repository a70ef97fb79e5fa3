package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// One office as an answer.
package enum OfficeAnswer {
    package static func make(_ code: String, _ record: OfficeRecord) -> Answer {
        let title = LocalizedText(
            persian: "دفتر \(TextDirection.isolated(code, in: .persian))", english: "Office \(code)")
        let facts = record.fields.map { field in
            let label = LocalizedText(persian: titles[field.name] ?? field.name, english: field.name)
            return AnswerFact(field.name, label, cell(field.name, field.value))
        }
        return Answer(title, facts: facts, tables: [versions(record)])
    }

    private static func versions(_ record: OfficeRecord) -> AnswerTable {
        let columns = [
            AnswerColumn(.effectiveOn), AnswerColumn(.revision, .number),
            AnswerColumn(.state), AnswerColumn(.licenceNumber),
            AnswerColumn(.locality),
        ]
        let rows: [[Cell]] = record.versions.map {
            [
                .day($0.effectiveOn), .integer($0.revision), .word(Words.of($0.state)), .text($0.licenceNumber),
                .text($0.locality),
            ]
        }
        return AnswerTable(.versions, columns, rows: rows)
    }

    private static func cell(_ name: String, _ value: String?) -> Cell {
        guard let value else { return .empty }
        switch name {
        case "kind": return OfficeKind(rawValue: value).map { .word(Words.of($0)) } ?? .text(value)
        case "state": return LicenceState(rawValue: value).map { .word(Words.of($0)) } ?? .text(value)
        case "licensed_on", "expires_on", "effective_on":
            return JalaliDate(value).map { .day($0.dayNumber) } ?? .text(value)
        case "has_signboard", "is_accessible", "posts_tariff": return .flag(value == "yes")
        case "floor_area": return Cell.number(value)
        case "staff_count", "insured_staff_count", "disabled_staff_count": return .optional(Int(value))
        default: return .text(value)
        }
    }

    private static let titles = [
        "code": "کد دفتر", "kind": "نوع", "province": "استان", "county": "شهرستان", "locality": "شهر یا روستا",
        "holder_name": "دارندهٔ پروانه", "licence_number": "شمارهٔ پروانه", "licensed_on": "تاریخ پروانه",
        "expires_on": "تاریخ انقضا", "state": "وضعیت", "manager_name": "مدیر", "deputy_name": "جانشین",
        "address": "نشانی", "postal_code": "کد پستی", "tenure": "سند تصرف", "floor_area": "مساحت",
        "equipment": "تجهیزات", "has_signboard": "تابلو", "is_accessible": "مناسب‌سازی",
        "posts_tariff": "نصب تعرفه", "staff_count": "شمار کارکنان", "insured_staff_count": "کارکنان بیمه‌شده",
        "disabled_staff_count": "کارکنان دارای معلولیت", "effective_on": "تاریخ اثر",
    ]
}
