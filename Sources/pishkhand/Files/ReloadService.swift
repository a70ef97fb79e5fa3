import ServiceLifecycle
import UnixSignals

/// Reloads files: always on SIGHUP, and within two seconds of a change.
struct ReloadService: Service {
    /// Called with true on SIGHUP.
    let reload: @Sendable (Bool) async -> Void

    func run() async throws {
        let hangUps = await UnixSignalsSequence(trapping: .sighup)
        let reload = reload
        let (reasons, sender) = AsyncStream.makeStream(of: Bool.self)
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { for await _ in hangUps { sender.yield(true) } }
                group.addTask {
                    while (try? await Task.sleep(for: .seconds(2))) != nil { sender.yield(false) }
                }
                // One after the other: of two at once, the older value could be stored last.
                for await isAsked in reasons { await reload(isAsked) }
            }
        }
    }
}
