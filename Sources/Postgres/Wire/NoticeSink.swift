internal import CLibpq
internal import Logging

/// Passes the server's notices and warnings to the logger.
final class NoticeSink {
    private let logger: Logger

    init(logger: Logger) {
        self.logger = logger
    }

    /// Must be called when the connection exists; `self` must live as long as the connection.
    func attach(to link: OpaquePointer) {
        PQsetNoticeReceiver(
            link,
            { context, result in
                guard let context, let result else { return }
                Unmanaged<NoticeSink>.fromOpaque(context).takeUnretainedValue().receive(result)
            },
            Unmanaged.passUnretained(self).toOpaque())
    }

    private func receive(_ result: OpaquePointer) {
        let severity = PQresultErrorField(result, diagnosticSeverity).map { String(cString: $0) } ?? "NOTICE"
        let message = PQresultErrorField(result, diagnosticMessage).map { String(cString: $0) } ?? ""
        let state = PQresultErrorField(result, diagnosticSQLState).map { String(cString: $0) } ?? ""
        let level: Logger.Level =
            switch severity {
            case "WARNING": .warning
            case "DEBUG": .trace
            case "LOG", "INFO": .info
            default: .notice
            }
        logger.log(level: level, "\(message)", metadata: ["severity": "\(severity)", "sqlstate": "\(state)"])
    }
}
