internal import CLibpq

/// One value of a row.
public struct PostgresCell: Sendable {
    let result: ServerResult
    let row: Int32
    let column: Int32

    public var isNull: Bool { PQgetisnull(result.pointer, row, column) == 1 }
    public var columnName: String { String(cString: PQfname(result.pointer, column)) }

    /// Lends the value's bytes without a copy; nil is NULL.
    @inlinable
    public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer?) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(self) { try body(bytes) }
    }

    @inlinable
    public func decode<Value: PostgresDecodable>(
        _ type: Value.Type = Value.self, file: String = #fileID, line: Int = #line
    ) throws -> Value {
        do {
            return try withUnsafeBytes { bytes in
                if isBinary { try Value(postgresBinary: bytes) } else { try Value(postgresText: bytes) }
            }
        } catch let fault as PostgresDecodingFault {
            throw error(fault, file, line)
        }
    }

    @usableFromInline
    var isBinary: Bool { result.isBinary }

    /// Valid while the result lives.
    @usableFromInline
    var bytes: UnsafeRawBufferPointer? {
        let length = Int(PQgetlength(result.pointer, row, column))
        guard length > 0 || !isNull else { return nil }
        return UnsafeRawBufferPointer(start: PQgetvalue(result.pointer, row, column), count: length)
    }

    @usableFromInline
    func error(_ fault: PostgresDecodingFault, _ file: String, _ line: Int) -> PostgresError {
        PostgresError(.decodingFailed, "column \(columnName): \(fault.reason)").at(CallSite(file: file, line: line))
    }
}
