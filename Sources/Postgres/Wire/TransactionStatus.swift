internal import CLibpq

/// The state of a connection (libpq manual, PQtransactionStatus).
enum TransactionStatus: UInt8, Sendable {
    case idle
    case active
    case inTransaction
    case inError
    case unknown

    init(_ status: PGTransactionStatusType) {
        switch status {
        case PQTRANS_IDLE: self = .idle
        case PQTRANS_ACTIVE: self = .active
        case PQTRANS_INTRANS: self = .inTransaction
        case PQTRANS_INERROR: self = .inError
        default: self = .unknown
        }
    }
}
