import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import RankingRules

/// Where the bytes of a body go while they come.
protocol SpoolSink {
    mutating func take(_ bytes: Data) throws
    /// After the last byte.
    mutating func finish() throws
}

/// A folder of its own for the body of one import. Removed by `remove`.
struct Spool {
    private let root: SpoolFolder

    var folder: URL { root.url }

    /// What came in.
    struct Received {
        let byteCount: Int
        let digest: [UInt8]
    }

    /// - Parameter parent: the folder that the operator gives for imports.
    init(in parent: String) throws {
        root = try SpoolFolder(in: parent)
    }

    /// The next part is taken from the network only when the one before is written, so a fast sender waits. Writing
    /// waits for the disk, so it has threads of its own.
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

    /// - Parameter name: how the file is called in findings.
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

/// Whatever the disk refuses becomes the error that says why.
private func telling<T>(_ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch {
        throw SpoolError(error)
    }
}
