import Foundation
import Hummingbird
public import OfficeRanking
public import RankingRules

/// The HTTP API of the ranking: routes by resource behind one responder.
public struct WebService: Sendable {
    /// The account that answers every public request, so that the answers are the same for all clients.
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
    let evidenceUploads: UploadSlots
    let storing: FairSemaphore
    let metrics = RequestMetrics()
    public let underWay = RequestsUnderWay()

    /// - Parameters:
    ///   - database: the view of any account; each request acts as its own account.
    ///   - publicDatabase: the same database through separate connections, so that public requests leave those of
    ///     accounts free; nil shares them.
    public init(
        database: RankingDatabase, publicDatabase: RankingDatabase? = nil, credentials: Credentials,
        settings: WebSettings = WebSettings()
    ) {
        self.database = database
        publicRanking = (publicDatabase ?? database).acting(as: Self.publicAccount)
        self.credentials = credentials
        self.settings = settings
        // Cached answers need it, even while all connections of the public are in use.
        board = PublicationCache(database: database.acting(as: Self.publicAccount))
        published = PublishedAnswers(byteLimit: settings.publishedBytes)
        limits = RequestLimits(requests: settings.requestRate, failures: settings.failureRate)
        uploads = UploadSlots(settings.uploadsAtOnce, share: settings.uploadsOfAccount)
        evidenceUploads = UploadSlots(settings.evidenceAtOnce, share: settings.uploadsOfAccount)
        readiness = ReadinessBoard(settings.readinessChecks)
        storing = FairSemaphore(settings.storedAtOnce)
    }

    /// The responder for an `Application`.
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
            + declarationRoutes + scoreRoutes
            + reviewRoutes
            + appealRoutes
            + amendmentRoutes + adoptionRoutes + scheduleRoutes + obstacleRoutes + windowRoutes
            + registryRoutes + evidenceRoutes + placeRoutes + contractRoutes + serviceDutyRoutes
            + caseRoutes
            + indicatorRoutes + indicatorRuleRoutes + recordHeadRoutes + recordRoutes
            + importRoutes + folderImportRoutes + schemeCommands + accountRoutes + loginRoutes
    }

    /// The folder for files of running imports.
    public var uploadFolder: String { settings.uploadFolder }
}

/// The operator's settings of the HTTP API.
public struct WebSettings: Sendable {
    /// Origins that browsers may call from (`https://example.ir`); empty means none, `*` means all.
    public var allowedOrigins: [String] = []
    /// True if clients use TLS, here or at the proxy before this program.
    public var isSecure = false
    /// Proxies whose headers about the client are trusted.
    public var trustedProxies = TrustedProxies()
    /// The limit of one client's requests; nil means no limit.
    public var requestRate: RateLimit?
    /// The limit of one address's false tokens; nil means no limit.
    public var failureRate: RateLimit?
    /// Makes the keys of passwords.
    public var passwordWork = PasswordWork.shared
    /// The longest path with its query, in bytes.
    public var lineBytes = 8 << 10
    /// The size of the cache of published answers, in bytes.
    public var publishedBytes = 64 << 20
    /// The largest body of a request that is not an import, in bytes.
    public var bodyBytes = 1 << 20
    /// The largest file of an import, in bytes.
    public var uploadBytes = 2 << 30
    /// How many files of imports may be received at once.
    public var uploadsAtOnce = 4
    /// How many of them one account may send; never all, if there are two or more.
    public var uploadsOfAccount = 2
    /// How many files of evidence may be received at once, each in memory.
    public var evidenceAtOnce = 16
    /// Looks for viruses in evidence; nil accepts it as not scanned.
    public var evidenceScanner: (any EvidenceScanner)?
    /// The lowest rate of an upload.
    public var slowestUpload = UploadRate(bytesPerSecond: 16 << 10, over: .seconds(20))
    /// How many findings of one import are stored; the others are only counted.
    public var findingsKept = 10_000
    /// How many imports are stored at once, each on a connection of its own; the others wait without one.
    public var storedAtOnce = 4
    /// The folder for files of running imports, and for canonical texts while they are sent.
    public var uploadFolder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    /// The day in Tehran; nil if the time zone is not installed.
    public var today: @Sendable () -> Day? = { TehranClock.day(of: Date()) }
    /// Conditions of readiness.
    public var readinessChecks: [ReadinessCheck] = []

    public var metricsReaders = MetricsReaders.loopback
    /// Further metrics of `/metrics`, read at each request.
    public var gauges: [@Sendable () async -> [Measure]] = []

    public init() {}
}
