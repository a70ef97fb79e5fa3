public import Foundation
internal import Glibc

/// Writes rows in the binary form of COPY (PostgreSQL manual, COPY, "Binary Format") and sends them in chunks.
///
/// A row is `beginRow(fields:)`, one call for each column in order, `endRow()`. Only `endRow` can wait, and only when
/// 64 KiB are full; fields go straight into the buffer. If a field cannot be written (a NUL inside a text), the next
/// `endRow` throws its error.
public struct BinaryCopyWriter: ~Copyable {
    private var buffer: UnsafeMutableRawPointer
    private var capacity: Int
    private var count = 0
    private var missingFields = 0
    private var fault: PostgresError?
    private let send: ([UInt8]) async throws -> Void
    /// Rows begun so far.
    public private(set) var rowCount = 0

    init(send: @escaping ([UInt8]) async throws -> Void) {
        self.send = send
        capacity = copyChunkSize * 2
        buffer = .allocate(byteCount: capacity, alignment: 16)
        appendHeader()
    }

    deinit {
        buffer.deallocate()
    }

    // MARK: Rows

    public mutating func beginRow(fields: Int) {
        refuseIncompleteRow()
        missingFields = fields
        rowCount += 1
        append(Int16(truncatingIfNeeded: fields))
    }

    /// Ends the row and sends the buffer when it is full.
    public mutating nonisolated(nonsending) func endRow() async throws {
        refuseIncompleteRow()
        if count >= copyChunkSize || fault != nil { try await flush() }
    }

    /// Sends the contents of the buffer.
    public mutating nonisolated(nonsending) func flush() async throws {
        if let fault { throw fault }
        guard count > 0 else { return }
        let chunk = [UInt8](UnsafeRawBufferPointer(start: buffer, count: count))
        count = 0
        try await send(chunk)
    }

    mutating nonisolated(nonsending) func finish() async throws {
        refuseIncompleteRow()
        append(Int16(-1))
        try await flush()
    }

    private mutating func refuseIncompleteRow() {
        guard missingFields != 0 else { return }
        refuse("row \(rowCount) lacks \(missingFields) of its fields")
    }

    mutating func refuse(_ reason: String) {
        fault = fault ?? PostgresError(.encodingFailed, reason)
    }

    // MARK: Fields

    public mutating func null() {
        missingFields -= 1
        append(Int32(-1))
    }

    public mutating func bool(_ value: Bool) {
        beginField(bytes: 1)
        append(UInt8(value ? 1 : 0))
    }

    public mutating func int2(_ value: Int16) {
        beginField(bytes: 2)
        append(value)
    }

    public mutating func int4(_ value: Int32) {
        beginField(bytes: 4)
        append(value)
    }

    public mutating func int8(_ value: Int64) {
        beginField(bytes: 8)
        append(value)
    }

    public mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { text(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// Writes bytes that are UTF-8 already; the server refuses others. Also for `json`, `varchar` and domains over
    /// text.
    public mutating func text(utf8 bytes: UnsafeRawBufferPointer) {
        if let start = bytes.baseAddress, memchr(start, 0, bytes.count) != nil {
            refuse("row \(rowCount) has a NUL in a text")
        }
        bytea(bytes)
    }

    public mutating func bytea(_ bytes: UnsafeRawBufferPointer) {
        beginField(bytes: bytes.count)
        append(bytes)
    }

    public mutating func bytea(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytea($0) }
    }

    public mutating func date(_ value: PostgresDate) {
        int4(value.days)
    }

    /// `timestamptz`, to the microsecond.
    public mutating func timestamp(_ value: Date) {
        int8(Int64(value.postgresMicroseconds))
    }

    public mutating func uuid(_ value: UUID) {
        beginField(bytes: 16)
        withUnsafeBytes(of: value.uuid) { append($0) }
    }

    /// `jsonb`, whose binary form is its version 1 and then the text.
    public mutating func jsonb(_ text: String) {
        beginField(bytes: 1 + text.utf8.count)
        append(UInt8(1))
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Writes nil as NULL: `writer.optional(row.rank) { $0.int2($1) }`.
    @inlinable
    public mutating func optional<Value>(
        _ value: Value?, _ write: (inout BinaryCopyWriter, Value) -> Void
    ) {
        guard let value else { return null() }
        write(&self, value)
    }
}

extension BinaryCopyWriter {
    private mutating func appendHeader() {
        for byte in Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] { append(byte) }
        append(Int32(0))
        append(Int32(0))
    }

    mutating func beginField(bytes: Int) {
        missingFields -= 1
        append(Int32(truncatingIfNeeded: bytes))
    }

    mutating func append(_ value: some FixedWidthInteger) {
        let size = value.bitWidth / 8
        if capacity - count < size { grow(by: size) }
        (buffer + count).storeBytes(of: value.bigEndian, as: type(of: value).self)
        count += size
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        if capacity - count < bytes.count { grow(by: bytes.count) }
        (buffer + count).copyMemory(from: start, byteCount: bytes.count)
        count += bytes.count
    }

    private mutating func grow(by size: Int) {
        let larger = max(capacity * 2, count + size)
        let next = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
        next.copyMemory(from: buffer, byteCount: count)
        buffer.deallocate()
        buffer = next
        capacity = larger
    }
}
