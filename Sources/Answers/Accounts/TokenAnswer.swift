package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// Tokens as answers: a new one with its secret, shown only once; others without.
package enum TokenAnswer {
    package static func make(_ issued: IssuedToken) -> Answer {
        var answer = Answer(
            LocalizedText(persian: "توکن تازه", english: "New token"), facts: facts(of: issued))
        answer.notes.append(
            LocalizedText(
                persian: "آن را در جای امن نگه دارید؛ دوباره نشان داده نمی‌شود.",
                english: "Keep it in a safe place: it is not shown again."))
        if !issued.isConfirmed {
            answer.notes.append(
                LocalizedText(
                    persian: "تا همکار دیگری در ستاد آن را تأیید نکند کار نمی‌کند.",
                    english: "It is not accepted until another person of the headquarters confirms it."))
        }
        return answer
    }

    /// The part of the answer that is stored for a repeated request: everything but the secret.
    package static func withoutSecret(_ issued: IssuedToken) -> Answer {
        Answer(
            LocalizedText(persian: "توکن ساخته شده است", english: "The token is made"),
            facts: facts(of: issued).filter { $0.key != "token" } + [AnswerFact(.token, .empty)])
    }

    package static func facts(of issued: IssuedToken) -> [AnswerFact] {
        [
            AnswerFact(.number, .integer(issued.number)),
            AnswerFact(.account, .text(issued.account)),
            AnswerFact(.expiresAt, .instant(issued.expiresAt)),
            AnswerFact(.token, .text(issued.secret.text), isCopied: true),
        ]
    }

    package static func make(_ tokens: [AccessToken]) -> Answer {
        let title = LocalizedText(persian: "توکن‌ها", english: "Tokens")
        let columns = [
            AnswerColumn(.number, .number), AnswerColumn(.account),
            AnswerColumn(.label), AnswerColumn(.madeAt),
            AnswerColumn(.expiresAt),
            AnswerColumn(.revokedAt, for: .peopleWhenFilled),
            AnswerColumn(.isConfirmed),
        ]
        let rows: [[Cell]] = tokens.map { token in
            [
                .integer(token.number), .text(token.account), .text(token.label), .instant(token.madeAt),
                .instant(token.expiresAt), token.revokedAt.map { .instant($0) } ?? .empty,
                .flag(token.isConfirmed),
            ]
        }
        return Answer(title, tables: [AnswerTable("tokens", title, columns, rows: rows)])
    }
}
