package import OfficeRanking
import RankingRules

/// Subjects of outside issuers and the accounts as which they act.
package enum IdentitiesAnswer {
    package static func make(_ identities: [ExternalIdentity]) -> Answer {
        let title = LocalizedText(persian: "شناسه‌های بیرونی", english: "External identities")
        let columns = [
            AnswerColumn("issuer", "صادرکننده", "Issuer"), AnswerColumn("subject", "شناسه", "Subject"),
            AnswerColumn("account", "حساب", "Account"),
        ]
        let rows: [[Cell]] = identities.map { [.text($0.issuer), .text($0.subject), .text($0.account)] }
        return Answer(title, tables: [AnswerTable("identities", title.persian, title.english, columns, rows: rows)])
    }
}
