import Foundation
import Hummingbird
public import OfficeRanking
public import RankingRules

/// The HTTP API over the ranking: routes by resource, behind one responder.
public struct WebService: Sendable {
    /// The account as whom everything public is answered, whoever asks: so the answers are the same for everybody.
    static let publicAccount = "public"

    let database: RankingDatabase
    /// The database as the public sees it.
    let publicRanking: RankingDatabase
    let credentials: Credentials
    let settings: WebSettings
    let board: PublicationCache
    let published: PublishedAnswers
    let sharedQuestions = SharedQuestions()
    let readiness: ReadinessBoard
    let limits: RequestLimits
    let uploads: UploadSlots
    let uploadsUnderWay = UploadsUnderWay()
    let storing: FairSemaphore
    let metrics = RequestMetrics()
    public let underWay = RequestsUnderWay()

    /// - Parameters:
    ///   - database: any account's view; requests act as accounts of their own.
    ///   - publicDatabase: the same by connections of its own, so that questions without an account leave those of
    ///     accounts free; nil shares them.
    public init(
        database: RankingDatabase, publicDatabase: RankingDatabase? = nil, credentials: Credentials,
        settings: WebSettings = WebSettings()
    ) {
        self.database = database
        publicRanking = (publicDatabase ?? database).acting(as: Self.publicAccount)
        self.credentials = credentials
        self.settings = settings
        // Kept answers need it, also while the public's connections are all in use.
        board = PublicationCache(database: database.acting(as: Self.publicAccount))
        published = PublishedAnswers(byteLimit: settings.publishedBytes)
        limits = RequestLimits(requests: settings.requestRate, failures: settings.failureRate)
        uploads = UploadSlots(settings.uploadsAtOnce, share: settings.uploadsOfAccount)
        readiness = ReadinessBoard(settings.readinessChecks)
        storing = FairSemaphore(settings.storedAtOnce)
    }

    /// What answers requests; give it to an `Application`.
    public func responder() -> WebResponder {
        let router = Router(context: WebContext.self)
        router.add(middleware: ProblemMiddleware())
        RouteTable(routes).register(on: router)
        return WebResponder(
            inner: router.buildResponder(), settings: settings, limits: limits, metrics: metrics, underWay: underWay)
    }

    /// Every route, in the order of the description.
    var routes: [Route] {
        operationRoutes + publicationRoutes + schemeRoutes + serviceRoutes + periodRoutes + periodCommands
            + amendmentRoutes + scheduleRoutes + obstacleRoutes + windowRoutes + registryRoutes + placeRoutes
            + contractRoutes
            + serviceDutyRoutes
            + indicatorRoutes
            + indicatorRuleRoutes + recordRoutes
            + importRoutes + folderImportRoutes + schemeCommands + accountRoutes
    }

    /// Where files of imports lie while they are taken in.
    public var uploadFolder: String { settings.uploadFolder }
}

/// What the operator chooses about the HTTP API.
public struct WebSettings: Sendable {
    /// Origins that browsers may call from (`https://example.ir`), none unless listed; `*` is everyone.
    public var allowedOrigins: [String] = []
    /// Whether visitors come by TLS, here or at the proxy before this program.
    public var isSecure = false
    /// Proxies whose headers about the client count.
    public var trustedProxies = TrustedProxies()
    /// Of the requests of one client; nil is no limit.
    public var requestRate: RateLimit?
    /// Of the false tokens of one address; nil is no limit.
    public var failureRate: RateLimit?
    /// Longest path with its query.
    public var lineBytes = 8 << 10
    /// Bytes of published answers that are kept in memory.
    public var publishedBytes = 64 << 20
    /// Largest body of a request that is no import.
    public var bodyBytes = 1 << 20
    /// Largest file of an import.
    public var uploadBytes = 2 << 30
    /// Most files of imports that come in at once.
    public var uploadsAtOnce = 4
    /// Most of them of one account; never all, where there are two or more.
    public var uploadsOfAccount = 2
    /// How fast a file must come in at least.
    public var slowestUpload = UploadRate(bytesPerSecond: 16 << 10, over: .seconds(20))
    /// Most findings that are kept of one import; the others are only counted.
    public var findingsKept = 10_000
    /// Most of them that are stored at once, each on a connection of its own; the others wait without one.
    public var storedAtOnce = 4
    /// Where files of imports lie while they are taken in, and canonical texts while they are sent.
    public var uploadFolder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    /// The day in Tehran; nil where the time zone is not installed.
    public var today: @Sendable () -> Day? = { TehranClock.day(of: Date()) }
    /// What must hold before requests are sent here.
    public var readinessChecks: [ReadinessCheck] = []

    public var metricsReaders = MetricsReaders.loopback
    /// What else `/metrics` tells, asked each time.
    public var gauges: [@Sendable () async -> [Measure]] = []

    public init() {}
}
