import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import RankingRules

/// Takes the bytes of a body as they come.
protocol SpoolSink {
    mutating func take(_ bytes: Data) throws
    /// Called after the last byte.
    mutating func finish() throws
}

/// A new folder for the body of one import. `remove` deletes it.
struct Spool {
    private let root: SpoolFolder

    var folder: URL { root.url }

    /// The received bytes.
    struct Received {
        let byteCount: Int
        let digest: [UInt8]
    }

    /// - Parameter parent: the operator's folder for imports.
    init(in parent: String) throws {
        root = try SpoolFolder(in: parent)
    }

    /// Reads each part from the network only when the one before is written, so that a fast sender waits. Writing waits
    /// for the disk, so it has threads of its own.
    /// - Parameter progress: called with the bytes so far, about every four megabytes.
    func receive(
        _ body: RequestBody, into sink: inout some SpoolSink, atMost limit: Int, slowest: UploadRate,
        progress: (Int) -> Void
    ) async throws -> Received {
        try await withTaskExecutorPreference(DiskThreads.shared) {
            try await take(body, into: &sink, atMost: limit, slowest: slowest, progress: progress)
        }
    }

    private func take(
        _ body: RequestBody, into sink: inout some SpoolSink, atMost limit: Int, slowest: UploadRate,
        progress: (Int) -> Void
    ) async throws -> Received {
        var (count, lastTold) = (0, 0)
        var hash = SHA256()
        var parts = BodyParts(body)
        var rate = UploadProgress(slowest)
        var asked = ContinuousClock.now
        while let part = try await parts.next() {
            try rate.note(part.readableBytes, after: .now - asked)
            count += part.readableBytes
            guard count <= limit else { throw HTTPError(.contentTooLarge) }
            let bytes = Data(part.readableBytesView)
            hash.update(data: bytes)
            try sink.take(bytes)
            if count - lastTold >= 4 << 20 {
                lastTold = count
                progress(count)
            }
            asked = .now
        }
        try sink.finish()
        return Received(byteCount: count, digest: Array(hash.finalize()))
    }

    func remove() {
        root.remove()
    }
}

/// A file of a spool, written from its beginning.
struct SpooledFile: SpoolSink {
    let path: String
    private let file: FileHandle

    /// - Parameter name: the name of the file in findings.
    init(_ name: String, in folder: URL) throws {
        path = folder.appending(path: name).path(percentEncoded: false)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SpoolError(number: errno) }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func take(_ bytes: Data) throws {
        try telling { try file.write(contentsOf: bytes) }
    }

    func finish() throws {
        try telling { try file.close() }
    }
}

/// Turns an error of the disk into a `SpoolError`.
private func telling<T>(_ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch {
        throw SpoolError(error)
    }
}
