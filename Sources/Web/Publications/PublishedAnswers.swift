import NIOCore
import Synchronization

/// Answers about published results in memory, bounded by bytes; a new publication empties it.
final class PublishedAnswers: Sendable {
    private struct Entry {
        let rendered: Rendered
        var usedAt: UInt64
    }

    private struct State {
        var revision = ""
        var entries: [String: Entry] = [:]
        var bytes = 0
        var uses: UInt64 = 0
    }

    private let byteLimit: Int
    private let state = Mutex(State())

    init(byteLimit: Int) {
        self.byteLimit = byteLimit
    }

    /// The answer kept under a key, when it was made at this revision of the publications.
    func answer(_ key: String, at revision: String) -> Rendered? {
        state.withLock { state in
            guard state.revision == revision else { return nil }
            state.uses += 1
            state.entries[key]?.usedAt = state.uses
            return state.entries[key]?.rendered
        }
    }

    /// Answers larger than a sixteenth of the room are not kept: they would push out all others.
    func keep(_ rendered: Rendered, as key: String, at revision: String) {
        guard Self.size(key, rendered) <= byteLimit / 16 else { return }
        state.withLock { state in
            if state.revision != revision { state = State(revision: revision) }
            state.uses += 1
            if let old = state.entries.updateValue(Entry(rendered: rendered, usedAt: state.uses), forKey: key) {
                state.bytes -= Self.size(key, old.rendered)
            }
            state.bytes += Self.size(key, rendered)
            if state.bytes > byteLimit { Self.makeRoom(&state, byteLimit / 4 * 3) }
        }
    }

    var bytes: Int { state.withLock { $0.bytes } }

    /// Drops what was used longest ago. A quarter at once, so that the sort is paid rarely.
    private static func makeRoom(_ state: inout State, _ limit: Int) {
        for (key, entry) in state.entries.sorted(by: { $0.value.usedAt < $1.value.usedAt }) {
            guard state.bytes > limit else { return }
            state.entries[key] = nil
            state.bytes -= size(key, entry.rendered)
        }
    }

    /// With some room for the entry itself.
    private static func size(_ key: String, _ rendered: Rendered) -> Int {
        rendered.body.readableBytes + key.utf8.count + 200
    }
}
