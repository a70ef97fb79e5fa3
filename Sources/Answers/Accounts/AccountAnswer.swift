package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// Accounts, roles and outside identities as answers.
package enum AccountAnswer {
    package static func make(_ accounts: [Account]) -> Answer {
        let title = LocalizedText(persian: "حساب‌ها", english: "Accounts")
        let columns = [
            AnswerColumn(.name), AnswerColumn(.person),
            AnswerColumn(.role), AnswerColumn(.isActive),
            AnswerColumn(.isBuiltIn),
            AnswerColumn(.provinces, for: .peopleWhenFilled),
            AnswerColumn(.regions, for: .peopleWhenFilled),
            AnswerColumn(.officesOfAccount, for: .peopleWhenFilled),
            AnswerColumn(.agency, for: .peopleWhenFilled),
        ]
        let rows: [[Cell]] = accounts.map { account in
            [
                .text(account.name), .text(account.person), .word(account.role, account.roleTitle),
                .flag(account.isActive), .flag(account.isBuiltIn),
                list(account.scope.provinces), list(account.scope.regions.map(String.init)),
                list(account.scope.offices),
                .optional(account.agency),
            ]
        }
        return Answer(title, tables: [AnswerTable("accounts", title, columns, rows: rows)])
    }

    private static func list(_ items: [String]) -> Cell {
        items.isEmpty ? .empty : .text(items.joined(separator: " "))
    }

    package static func make(_ roles: [AccountRole]) -> Answer {
        let title = LocalizedText(persian: "نقش‌ها", english: "Roles")
        let columns = [
            AnswerColumn(.name), AnswerColumn(.title),
            AnswerColumn(.scope), AnswerColumn(.isBuiltIn),
            AnswerColumn(.permissions),
        ]
        let rows: [[Cell]] = roles.map { role in
            [
                .text(role.name), .localized(role.title), .word(Words.ofScope(role.scope)), .flag(role.isBuiltIn),
                .text(role.permissions.joined(separator: " ")),
            ]
        }
        return Answer(title, tables: [AnswerTable("roles", title, columns, rows: rows)])
    }

    package static func make(_ identities: [ExternalIdentity]) -> Answer {
        let title = LocalizedText(persian: "هویت‌های بیرونی", english: "Outside identities")
        let columns = [
            AnswerColumn(.issuer), AnswerColumn(.identitySubject),
            AnswerColumn(.account), AnswerColumn(.isConfirmed),
        ]
        let rows: [[Cell]] = identities.map {
            [.text($0.issuer), .text($0.subject), .text($0.account), .flag($0.isConfirmed)]
        }
        return Answer(title, tables: [AnswerTable("identities", title, columns, rows: rows)])
    }
}
