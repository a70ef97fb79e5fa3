import Foundation

/// An error of the operating system while a file is read or written.
public struct FileFailure: Error, Equatable {
    /// The `errno` of the failed call.
    public let code: Int32

    static var last: FileFailure { FileFailure(code: errno) }
}

extension FileFailure: CustomStringConvertible {
    public var description: String { String(cString: strerror(code)) }
}

/// A file descriptor that is closed with its last reference.
final class OpenFile: Sendable {
    let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    static func forReading(_ path: String) throws(FileFailure) -> OpenFile {
        try OpenFile(path, flags: O_RDONLY | O_CLOEXEC)
    }

    /// Creates the file, or empties it if it exists.
    static func forWriting(_ path: String) throws(FileFailure) -> OpenFile {
        try OpenFile(path, flags: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
    }

    /// A file without a name: no other program can open it, and nothing is left when the program ends early.
    /// - Parameter folder: nil means the system's folder for temporary files.
    static func unnamed(in folder: String?) throws(FileFailure) -> OpenFile {
        let folder = folder ?? FileManager.default.temporaryDirectory.path
        var name = Array("\(folder)/findings-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw .last }
        unlink(name)
        return OpenFile(descriptor: descriptor)
    }

    /// Reads bytes and returns their number, 0 at the end of the file.
    func read(into target: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int {
        while true {
            let count = Foundation.read(descriptor, target.baseAddress, target.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw .last }
        }
    }

    /// Reads at most `count` bytes from an offset; fewer only at the end of the file.
    func read(_ count: Int, at offset: Int) throws(FileFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var total = 0
        while total < count {
            let read = bytes.withUnsafeMutableBytes { target in
                pread(descriptor, target.baseAddress?.advanced(by: total), count - total, off_t(offset + total))
            }
            if read == 0 { break }
            if read < 0 && errno != EINTR { throw .last }
            total += max(read, 0)
        }
        bytes.removeLast(count - total)
        return bytes
    }

    func write(_ bytes: [UInt8]) throws(FileFailure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0 && errno != EINTR { throw .last }
            written += max(count, 0)
        }
    }

    private convenience init(_ path: String, flags: Int32) throws(FileFailure) {
        let descriptor = open(path, flags, 0o644)
        guard descriptor >= 0 else { throw .last }
        self.init(descriptor: descriptor)
    }
}
