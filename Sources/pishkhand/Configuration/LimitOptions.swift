import ArgumentParser

/// The flags about the limits of a client.
struct LimitOptions: ParsableArguments {
    @Option(help: "Requests a second of one account or address; 0 is no limit. درخواست در ثانیه.")
    var requestsPerSecond: String?

    @Option(help: "Requests that one client may send at once. درخواست‌های پشت سر هم.")
    var requestBurst: String?

    @Option(help: "Wrong tokens an hour of one address; 0 is no limit. کلید نادرست در ساعت.")
    var failuresPerHour: String?

    @Option(help: "Wrong tokens that one address may send at once. کلیدهای نادرست پشت سر هم.")
    var failureBurst: String?

    @Option(help: "Most connections of clients. بیشینهٔ اتصال کاربران.")
    var clientConnections: String?

    @Option(help: "Seconds for the head of a connection's first request. مهلت سرایندها به ثانیه.")
    var headerTimeout: String?

    @Option(help: "Seconds until the next request of a kept connection. مهلت اتصال بیکار به ثانیه.")
    var idleTimeout: String?

    @Option(help: "Bytes a second that a client must send or take at least. کمترین سرعت به بایت در ثانیه.")
    var slowestRate: String?

    @Option(help: "Seconds over which that rate is measured. بازهٔ سنجش سرعت به ثانیه.")
    var rateTimeout: String?

    @Option(help: "Most bytes of a request's headers. بیشینهٔ سرایندها.")
    var headerBytes: String?

    @Option(help: "Most bytes of a request's path with its query. بیشینهٔ نشانی.")
    var lineBytes: String?

    @Option(help: "Most bytes of a request's body. بیشینهٔ بدنه.")
    var bodyBytes: String?

    @Option(help: "Most bytes of a file that is imported. بیشینهٔ پروندهٔ دریافتی.")
    var uploadBytes: String?

    @Option(help: "Most files that are imported at once. بیشینهٔ پرونده‌های هم‌زمان.")
    var uploadsAtOnce: String?

    @Option(help: "Most of them of one account, never all. بیشینهٔ پرونده‌های هم‌زمان یک حساب.")
    var uploadsOfAccount: String?

    @Option(help: "Bytes a second that a file must come in with at least. کمترین سرعت دریافت پرونده.")
    var slowestUpload: String?

    @Option(help: "Most findings that are kept of one import. بیشینهٔ یافته‌های نگه‌داشتهٔ هر دریافت.")
    var findingsKept: String?

    @Option(help: "Folder of files while they come in; TMPDIR unless given. پوشهٔ پرونده‌های در حال دریافت.")
    var uploadFolder: String?

    @Option(help: "Seconds that answers under way have when the daemon stops. مهلت توقف به ثانیه.")
    var stopTimeout: String?

    var given: [Setting: String?] {
        [
            .requestsPerSecond: requestsPerSecond, .requestBurst: requestBurst, .failuresPerHour: failuresPerHour,
            .failureBurst: failureBurst, .clientConnections: clientConnections, .headerTimeout: headerTimeout,
            .idleTimeout: idleTimeout, .slowestRate: slowestRate, .rateTimeout: rateTimeout,
            .headerBytes: headerBytes, .lineBytes: lineBytes, .bodyBytes: bodyBytes, .uploadBytes: uploadBytes,
            .uploadsAtOnce: uploadsAtOnce, .uploadsOfAccount: uploadsOfAccount, .slowestUpload: slowestUpload,
            .findingsKept: findingsKept, .uploadFolder: uploadFolder,
            .stopTimeout: stopTimeout,
        ]
    }
}
