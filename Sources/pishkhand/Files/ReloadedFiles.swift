import Foundation
import Logging
import Synchronization

/// A value that was read from files and is read again when they change. Unusable files leave the present value in
/// force.
final class ReloadedFiles<Value: Sendable>: Sendable {
    /// Enough to notice that a file was written or replaced, or that other users may read it now.
    private struct Stamp: Equatable {
        private let numbers: [UInt64?]
        private let modifiedAt: Date

        init?(_ path: String) {
            // A link is followed, because certificates are often replaced by a new link.
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
        /// The stamps of the files from which the value was read.
        var stamps: [Stamp?]
        /// The stamps of the files that were last refused.
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

    /// Reads the files again if they have changed, or always if told to. Unusable files are tried again each time,
    /// because the cause may lie elsewhere, but are logged once.
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
