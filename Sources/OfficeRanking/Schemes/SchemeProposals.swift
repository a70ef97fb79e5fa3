import Foundation
import Postgres
public import RankingRules

/// A scheme that one person has proposed and another has to confirm.
public struct SchemeProposal: Sendable {
    public let adopted: AdoptedScheme
    /// True if it was confirmed before: the same scheme again changes nothing.
    public let isConfirmed: Bool
    /// What changes from the scheme of the latest half-year that was opened; nil if there is none.
    public let difference: SchemeDifference?
    /// The effect on the newest publication; nil before the first one.
    public let simulation: SchemeSimulation?
    /// The share of the ranked offices that may move, by the scheme of the latest half-year.
    public let mostMoved: Percent?
}

extension SchemeProposal {
    /// True if the scheme can be confirmed only with a reason.
    public var movesTooMany: Bool {
        guard let simulation, let mostMoved else { return false }
        return simulation.counts.moved * 100 > mostMoved.rawValue * simulation.counts.ranked
    }
}

extension RankingDatabase {
    /// Proposes a scheme from its file. It is stored and frozen, and its effect on the newest publication is simulated;
    /// a half-year may be opened with it after another person has confirmed it. The same scheme again changes nothing,
    /// unless another half-year was published since: then it is simulated again. Throws `invalid` with every fault.
    @discardableResult
    public func proposeScheme(document text: String) async throws -> SchemeProposal {
        let document = SchemeDocument.read(text)
        guard let scheme = document.scheme else {
            throw RankingError.invalid(document.faults.map(\.sentence))
        }
        try scheme.requireExactOrder()
        let head = try String(decoding: JSONEncoder.snakeCase.encode(SchemeHead(scheme)), as: UTF8.self)
        return try await act { connection in
            try await connection.query("select ranking.begin_proposal()")
            // Before anything is stored: the record's head is locked from then on.
            let simulation = try await connection.simulation(of: scheme, schemes)
            let given = try simulation.map { try $0.json() }
            let id = try await connection.query(
                """
                select ranking.propose_scheme(\(text), \(scheme.canonicalText), \(head)::jsonb, \(given)::jsonb)
                """)[0].decode(Int.self)
            return try await connection.proposal(
                AdoptedScheme(id: id, scheme: scheme, hash: scheme.hash), simulation?.result, schemes)
        }
    }

    /// Confirms a scheme that another person has proposed. From then on half-years may be opened with it.
    /// - Parameter overrule: the reason why more offices may move than the scheme in use allows; needed only then.
    @discardableResult
    public func confirmScheme(_ code: String, version: Int, overrule: String? = nil) async throws -> SchemeEntry {
        guard Int32(exactly: version) != nil else { throw RankingError.unknownScheme("\(code)@\(version)") }
        return try await act { connection in
            try await connection.query("select ranking.confirm_scheme(\(code), \(version)::integer, \(overrule))")
            return try await connection.schemeEntries().first { $0.code == code && $0.version == version }
                ?? { throw RankingError.unknownScheme("\(code)@\(version)") }()
        }
    }

    /// What changes from one scheme to another.
    /// - Parameter from: nil means the scheme of the latest half-year that was opened.
    public func schemeDifference(from: SchemeVersion? = nil, to: SchemeVersion) async throws -> SchemeDifference {
        try await read { connection in
            let after = try await connection.adoptedScheme(to)
            guard let from else {
                guard let before = try await connection.schemeInUse(schemes) else {
                    throw RankingError.unknownScheme("–")
                }
                return SchemeDifference(from: before.scheme, to: after.scheme)
            }
            return SchemeDifference(from: try await connection.adoptedScheme(from).scheme, to: after.scheme)
        }
    }
}

extension PostgresConnection {
    nonisolated(nonsending) func adoptedScheme(_ name: SchemeVersion) async throws -> AdoptedScheme {
        let rows = try await query(
            """
            select id, document, hash from ranking.scheme
            where code = \(name.code) and version = \(name.version)
            """)
        guard let row = rows.first else { throw RankingError.unknownScheme(name.description) }
        return try AdoptedScheme(row)
    }

    /// The scheme of the latest half-year that was opened; nil before the first one.
    nonisolated(nonsending) func schemeInUse(_ cache: SchemeCache) async throws -> AdoptedScheme? {
        let rows = try await query("select id, hash from ranking.scheme where is_in_use")
        guard let (id, hash) = try rows.first?.decode((Int, String).self) else { return nil }
        return try await schemes([(id: id, hash: hash)], cache).first
    }

    fileprivate nonisolated(nonsending) func proposal(
        _ adopted: AdoptedScheme, _ simulation: SchemeSimulation?, _ cache: SchemeCache
    ) async throws -> SchemeProposal {
        let isConfirmed = try await query("select is_confirmed from ranking.scheme where id = \(adopted.id)")[0]
            .decode(Bool.self)
        let before = try await schemeInUse(cache)
        return SchemeProposal(
            adopted: adopted, isConfirmed: isConfirmed,
            difference: before.map { SchemeDifference(from: $0.scheme, to: adopted.scheme) }, simulation: simulation,
            mostMoved: before?.scheme.mostMoved)
    }
}
