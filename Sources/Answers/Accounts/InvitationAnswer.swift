package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// Invitations and passwords as answers: a new invitation with its secret, shown only once.
package enum InvitationAnswer {
    package static func make(_ issued: IssuedInvitation) -> Answer {
        var answer = Answer(
            LocalizedText(persian: "دعوت تازه", english: "New invitation"),
            facts: facts(of: issued) + [AnswerFact(.secret, .text(issued.secret.text), isCopied: true)])
        answer.notes.append(
            LocalizedText(
                persian: "این رمز را فقط به صاحب حساب برسانید؛ دوباره نشان داده نمی‌شود و یک بار کار می‌کند.",
                english: "Give this secret to the account's person only. It is not shown again, and works once."))
        return answer
    }

    /// The part of the answer that is stored for a repeated request: everything but the secret.
    package static func withoutSecret(_ issued: IssuedInvitation) -> Answer {
        Answer(
            LocalizedText(persian: "دعوت شده است", english: "The account is invited"),
            facts: facts(of: issued) + [AnswerFact(.secret, .empty)])
    }

    private static func facts(of issued: IssuedInvitation) -> [AnswerFact] {
        [
            AnswerFact(.number, .integer(issued.number)), AnswerFact(.account, .text(issued.account)),
            AnswerFact(.expiresAt, .instant(issued.expiresAt)),
        ]
    }

    /// The password of the account is set.
    package static func passwordSet(of account: String) -> Answer {
        Answer(
            LocalizedText(persian: "گذرواژه ثبت شد", english: "The password is set"),
            facts: [AnswerFact(.account, .text(account))])
    }

    package static func withdrawn(of account: String, _ wasOpen: Bool) -> Answer {
        Answer(
            wasOpen
                ? LocalizedText(persian: "دعوت پس گرفته شد", english: "The invitation is withdrawn")
                : LocalizedText(persian: "دعوت بازی نبود", english: "There was no open invitation"),
            facts: [AnswerFact(.account, .text(account)), AnswerFact(.hasChanged, .flag(wasOpen))])
    }

    package static func unlocked(_ account: String, _ hadFailed: Bool) -> Answer {
        Answer(
            hadFailed
                ? LocalizedText(persian: "ورود باز شد", english: "The log-in is unlocked")
                : LocalizedText(persian: "ورود بسته نبود", english: "The log-in was not locked"),
            facts: [AnswerFact(.account, .text(account)), AnswerFact(.hasChanged, .flag(hadFailed))])
    }

    package static func sessionEnded(of account: String) -> Answer {
        Answer(
            LocalizedText(persian: "از حساب بیرون آمدید", english: "The session is over"),
            facts: [AnswerFact(.account, .text(account))])
    }
}
