import Synchronization

/// Queries the database once for many callers of the same question.
///
/// A caller that comes while the query runs waits for the next query, and shares it with all who came meanwhile. So no
/// caller gets an answer older than its request.
/// nobody gets an answer that is older than his own request.
final class SharedQuestions: Sendable {
    private struct Line {
        var answering: Task<Rendered, any Error>
        var next: Task<Rendered, any Error>?
    }

    private let lines = Mutex<[String: Line]>([:])
    private let sharedCount = Atomic(0)

    /// Requests that shared another request's query, since the start.
    var shared: Int { sharedCount.load(ordering: .relaxed) }

    /// The answer to the question with this key.
    func answer(_ key: String, make: @escaping @Sendable () async throws -> Rendered) async throws -> Rendered {
        let task = lines.withLock { lines in
            guard let line = lines[key] else {
                let task = Task { try await self.ask(key, make) }
                lines[key] = Line(answering: task)
                return task
            }
            if let next = line.next {
                sharedCount.add(1, ordering: .relaxed)
                return next
            }
            let task = Task {
                _ = await line.answering.result
                return try await self.ask(key, make)
            }
            lines[key]?.next = task
            return task
        }
        return try await task.value
    }

    private func ask(_ key: String, _ make: @Sendable () async throws -> Rendered) async throws -> Rendered {
        defer {
            lines.withLock { lines in lines[key] = lines[key]?.next.map { Line(answering: $0) } }
        }
        return try await make()
    }
}
