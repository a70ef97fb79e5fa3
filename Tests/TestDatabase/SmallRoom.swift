public import Foundation

/// A file system of a few megabytes in memory that a test may fill, beside a private server.
public struct SmallRoom: Sendable {
    public let folder: URL

    /// Mounting needs root, and the leave of whatever contains this machine.
    public static let canBeMade: Bool = {
        let folder = URL(filePath: "/tmp/pishkhan-room-\(UUID().uuidString.prefix(8))")
        guard geteuid() == 0, (try? mount(folder, megabytes: 1)) != nil else { return false }
        unmount(folder)
        return true
    }()

    /// Makes it, hands it over to the server's user, and takes it away; the server may still use it then.
    public static func with<T: Sendable>(
        megabytes: Int, _ body: (SmallRoom) async throws -> T
    ) async throws -> T {
        let folder = URL(filePath: "/tmp/pishkhan-room-\(UUID().uuidString.prefix(8).lowercased())")
        try await onOwnThread { try mount(folder, megabytes: megabytes) }
        do {
            let value = try await body(SmallRoom(folder: folder))
            try await onOwnThread { unmount(folder) }
            return value
        } catch {
            try await onOwnThread { unmount(folder) }
            throw error
        }
    }

    private var ballast: URL { folder.appending(path: "ballast") }

    /// Takes all room that is left.
    public func fill() throws {
        _ = FileManager.default.createFile(atPath: ballast.path(percentEncoded: false), contents: nil)
        let file = try FileHandle(forWritingTo: ballast)
        defer { try? file.close() }
        for size in [1 << 20, 4_096] {
            let block = Data(repeating: 0, count: size)
            while (try? file.write(contentsOf: block)) != nil {}
        }
    }

    /// Gives the room back.
    public func clear() throws {
        try FileManager.default.removeItem(at: ballast)
    }

    private static func mount(_ folder: URL, megabytes: Int) throws {
        let path = folder.path(percentEncoded: false)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        do {
            try run("/usr/bin/mount", ["-t", "tmpfs", "-o", "size=\(megabytes)m,mode=0700", "tmpfs", path])
            try FileManager.default.setAttributes([.ownerAccountName: "postgres"], ofItemAtPath: path)
        } catch {
            unmount(folder)
            throw error
        }
    }

    private static func unmount(_ folder: URL) {
        try? run("/usr/bin/umount", ["--lazy", folder.path(percentEncoded: false)])
        try? FileManager.default.removeItem(at: folder)
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        while process.isRunning { usleep(2_000) }
        guard process.terminationStatus == 0 else { throw ServerFault("\(program) \(arguments)") }
    }
}
