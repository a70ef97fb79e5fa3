import Postgres
import RankingRules
import Synchronization

/// Schemes by hash. An adopted scheme never changes, and reading one costs more than reading an office. When the cache
/// is full, the scheme that was used longest ago is removed.
final class SchemeCache: Sendable {
    private struct Kept {
        var schemes: [String: Scheme] = [:]
        /// Hashes in the order of their last use, the newest at the end.
        var order: [String] = []
    }

    private let most: Int
    private let kept = Mutex(Kept())

    init(keeping most: Int = 32) {
        self.most = most
    }

    var count: Int { kept.withLock { $0.schemes.count } }

    func scheme(hash: String) -> Scheme? {
        kept.withLock { kept in
            guard let scheme = kept.schemes[hash] else { return nil }
            kept.order.removeAll { $0 == hash }
            kept.order.append(hash)
            return scheme
        }
    }

    func keep(_ scheme: Scheme, hash: String) {
        kept.withLock { kept in
            if kept.schemes.updateValue(scheme, forKey: hash) == nil { kept.order.append(hash) }
            if kept.order.count > most { kept.schemes[kept.order.removeFirst()] = nil }
        }
    }
}

extension PostgresConnection {
    /// Adopted schemes in the order of the given hashes. Those that the cache lacks are read in one query.
    nonisolated(nonsending) func schemes(
        _ wanted: [(id: Int, hash: String)], _ cache: SchemeCache
    ) async throws -> [AdoptedScheme] {
        var known: [Int: AdoptedScheme] = [:]
        for (id, hash) in wanted {
            known[id] = cache.scheme(hash: hash).map { AdoptedScheme(id: id, scheme: $0, hash: hash) }
        }
        let missing = wanted.map(\.id).filter { known[$0] == nil }
        if !missing.isEmpty {
            let rows = try await query(
                "select id, document, hash from ranking.scheme where id = any (\(missing)::integer[])")
            for row in rows {
                let scheme = try AdoptedScheme(row)
                cache.keep(scheme.scheme, hash: scheme.hash)
                known[scheme.id] = scheme
            }
        }
        return try wanted.map { id, _ in
            guard let scheme = known[id] else { throw RankingError.unknownScheme(String(id)) }
            return scheme
        }
    }
}
