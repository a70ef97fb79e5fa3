import Foundation
import ServiceLifecycle

/// Returns memory that is free after a rush of clients to the system; glibc keeps it by itself.
struct MemoryService: Service {
    /// True while requests are being answered, which should not wait for this.
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

    /// malloc_trim(3), which Swift's module of glibc does not have; nil in other C libraries.
    private static let trim: (@convention(c) @Sendable (Int) -> Int32)? = {
        guard let symbol = dlsym(nil, "malloc_trim") else { return nil }
        return unsafeBitCast(symbol, to: (@convention(c) @Sendable (Int) -> Int32).self)
    }()
}
