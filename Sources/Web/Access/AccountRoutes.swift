import Answers
import Foundation
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Accounts, their tokens and their outside identities. Who may do what, the database decides.
    var accountRoutes: [Route] { readAccounts + changeAccounts + tokenRoutes + identityRoutes }

    private var readAccounts: [Route] {
        [
            reading("/v1/me") { asked in
                try asked.query.finish()
                let name = asked.identity.account
                return AccountAnswer.make(try await asked.ranking.accounts().filter { $0.name == name })
            },
            reading("/v1/accounts") { asked in
                try asked.query.finish()
                return AccountAnswer.make(try await asked.ranking.accounts())
            },
            reading("/v1/roles") { asked in
                try asked.query.finish()
                return AccountAnswer.make(try await asked.ranking.roles())
            },
        ]
    }

    private var changeAccounts: [Route] {
        [
            writing("/v1/accounts") { write in
                let (givenName, givenPerson) = (
                    write.body.required("name") { $0.text($1) }, write.body.required("person") { $0.text($1) }
                )
                let (givenRole, provinces, agency) = Self.role(&write)
                try write.finish()
                let (name, person, role) = (try givenName.value, try givenPerson.value, try givenRole.value)
                return { ranking in
                    try await ranking.makeAccount(
                        name: name, person: person, role: role, provinces: provinces, agency: agency)
                    return .created("/v1/accounts", try await Self.account(name, ranking))
                }
            },
            writing("/v1/accounts/{account}/role", .put) { write in
                let (givenRole, provinces, agency) = Self.role(&write)
                let given = write.body.required("reason") { $0.text($1) }
                try write.finish()
                let (name, role, reason) = (try write.context.text("account"), try givenRole.value, try given.value)
                return { ranking in
                    try await ranking.changeRole(
                        of: name, to: role, provinces: provinces, agency: agency, reason: reason)
                    return Written(try await Self.account(name, ranking))
                }
            },
            writing("/v1/accounts/{account}/disable") { write in
                let given = write.body.required("reason") { $0.text($1) }
                try write.finish()
                let (name, reason) = (try write.context.text("account"), try given.value)
                return { ranking in
                    try await ranking.disableAccount(name, reason: reason)
                    return Written(try await Self.account(name, ranking))
                }
            },
            writing("/v1/accounts/{account}/enable") { write in
                let given = write.body.required("reason") { $0.text($1) }
                try write.finish()
                let (name, reason) = (try write.context.text("account"), try given.value)
                return { ranking in
                    try await ranking.enableAccount(name, reason: reason)
                    return Written(try await Self.account(name, ranking))
                }
            },
        ]
    }

    private static func role(
        _ write: inout WriteRequest
    ) -> (
        role: Required<String>, provinces: [String], agency: String?
    ) {
        (
            write.body.required("role") { $0.text($1) }, write.body.texts("provinces"), write.body.text("agency")
        )
    }

    @Sendable
    private static func account(_ name: String, _ ranking: RankingDatabase) async throws -> Answer {
        AccountAnswer.make(try await ranking.accounts().filter { $0.name == name })
    }
}
