import Foundation
import Synchronization

/// One line on the terminal that is overwritten, at most ten times a second, and removed at the end. Without a terminal
/// nothing is written.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

    init(_ environment: CommandEnvironment) {
        isShown = environment.isErrorOutputATerminal
    }

    /// - Parameter isLast: true shows the line even if the one before is very young.
    func show(isLast: Bool = false, _ text: @autoclosure () -> String) {
        guard isShown, isLast || isDue() else { return }
        writeError("\r" + text() + Self.eraseToEnd)
    }

    func clear() {
        guard isShown else { return }
        writeError("\r" + Self.eraseToEnd)
    }

    private func isDue() -> Bool {
        lastShown.withLock { last in
            let now = ContinuousClock.now
            if let last, now - last < .milliseconds(100) { return false }
            last = now
            return true
        }
    }

    /// ECMA-48, EL: from the cursor to the end of the line.
    private static let eraseToEnd = "\u{1B}[K"
}
