internal import CLibpq

/// The forms of COPY (PostgreSQL manual, COPY).
public enum PostgresCopyFormat: String, Sendable {
    case binary
    case text
    case csv
}

extension PostgresConnection {
    /// Loads rows that `write` produces into a table, in binary form, and returns their number.
    ///
    /// An error of `write` ends and undoes the COPY, and is rethrown. A cancelled task ends it too.
    @discardableResult
    public nonisolated(nonsending) func copyIn(
        into table: String, columns: [String], file: String = #fileID, line: Int = #line,
        _ write: (inout BinaryCopyWriter) async throws -> Void
    ) async throws -> Int {
        let location = CallSite(file: file, line: line)
        try await beginCopyIn(into: table, columns: columns, format: .binary, location)
        var writer = BinaryCopyWriter { [self] chunk in try await sendCopy(chunk, location) }
        do {
            try await write(&writer)
            try await writer.finish()
        } catch {
            await abandonCopyIn(because: error, location)
            throw error
        }
        return try await endCopyIn(location)
    }

    /// Loads lines of text or CSV that `write` produces into a table, and returns the number of rows.
    @discardableResult
    public nonisolated(nonsending) func copyIn(
        into table: String, columns: [String], format: PostgresCopyFormat, file: String = #fileID, line: Int = #line,
        lines write: (inout TextCopyWriter) async throws -> Void
    ) async throws -> Int {
        let location = CallSite(file: file, line: line)
        try await beginCopyIn(into: table, columns: columns, format: format, location)
        var writer = TextCopyWriter { [self] chunk in try await sendCopy(chunk, location) }
        do {
            try await write(&writer)
            try await writer.flush()
        } catch {
            await abandonCopyIn(because: error, location)
            throw error
        }
        return try await endCopyIn(location)
    }

    private func beginCopyIn(
        into table: String, columns: [String], format: PostgresCopyFormat, _ location: CallSite
    ) async throws {
        try refuseDuringCopy(location)
        let names = columns.map { quotedName($0) }.joined(separator: ", ")
        let list = columns.isEmpty ? "" : " (\(names))"
        let sql = "copy \(quotedTable(table))\(list) from stdin with (format \(format.rawValue))"
        try await act(location, query: sql) { try exchange.beginCopy(sql, expecting: PGRES_COPY_IN) }
        isCopying = true
    }

    private func sendCopy(_ chunk: [UInt8], _ location: CallSite) async throws {
        guard isCopying else { throw PostgresError(.invalidUse, "this COPY has ended already").at(location) }
        try await act(location, query: nil) {
            do {
                try exchange.sendCopy(chunk)
            } catch {
                isCopying = false
                throw error
            }
        }
    }

    private func endCopyIn(_ location: CallSite) async throws -> Int {
        defer { isCopying = false }
        return try await act(location, query: nil) { try exchange.endCopy().affectedRows }
    }

    /// Undoes a COPY. The server answers with an echo of the present error, which is dropped.
    private func abandonCopyIn(because error: any Error, _ location: CallSite) async {
        guard isCopying else { return }
        defer { isCopying = false }
        _ = try? await act(location, query: nil, cancellable: false) {
            try exchange.abandonCopyIn(refusal: error is CancellationError ? "cancelled" : "the writer failed")
        }
    }
}

/// Sends lines of text or CSV to a COPY, in chunks of 64 KiB.
public struct TextCopyWriter: ~Copyable {
    private var bytes: [UInt8] = []
    private let send: ([UInt8]) async throws -> Void

    init(send: @escaping ([UInt8]) async throws -> Void) {
        self.send = send
        bytes.reserveCapacity(copyChunkSize * 2)
    }

    /// Appends text unchanged, with separators and line ends.
    public mutating nonisolated(nonsending) func write(_ text: String) async throws {
        bytes.append(contentsOf: text.utf8)
        if bytes.count >= copyChunkSize { try await flush() }
    }

    public mutating nonisolated(nonsending) func write(_ text: [UInt8]) async throws {
        bytes.append(contentsOf: text)
        if bytes.count >= copyChunkSize { try await flush() }
    }

    mutating nonisolated(nonsending) func flush() async throws {
        guard !bytes.isEmpty else { return }
        try await send(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}

/// Large enough to make hops and system calls rare, and small enough for the processor's cache.
let copyChunkSize = 65_536
