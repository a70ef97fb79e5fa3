import ArgumentParser

/// The flags about the limits of a client.
struct LimitOptions: ParsableArguments {
    @Option(help: "Requests a second of one account or address; 0 is no limit. درخواست در ثانیه.")
    var requestsPerSecond: String?

    @Option(help: "Requests that one client may send at once. درخواست‌های پشت سر هم.")
    var requestBurst: String?

    @Option(help: "Wrong tokens an hour of one address; 0 is no limit. توکن نادرست در ساعت.")
    var failuresPerHour: String?

    @Option(help: "Wrong tokens that one address may send at once. توکن‌های نادرست پشت سر هم.")
    var failureBurst: String?

    @Option(help: "Most connections of clients at once. بیشینهٔ اتصال کاربران.")
    var clientConnections: String?

    @Option(help: "Seconds for the head of a connection's first request. مهلت سرایندها به ثانیه.")
    var headerTimeout: String?

    @Option(help: "Seconds that an idle connection stays open. مهلت اتصال بیکار به ثانیه.")
    var idleTimeout: String?

    @Option(help: "Fewest bytes a second that a client must send or read. کمترین سرعت به بایت در ثانیه.")
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

    @Option(help: "Most of these files of one account; never all. بیشینهٔ پرونده‌های هم‌زمان یک حساب.")
    var uploadsOfAccount: String?

    @Option(help: "Fewest bytes a second of a file that is uploaded. کمترین سرعت دریافت پرونده.")
    var slowestUpload: String?

    @Option(help: "Most findings that are stored of one import. بیشینهٔ یافته‌های نگه‌داشتهٔ هر دریافت.")
    var findingsKept: String?

    @Option(help: "Folder for files while they are uploaded; default TMPDIR. پوشهٔ پرونده‌های در حال دریافت.")
    var uploadFolder: String?

    @Option(help: "Seconds that running requests get when the daemon stops. مهلت توقف به ثانیه.")
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
