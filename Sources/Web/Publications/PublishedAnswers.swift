import NIOCore
import Synchronization

/// Answers about published results in memory, limited in bytes; a new publication empties the cache.
final class PublishedAnswers: Sendable {
    private struct Entry {
        let rendered: Rendered
        var usedAt: UInt64
    }

    private struct State {
        /// The revision of the publications from which the entries were made.
        var revision = 0
        var entries: [String: Entry] = [:]
        var making: [String: Task<Rendered, any Error>] = [:]
        var bytes = 0
        var uses: UInt64 = 0
    }

    private let byteLimit: Int
    private let state = Mutex(State())
    private let hitCount = Atomic(0)
    private let missCount = Atomic(0)

    init(byteLimit: Int) {
        self.byteLimit = byteLimit
    }

    /// The cached answer for a key, or a new one. Of many callers at once only one queries the database.
    func answer(
        _ key: String, at revision: Int, make: @escaping @Sendable () async throws -> Rendered
    ) async throws -> Rendered {
        let (kept, making) = state.withLock { state -> (Rendered?, Task<Rendered, any Error>?) in
            if state.revision < revision { state = State(revision: revision) }
            guard state.revision == revision else { return (nil, nil) }
            if let kept = Self.use(key, &state) { return (kept, nil) }
            let task = state.making[key] ?? Task { try await self.keep(key, at: revision, make) }
            state.making[key] = task
            return (nil, task)
        }
        if let kept {
            hitCount.add(1, ordering: .relaxed)
            return kept
        }
        missCount.add(1, ordering: .relaxed)
        // Without a task the question is older than the cache: it is answered, and its answer is not cached.
        guard let making else { return try await make() }
        return try await making.value
    }

    /// Answers given from memory, and others, since the start.
    var hits: Int { hitCount.load(ordering: .relaxed) }
    var misses: Int { missCount.load(ordering: .relaxed) }

    /// The bytes in the cache now.
    var bytes: Int { state.withLock { $0.bytes } }

    private static func use(_ key: String, _ state: inout State) -> Rendered? {
        guard let index = state.entries.index(forKey: key) else { return nil }
        state.uses += 1
        state.entries.values[index].usedAt = state.uses
        return state.entries.values[index].rendered
    }

    private func keep(
        _ key: String, at revision: Int, _ make: @Sendable () async throws -> Rendered
    ) async throws -> Rendered {
        let made: Result<Rendered, any Error>
        do {
            made = .success(try await make())
        } catch {
            made = .failure(error)
        }
        state.withLock { state in
            guard state.revision == revision else { return }
            state.making[key] = nil
            if case .success(let rendered) = made { store(rendered, key, &state) }
        }
        return try made.get()
    }

    /// An answer larger than a sixteenth of the cache is not stored: it would push out all others.
    private func store(_ rendered: Rendered, _ key: String, _ state: inout State) {
        let size = Self.size(key, rendered)
        guard size <= byteLimit / 16 else { return }
        state.entries[key] = Entry(rendered: rendered, usedAt: state.uses)
        state.bytes += size
        if state.bytes > byteLimit { Self.makeRoom(&state, byteLimit / 4 * 3) }
    }

    /// Removes the entries that were used longest ago, a quarter at once, so that the sort is rare.
    private static func makeRoom(_ state: inout State, _ limit: Int) {
        for (key, entry) in state.entries.sorted(by: { $0.value.usedAt < $1.value.usedAt }) {
            guard state.bytes > limit else { return }
            state.entries[key] = nil
            state.bytes -= size(key, entry.rendered)
        }
    }

    /// The size of an entry with some room for its administration.
    private static func size(_ key: String, _ rendered: Rendered) -> Int {
        rendered.body.readableBytes + key.utf8.count + 200
    }
}
