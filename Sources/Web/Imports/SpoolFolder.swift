public import Foundation

/// A folder for one upload, locked while its owner holds it. The system releases the lock when the owner ends, for
/// whatever reason, so a folder with a free lock has no owner any more.
public final class SpoolFolder: Sendable {
    static let prefix = "pishkhan-import-"
    /// The prefix of a folder without a lock.
    static let newPrefix = ".pishkhan-new-"
    /// How many seconds a new folder may be without its lock.
    static let newForSeconds = 60.0

    let url: URL
    private let lock: Int32

    /// The folder gets its name when it is locked, so that a folder with this name always has its lock.
    init(in parent: String) throws {
        let (parent, name) = (URL(filePath: parent), UUID().uuidString)
        let new = parent.appending(path: Self.newPrefix + name)
        guard mkdir(new.path(percentEncoded: false), 0o700) == 0 else { throw SpoolError(number: errno) }
        url = parent.appending(path: Self.prefix + name)
        guard let lock = Self.locked(new) else {
            let number = errno
            try? FileManager.default.removeItem(at: new)
            throw SpoolError(number: number)
        }
        self.lock = lock
        try FileManager.default.moveItem(at: new, to: url)
    }

    deinit {
        close(lock)
    }

    func remove() {
        try? FileManager.default.removeItem(at: url)
    }

    /// Removes the folders of daemons that were killed, and returns their number.
    @discardableResult
    public static func removeAbandoned(in parent: String, now: Date = Date()) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        return names.count { name in
            let isNew = name.hasPrefix(newPrefix)
            guard isNew || name.hasPrefix(prefix) else { return false }
            let url = URL(filePath: parent).appending(path: name)
            guard let lock = locked(url) else { return false }
            defer { close(lock) }
            guard isOwn(url, changedBefore: isNew ? now.addingTimeInterval(-newForSeconds) : nil) else {
                return false
            }
            return (try? FileManager.default.removeItem(at: url)) != nil
        }
    }

    /// The open folder with its lock, which child processes do not inherit. Nil if another process has the lock, or it
    /// is not a folder that may be opened.
    private static func locked(_ url: URL) -> Int32? {
        let folder = open(url.path(percentEncoded: false), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { return nil }
        guard flock(folder, LOCK_EX | LOCK_NB) == 0 else {
            close(folder)
            return nil
        }
        return folder
    }

    /// True if it belongs to this program's user and has not changed since. Others may make folders of this name in a
    /// folder that all users can write.
    private static func isOwn(_ folder: URL, changedBefore limit: Date?) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path(percentEncoded: false))
        guard let owner = attributes?[.ownerAccountID] as? NSNumber, owner.uint32Value == geteuid(),
            let changed = attributes?[.modificationDate] as? Date
        else { return false }
        return limit.map { changed <= $0 } ?? true
    }
}
