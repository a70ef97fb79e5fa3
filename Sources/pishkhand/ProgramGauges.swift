import Foundation
import Migrations
import Postgres
import Web

/// Metrics of the program itself for `/metrics`: its memory, its pool, and the running versions.
enum ProgramGauges {
    static let version = "0.1.0"

    static func all(
        accounts: PostgresClient, public open: PostgresClient, startedAt: Date = Date()
    ) throws -> @Sendable () async -> [Measure] {
        let migration = try DatabaseScripts.shipped().migrations.count
        let start = Int(startedAt.timeIntervalSince1970)
        return {
            let pools = [("accounts", accounts.poolUsage), ("public", open.poolUsage)]
            return [
                Measure(
                    "pishkhan_build_info", "The program's version and the migration it needs.",
                    [(labels: [("version", version), ("migration", String(migration))], value: 1)]),
                Measure(
                    "pishkhan_pool_connections", "Connections to the database.",
                    pools.flatMap { name, pool in
                        [
                            (labels: [("pool", name), ("state", "leased")], value: pool.leased),
                            (labels: [("pool", name), ("state", "idle")], value: pool.idle),
                        ]
                    }),
                Measure(
                    "pishkhan_pool_waiters", "Requests that wait for a connection.",
                    pools.map { name, pool in (labels: [("pool", name)], value: pool.waiting) }),
                Measure("process_resident_memory_bytes", "Memory in use.", residentBytes()),
                Measure("process_open_fds", "Open files and connections.", openFiles()),
                Measure("process_start_time_seconds", "When the program started.", start),
            ]
        }
    }

    /// The resident size: the second number of proc(5) statm, in pages.
    private static func residentBytes() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }

    private static func openFiles() -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
    }
}
