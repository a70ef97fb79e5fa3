internal import CLibpq

/// Owns one `PGresult`.
///
/// Unchecked: a PGresult is read-only after creation and may be shared between threads
/// (libpq manual, "Behavior in Threaded Programs").
final class ServerResult: @unchecked Sendable {
    let pointer: OpaquePointer
    /// True if the values are in binary form.
    let isBinary: Bool
    /// Made at once: a lazy table costs an atomic access for each value of each row.
    let columns: ResultColumns

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
        isBinary = PQbinaryTuples(pointer) == 1
        columns = ResultColumns(pointer)
    }

    deinit {
        PQclear(pointer)
    }

    var status: ExecStatusType { PQresultStatus(pointer) }

    /// The command tag, such as `COMMIT` or `INSERT 0 3`.
    var commandTag: String { String(cString: PQcmdStatus(pointer)) }

    var affectedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    func error(_ code: PostgresError.Code = .serverError) -> PostgresError {
        let fallback = String(cString: PQresultErrorMessage(pointer))
        var error = PostgresError(code, field(diagnosticMessage) ?? trimmed(fallback))
        error.sqlState = field(diagnosticSQLState)
        error.severity = field(diagnosticSeverity)
        error.detail = field(diagnosticDetail)
        error.hint = field(diagnosticHint)
        error.context = field(diagnosticContext)
        error.schema = field(diagnosticSchema)
        error.table = field(diagnosticTable)
        error.column = field(diagnosticColumn)
        error.constraint = field(diagnosticConstraint)
        error.position = field(diagnosticPosition).flatMap { Int($0) }
        return error
    }

    private func field(_ code: Int32) -> String? {
        PQresultErrorField(pointer, code).map { String(cString: $0) }
    }
}

/// libpq ends its messages with a line feed.
func trimmed(_ message: String) -> String {
    var message = message
    while message.last?.isNewline == true { message.removeLast() }
    return message
}
