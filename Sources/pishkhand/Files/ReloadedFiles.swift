import Foundation
import Logging
import Synchronization

/// What was read from files, and is read again when they change. Files that cannot be used leave what holds in force.
final class ReloadedFiles<Value: Sendable>: Sendable {
    /// Enough to notice that a file was written or replaced, or that others may read it now.
    private struct Stamp: Equatable {
        private let numbers: [UInt64?]
        private let modifiedAt: Date

        init?(_ path: String) {
            // A link is followed, since certificates are often replaced by setting one anew.
            let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else { return nil }
            let named: [FileAttributeKey] = [
                .systemFileNumber, .size, .posixPermissions, .ownerAccountID, .groupOwnerAccountID,
            ]
            numbers = named.map { (attributes[$0] as? NSNumber)?.uint64Value }
            modifiedAt = attributes[.modificationDate] as? Date ?? .distantPast
        }
    }

    private struct State {
        var value: Value
        /// Of the files that the value was read from.
        var stamps: [Stamp?]
        /// Of those that could not be used the last time.
        var refused: [Stamp?]?
    }

    private let paths: [String]
    private let read: @Sendable () async throws -> Value
    private let state: Mutex<State>

    init(_ paths: [String], read: @escaping @Sendable () async throws -> Value) async throws {
        (self.paths, self.read) = (paths, read)
        let stamps = paths.map { Stamp($0) }
        state = Mutex(State(value: try await read(), stamps: stamps))
    }

    var value: Value { state.withLock { $0.value } }

    /// Reads the files again if they are not those of the last value, or always when told to. Files that cannot be used
    /// are tried again each time, since what is wrong may lie elsewhere, but told of once.
    func reload(always: Bool, logger: Logger) async {
        let stamps = paths.map { Stamp($0) }
        let (isChanged, isTold) = state.withLock { ($0.stamps != stamps, $0.refused == stamps) }
        guard isChanged || always else { return }
        let names = Logger.MetadataValue.string(paths.joined(separator: ", "))
        do {
            let value = try await read()
            state.withLock { $0 = State(value: value, stamps: stamps) }
            logger.notice("files reloaded", metadata: ["files": names])
        } catch {
            state.withLock { $0.refused = stamps }
            guard always || !isTold else { return }
            let fault = (error as? FileFault)?.description ?? String(describing: type(of: error))
            logger.error("files not reloaded; what held before holds", metadata: ["files": names, "fault": "\(fault)"])
        }
    }
}
