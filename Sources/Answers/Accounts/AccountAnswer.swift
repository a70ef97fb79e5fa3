package import OfficeRanking
import RankingRules

/// Accounts, roles and outside identities as answers.
package enum AccountAnswer {
    package static func make(_ accounts: [Account]) -> Answer {
        let title = LocalizedText(persian: "حساب‌ها", english: "Accounts")
        let columns = [
            AnswerColumn("name", "نام", "Name"), AnswerColumn("person", "صاحب", "Person"),
            AnswerColumn("role", "نقش", "Role"), AnswerColumn("is_active", "فعال", "Active"),
            AnswerColumn("is_built_in", "از سامانه", "Built in"),
            AnswerColumn("provinces", "استان", "Provinces", for: .peopleWhenFilled),
            AnswerColumn("agency", "دستگاه", "Agency", for: .peopleWhenFilled),
        ]
        let rows: [[Cell]] = accounts.map { account in
            [
                .text(account.name), .text(account.person), .word(account.role, account.roleTitle),
                .flag(account.isActive), .flag(account.isBuiltIn),
                account.provinces.isEmpty ? .empty : .text(account.provinces.joined(separator: " ")),
                .optional(account.agency),
            ]
        }
        return Answer(title, tables: [AnswerTable("accounts", title.persian, title.english, columns, rows: rows)])
    }

    package static func make(_ roles: [AccountRole]) -> Answer {
        let title = LocalizedText(persian: "نقش‌ها", english: "Roles")
        let columns = [
            AnswerColumn("name", "نام", "Name"), AnswerColumn("title", "عنوان", "Title"),
            AnswerColumn("reach", "دامنه", "Reach"), AnswerColumn("is_built_in", "از سامانه", "Built in"),
            AnswerColumn("deeds", "کارهای مجاز", "Deeds"),
        ]
        let rows: [[Cell]] = roles.map { role in
            [
                .text(role.name), .localized(role.title), reach(role.reach), .flag(role.isBuiltIn),
                .text(role.deeds.joined(separator: " ")),
            ]
        }
        return Answer(title, tables: [AnswerTable("roles", title.persian, title.english, columns, rows: rows)])
    }

    package static func make(_ identities: [ExternalIdentity]) -> Answer {
        let title = LocalizedText(persian: "هویت‌های بیرونی", english: "Outside identities")
        let columns = [
            AnswerColumn("issuer", "صادرکننده", "Issuer"), AnswerColumn("subject", "شناسه", "Subject"),
            AnswerColumn("account", "حساب", "Account"), AnswerColumn("is_confirmed", "تأییدشده", "Confirmed"),
        ]
        let rows: [[Cell]] = identities.map {
            [.text($0.issuer), .text($0.subject), .text($0.account), .flag($0.isConfirmed)]
        }
        return Answer(title, tables: [AnswerTable("identities", title.persian, title.english, columns, rows: rows)])
    }

    private static func reach(_ reach: String) -> Cell {
        let words = [
            "country": LocalizedText(persian: "کشور", english: "the country"),
            "provinces": LocalizedText(persian: "استان‌های حساب", english: "its provinces"),
            "services": LocalizedText(persian: "خدمات دستگاه", english: "its agency's services"),
            "publications": LocalizedText(persian: "آنچه منتشر شده", english: "what is published"),
        ]
        return words[reach].map { .word(reach, $0) } ?? .text(reach)
    }
}
