import Answers
import Foundation
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Accounts, their tokens and their outside identities. The database decides who may do what.
    var accountRoutes: [Route] {
        readAccounts + changeAccounts + tokenRoutes + identityRoutes + invitationRoutes + passwordRoutes
    }

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
            writing("/v1/accounts", NewAccount.self) { ranking, write in
                let (new, role) = (write.body, write.body.role)
                try await ranking.makeAccount(
                    name: new.name, person: new.person, role: role.role, provinces: role.provinces, agency: role.agency,
                    regions: role.regions, offices: role.offices)
                return .created("/v1/accounts", try await Self.account(new.name, ranking))
            },
            writing("/v1/accounts/{account}/role", RoleChange.self, .put) { ranking, write in
                let (name, role) = (try write.context.text("account"), write.body.role)
                try await ranking.changeRole(
                    of: name, to: role.role, provinces: role.provinces, agency: role.agency, regions: role.regions,
                    offices: role.offices, reason: write.body.reason)
                return Written(try await Self.account(name, ranking))
            },
            writing("/v1/accounts/{account}/disable", Reason.self) { ranking, write in
                let name = try write.context.text("account")
                try await ranking.disableAccount(name, reason: write.body.reason)
                return Written(try await Self.account(name, ranking))
            },
            writing("/v1/accounts/{account}/enable", Reason.self) { ranking, write in
                let name = try write.context.text("account")
                try await ranking.enableAccount(name, reason: write.body.reason)
                return Written(try await Self.account(name, ranking))
            },
        ]
    }

    private static func account(_ name: String, _ ranking: RankingDatabase) async throws -> Answer {
        AccountAnswer.make(try await ranking.accounts().filter { $0.name == name })
    }
}

private struct NewAccount: WriteBody {
    let name: String
    let person: String
    let role: GivenRole

    static let form = BodyForm(Self.init, Member.text("name"), Member.text("person"), GivenRole.form.field)
}

private struct RoleChange: WriteBody {
    let role: GivenRole
    let reason: String

    static let form = BodyForm(Self.init, GivenRole.form.field, Member.text("reason"))
}

/// A role with its scope.
private struct GivenRole: WriteBody {
    let role: String
    let provinces: [String]
    let regions: [Int]
    let offices: [String]
    let agency: String?

    static let form = BodyForm(
        Self.init, Member.text("role"), Member.texts("provinces").or([]), Member.regions("regions").or([]),
        Member.texts("offices").or([]), Member.text("agency").optional)
}
