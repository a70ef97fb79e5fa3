import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules

/// What an import is asked to do.
struct ImportQuestion {
    let kind: ImportKind
    let file: String
    let options: ImportOptions

    private static let mediaTypes = ["text/csv", "text/tab-separated-values", "application/octet-stream"]

    /// Every fault of the request at once, before a byte of the file is read.
    init(_ asked: inout AccountRequest, atMost limit: Int) throws {
        let kind: ImportKind? = asked.query.choice("kind")
        let hasKind = kind != nil
        let period = asked.query.value("period", expecting: "نیم‌سال مانند 1400-H1", "a half-year such as 1400-H1") {
            HalfYear(Digits.latin($0))
        }
        let effectiveOn = asked.query.value(
            "effective_on", expecting: "روز شمسی مانند 1400-06-31", "a Jalali day such as 1400-06-31"
        ) { JalaliDate(Digits.latin($0))?.dayNumber }
        let isCheckOnly = asked.query.flag("check_only")
        let acceptsValid = asked.query.flag("accept_valid")
        let name = asked.query.value("file", expecting: "نام پرونده بدون پوشه", "a file name without a folder") {
            $0.isFileName ? $0 : nil
        }
        if !hasKind { asked.query.miss("kind") }
        if let kind, kind.isPeriodFact, period == nil { asked.query.miss("period") }
        try asked.query.finish()
        guard let kind else { throw Problem.internalFault }
        try Self.checkForm(asked.request, limit)
        self.kind = kind
        file = name ?? "\(kind.rawValue).csv"
        options = ImportOptions(
            period: period, today: try asked.today(), effectiveOn: effectiveOn, acceptsValid: acceptsValid,
            isCheckOnly: isCheckOnly)
    }

    private static func checkForm(_ request: Request, _ limit: Int) throws {
        let type = request.headers[.contentType]?.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard let type, mediaTypes.contains(type) else { throw Problem.unsupportedMediaType(mediaTypes) }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw HTTPError(.contentTooLarge)
        }
    }
}

extension String {
    /// Whether it names a file in a folder of its own, on every file system. By bytes, as file systems read it: a letter
    /// and a mark may be one character with a slash.
    fileprivate var isFileName: Bool {
        !isEmpty && !utf8.contains(UInt8(ascii: "/")) && utf8.first != UInt8(ascii: ".")
            && unicodeScalars.count <= 100 && utf8.count <= 240
    }
}
