import Dispatch
import Foundation
import Synchronization
import Web

/// The error output, written by its own thread, so that a writer never waits for the reader of the log. If the reader
/// stops and the buffer is full, lines are dropped and counted.
final class LogOutput: Sendable {
    static let errors = LogOutput(FileHandle.standardError)

    private struct State {
        var waiting = Data()
        var isWriting = false
        var dropped = 0
    }

    private let file: FileHandle
    private let limit: Int
    private let state = Mutex(State())
    private let writer = DispatchQueue(label: "pishkhan.log")

    /// - Parameter limit: the most bytes that wait for the reader.
    init(_ file: FileHandle, limit: Int = 4 << 20) {
        (self.file, self.limit) = (file, limit)
    }

    /// The number of lines dropped since the start.
    var droppedCount: Int { state.withLock { $0.dropped } }

    var measures: [Measure] {
        [Measure("pishkhan_log_lines_dropped_total", "Log lines nobody took.", kind: .counter, droppedCount)]
    }

    /// Writes a whole line, so that lines of several threads do not mix.
    func write(_ line: Data) {
        let begins = state.withLock { state in
            guard state.waiting.count + line.count <= limit else {
                state.dropped += 1
                return false
            }
            state.waiting.append(line)
            defer { state.isWriting = true }
            return !state.isWriting
        }
        if begins { writer.async { self.writeAll() } }
    }

    /// Waits until everything is written, but not for a reader that has stopped.
    func finish(within time: DispatchTimeInterval = .seconds(1)) {
        let done = DispatchSemaphore(value: 0)
        writer.async { done.signal() }
        _ = done.wait(timeout: .now() + time)
    }

    private func writeAll() {
        while let lines = next() {
            // If the log cannot be written, requests go on.
            try? file.write(contentsOf: lines)
        }
    }

    private func next() -> Data? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isWriting = false
                return nil
            }
            defer { state.waiting = Data() }
            return state.waiting
        }
    }
}
