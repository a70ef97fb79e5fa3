public import OfficeRanking
import Postgres
import RankingRules

/// The account of the person who confirms the schemes that a test proposes; made when it is needed.
public let confirmer = "second.adopter"

/// A script of an administrator that makes the account.
public let confirmerMade = """
    insert into registry.account (name, person, role) values ('\(confirmer)', '\(confirmer)', 'headquarters')
    on conflict do nothing
    """

extension RankingDatabase {
    /// Two persons adopt a scheme: this account proposes it, another one confirms it.
    @discardableResult
    public func adoptScheme(document text: String) async throws -> AdoptedScheme {
        let proposal = try await proposeScheme(document: text)
        guard !proposal.isConfirmed else { return proposal.adopted }
        try await TestDatabase.administer(client.configuration.address(as: "postgres"), confirmerMade)
        let scheme = proposal.adopted.scheme
        try await acting(as: confirmer).confirmScheme(scheme.code, version: scheme.version)
        return proposal.adopted
    }
}

extension PostgresConfiguration {
    /// The same database for another role, beside a pooler.
    fileprivate func address(as role: String) -> String {
        var parts = (directConnectionString ?? connectionString).split(separator: " ").map(String.init)
        parts.removeAll { $0.hasPrefix("user=") }
        return (parts + ["user=\(role)"]).joined(separator: " ")
    }
}

extension TestDatabase {
    /// A second person confirms a proposed scheme.
    public func confirmScheme(_ code: String, version: Int = 1) async throws {
        try await execute(confirmerMade)
        let client = client()
        let ranking = RankingDatabase(client: client, account: confirmer, logger: Self.logger)
        do {
            try await ranking.confirmScheme(code, version: version)
            await client.close()
        } catch {
            await client.close()
            throw error
        }
    }
}
