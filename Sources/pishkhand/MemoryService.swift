import Foundation
import ServiceLifecycle

/// Gives memory that a rush of clients has left unused back to the system: by itself glibc keeps it.
struct MemoryService: Service {
    /// Whether clients are being served, who should not wait for it.
    let isBusy: @Sendable () -> Bool

    func run() async throws {
        guard let trim = Self.trim else { return try await gracefulShutdown() }
        let isBusy = isBusy
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: .seconds(10))) != nil {
                if !isBusy() { _ = trim(0) }
            }
        }
    }

    /// malloc_trim(3), which Swift's module of glibc does not name; nil in other C libraries.
    private static let trim: (@convention(c) @Sendable (Int) -> Int32)? = {
        guard let symbol = dlsym(nil, "malloc_trim") else { return nil }
        return unsafeBitCast(symbol, to: (@convention(c) @Sendable (Int) -> Int32).self)
    }()
}
