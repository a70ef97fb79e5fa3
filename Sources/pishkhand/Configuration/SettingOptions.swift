import ArgumentParser

/// The flags; each has the name of its setting.
struct SettingOptions: ParsableArguments {
    @Option(help: "Connection text of libpq (PISHKHAN_DATABASE, DATABASE_URL). نشانی پایگاه داده.")
    var database: String?

    @Option(
        help:
            "Direct database address, without a pooler (PISHKHAN_DIRECT_URL). نشانی مستقیم پایگاه داده."
    )
    var directDatabase: String?

    @Option(help: "Most connections to the database, 1 to 1000. بیشینهٔ اتصال‌ها.")
    var connections: String?

    @Option(help: "none, or transaction behind PgBouncer in that mode. میانجی اتصال.")
    var pooler: String?

    @Option(help: "Timeout of a statement in seconds. مهلت هر پرسش به ثانیه.")
    var statementTimeout: String?

    @Option(help: "Most connections for requests without an account. بیشینهٔ اتصال‌های پرسش همگان.")
    var publicConnections: String?

    @Option(help: "Timeout of a statement of such a request in seconds. مهلت پرسش همگان به ثانیه.")
    var publicStatementTimeout: String?

    @Option(help: "Address to listen on. نشانی شنود.")
    var address: String?

    @Option(help: "Port to listen on; 0 lets the system choose. درگاه.")
    var port: String?

    @Option(help: "Path of a Unix socket to listen on, instead of address and port. سوکت یونیکس.")
    var unixSocket: String?

    @Option(help: "true if clients use TLS through a proxy. پشت پراکسی TLS.")
    var behindTls: String?

    @OptionGroup(title: "Access") var access: AccessOptions
    @OptionGroup(title: "Limits") var limits: LimitOptions

    @Option(help: "Origins that browsers may call from, with commas between them. مبدأهای مجاز مرورگر.")
    var allowedOrigins: String?

    @Option(help: "Megabytes of published answers kept in memory. حافظهٔ پاسخ‌های منتشرشده.")
    var publishedMemory: String?

    @Option(help: "true or false: whether this daemon takes the steps of half-years. ساعت دوره‌ها.")
    var clock: String?

    @Option(help: "Program that gets each message to the operator on its standard input. برنامهٔ پیام‌رسان.")
    var hookCommand: String?

    @Option(help: "Address that each message to the operator is posted to. نشانی پیام‌رسان.")
    var hookUrl: String?

    @Option(help: "File of the secret that signs posted messages. پروندهٔ کلید امضای پیام‌ها.")
    var hookSecretFile: String?

    @Option(
        help:
            "Program that looks for viruses in evidence: it gets the file on its standard input, and 0 is clean. ویروس‌یاب مستندات."
    )
    var evidenceScanner: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical. ریزبینی گزارش.")
    var logLevel: String?

    @Option(help: "Jalali day instead of the clock's, for trials. روز آزمایشی.")
    var today: String?

    var given: [Setting: String] {
        let all: [Setting: String?] = [
            .database: database, .directDatabase: directDatabase, .clock: clock, .hookCommand: hookCommand,
            .hookURL: hookUrl, .hookSecretFile: hookSecretFile, .evidenceScanner: evidenceScanner,
            .connections: connections, .pooler: pooler,
            .statementTimeout: statementTimeout, .publicConnections: publicConnections,
            .publicStatementTimeout: publicStatementTimeout,
            .address: address, .port: port, .unixSocket: unixSocket, .behindTLS: behindTls,
            .allowedOrigins: allowedOrigins, .publishedMemory: publishedMemory, .logLevel: logLevel, .today: today,
        ]
        return all.merging(access.given) { $1 }.merging(limits.given) { $1 }.compactMapValues(\.self)
    }
}
