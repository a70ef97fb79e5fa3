package import Foundation
package import OfficeRanking
import RankingRules

/// Tokens of accounts; a secret only in the answer of the act that made it.
package enum TokensAnswer {
    package static func list(_ tokens: [AccessToken], now: Date) -> Answer {
        let title = LocalizedText(persian: "کلیدهای دسترسی", english: "Access tokens")
        let columns = [
            AnswerColumn("token", "شماره", "Number", .number), AnswerColumn("account", "حساب", "Account"),
            AnswerColumn("label", "برای", "For"), AnswerColumn("made_at", "ساخته‌شده", "Made at"),
            AnswerColumn("expires_at", "اعتبار تا", "Expires at"), AnswerColumn("revoked_at", "ابطال", "Revoked at"),
            AnswerColumn("is_in_force", "برقرار", "In force"),
        ]
        let rows: [[Cell]] = tokens.map { token in
            [
                .integer(token.number), .text(token.account), .text(token.label), .instant(token.madeAt),
                .instant(token.expiresAt), token.revokedAt.map(Cell.instant) ?? .empty,
                .flag(token.isInForce(at: now)),
            ]
        }
        return Answer(title, tables: [AnswerTable("tokens", title.persian, title.english, columns, rows: rows)])
    }

    package static func issued(_ token: IssuedToken, showsSecret: Bool) -> Answer {
        var answer = Answer(
            LocalizedText(
                persian: "کلید دسترسی ساخته شد؛ فقط همین یک بار نشان داده می‌شود.",
                english: "The access token is made; it is shown this once only."),
            facts: [
                AnswerFact("token", "شماره", "Number", .integer(token.number)),
                AnswerFact("account", "حساب", "Account", .text(token.account)),
                AnswerFact("expires_at", "اعتبار تا", "Expires at", .instant(token.expiresAt)),
            ])
        answer.facts.append(
            AnswerFact("secret", "کلید", "Secret", showsSecret ? .text(token.secret.text) : .empty))
        return answer
    }
}
