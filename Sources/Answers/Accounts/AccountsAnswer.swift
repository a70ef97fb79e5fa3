package import OfficeRanking
import RankingRules

/// Accounts and roles.
package enum AccountsAnswer {
    /// - Parameter account: nil where the asker may not see it.
    package static func one(_ account: Account?, _ name: String) -> Answer {
        let title = LocalizedText(persian: "حساب \(name)", english: "Account \(name)")
        guard let account else { return Answer(title, facts: [AnswerFact("name", "نام", "Name", .text(name))]) }
        let facts = zip(columns, row(account)).map { column, cell in
            AnswerFact(column.key, column.title.persian, column.title.english, cell)
        }
        return Answer(title, facts: facts)
    }

    package static func list(_ accounts: [Account]) -> Answer {
        let title = LocalizedText(persian: "حساب‌ها", english: "Accounts")
        return Answer(
            title, tables: [AnswerTable("accounts", title.persian, title.english, columns, rows: accounts.map(row))])
    }

    package static func roles(_ roles: [AccountRole]) -> Answer {
        let title = LocalizedText(persian: "نقش‌ها", english: "Roles")
        let columns = [
            AnswerColumn("role", "نقش", "Role"), AnswerColumn("title", "عنوان", "Title"),
            AnswerColumn("reach", "دامنه", "Reach"), AnswerColumn("is_built_in", "درونی", "Built in"),
            AnswerColumn("deeds", "کارها", "Deeds"),
        ]
        let rows: [[Cell]] = roles.map {
            [
                .text($0.name), .localized($0.title), .text($0.reach), .flag($0.isBuiltIn),
                .text($0.deeds.joined(separator: " ")),
            ]
        }
        return Answer(title, tables: [AnswerTable("roles", title.persian, title.english, columns, rows: rows)])
    }

    private static let columns = [
        AnswerColumn("name", "نام", "Name"), AnswerColumn("person", "شخص", "Person"),
        AnswerColumn("role", "نقش", "Role"), AnswerColumn("provinces", "استان‌ها", "Provinces"),
        AnswerColumn("agency", "دستگاه", "Agency"), AnswerColumn("is_active", "فعال", "Active"),
        AnswerColumn("is_built_in", "درونی", "Built in", for: .programs),
    ]

    private static func row(_ account: Account) -> [Cell] {
        [
            .text(account.name), .text(account.person), .word(account.role, account.roleTitle),
            .text(account.provinces.joined(separator: " ")), .optional(account.agency), .flag(account.isActive),
            .flag(account.isBuiltIn),
        ]
    }
}
