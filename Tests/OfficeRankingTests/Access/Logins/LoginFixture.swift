import Foundation
import OfficeRanking
import Postgres
import TestDatabase

/// A password that is strong enough.
let goodPassword = "چهار اسب آبی ۱۲ بار"

extension Fixture {
    /// Fast numbers, since no test waits for an attacker.
    static let fastWork = PasswordWork(cost: PasswordCost(rounds: 1_024, blockSize: 8, parallelism: 1))

    var login: PasswordLogin { PasswordLogin(client: client, work: Self.fastWork) }

    /// Offices G-1, G-2 of Gilan and T-1 of Tehran, and the desk of Gilan's provincial regulator.
    func gilanDesk() async throws -> RankingDatabase {
        try await take(.offices, Self.officesOfTwoProvinces)
        return try await provincialAccount()
    }

    /// An account of G-1 with a password.
    func loggedInOffice(_ name: String = "g1.desk", password: String = goodPassword) async throws -> RankingDatabase {
        let desk = try await gilanDesk()
        let invitation = try await desk.inviteAccount(name, person: name, office: "G-1")
        _ = try await login.acceptInvitation(invitation.secret.text, password: password)
        return RankingDatabase(client: client, account: name, logger: TestDatabase.logger)
    }

    func opens(_ account: String, _ password: String) async throws -> Bool {
        do {
            _ = try await login.openSession(account: account, password: password)
            return true
        } catch RankingError.loginRefused {
            return false
        }
    }

    func isInForce(_ session: IssuedToken) async throws -> Bool {
        let authenticator = Authenticator(client: client)
        return (try? await authenticator.authenticate(token: session.secret.text)) != nil
    }

    /// The newest last.
    func actsInOrder() async throws -> [Act] {
        try await ranking.acts().reversed()
    }

    func kindsOfActs() async throws -> [String] {
        try await actsInOrder().map(\.kind)
    }

    /// Another licence holder for an office.
    func changeHolder(of office: String, to other: String = "T-1") async throws {
        try await administrator { connection in
            try await connection.query(
                """
                update registry.office set holder_id = (select holder_id from registry.office where code = \(other))
                where code = \(office)
                """)
        }
    }
}

extension RankingError {
    static func ~= (pattern: RankingError, error: any Error) -> Bool { error as? RankingError == pattern }
}
