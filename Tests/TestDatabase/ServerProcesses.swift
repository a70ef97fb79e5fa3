import Foundation

/// How a server goes away.
public enum Outage: String, CaseIterable, Sendable {
    /// Sessions are ended, what they do is rolled back, and everything is written.
    case stoppedFast
    /// The processes end without tidying up; the next start recovers.
    case stoppedAtOnce
    /// Every process is killed: an orphaned one could still commit before it notices.
    case killed
}

extension PrivateServer {
    /// Ends the server and returns when none of its processes is left.
    public func end(_ outage: Outage) async throws {
        guard let server = try processes().first else { throw ServerFault("the server does not run") }
        switch outage {
        case .stoppedFast: Foundation.kill(server, SIGINT)
        case .stoppedAtOnce: Foundation.kill(server, SIGQUIT)
        case .killed: for process in try processes() { Foundation.kill(process, SIGKILL) }
        }
        try await expect("it does not end") { try self.processes().isEmpty }
        if outage != .stoppedFast {
            // Of another process by now, its number would keep the server from starting.
            try? FileManager.default.removeItem(atPath: path("cluster/postmaster.pid"))
            try? FileManager.default.removeItem(atPath: path("socket/.s.PGSQL.5432"))
            try? FileManager.default.removeItem(atPath: path("socket/.s.PGSQL.5432.lock"))
        }
    }

    /// Holds every process of the server, as a machine that is frozen, until `thaw`.
    public func freeze() throws {
        for process in try processes() { Foundation.kill(process, SIGSTOP) }
    }

    public func thaw() throws {
        for process in try processes().reversed() { Foundation.kill(process, SIGCONT) }
    }

    /// The server first, then its children; orphans of a dead server too. Each works in the cluster's folder.
    func processes() throws -> [Int32] {
        let cluster = path("cluster")
        let numbers = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }
        let own = numbers.filter {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\($0)/cwd")) == cluster
        }
        let file = try? String(contentsOfFile: path("cluster/postmaster.pid"), encoding: .utf8)
        let server = file?.split(separator: "\n").first.flatMap { Int32($0) }
        return own.filter { $0 == server } + own.filter { $0 != server }
    }
}
