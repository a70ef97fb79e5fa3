import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules
import Tables

/// The reason why a request is refused, in the form of RFC 9457.
struct Problem: Error {
    let status: HTTPResponse.Status
    /// A stable code for programs.
    let code: String
    let title: LocalizedText
    var findings: [Finding] = []
    /// The number of findings that are not in the answer.
    var findingsLeftOut = 0
    var headers = HTTPFields()

    /// One fault of the request.
    struct Finding: Sendable {
        let code: String
        /// The parameter or the member of the body.
        let field: String
        let text: LocalizedText
        /// The location in a file, for findings of an import.
        var location: Location?
    }

    /// A location in a file of the request.
    struct Location: Sendable {
        let file: String
        var sheet: String?
        let line: Int?
        let value: String?
        let severity: String
    }

    init(_ status: HTTPResponse.Status, _ code: String, _ persian: String, _ english: String) {
        self.init(status, code, LocalizedText(persian: persian, english: english))
    }

    init(_ status: HTTPResponse.Status, _ code: String, _ title: LocalizedText) {
        self.status = status
        self.code = code
        self.title = title
    }

    func response(requestID: String) -> Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        headers[.cacheControl] = "no-store"
        let text = json(requestID: requestID).text + "\n"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    private func json(requestID: String) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("type", .string("urn:pishkhan:problem:\(code)")), ("title", .string(ToldText.short(title.persian))),
            ("title_en", .string(ToldText.short(title.english))), ("status", .integer(Int64(status.code))),
            ("code", .string(code)),
        ]
        if !findings.isEmpty {
            let told = toldFindings
            members.append(("findings", .array(told)))
            members.append(("findings_left_out", .integer(Int64(findings.count - told.count + findingsLeftOut))))
        }
        members.append(("request_id", .string(requestID)))
        return .object(members)
    }
}

extension Problem {
    /// The most findings, and bytes of findings, in one answer.
    private static let (mostFindings, mostBytes) = (100, 56 << 10)

    /// The first findings, as many as fit into an answer.
    private var toldFindings: [JSONValue] {
        var (told, bytes) = ([JSONValue](), 0)
        for finding in findings.prefix(Self.mostFindings) {
            let json = finding.json
            bytes += json.text.utf8.count
            guard bytes <= Self.mostBytes else { break }
            told.append(json)
        }
        return told
    }
}

extension Problem.Location {
    fileprivate var members: [(String, JSONValue)] {
        [
            ("file", .string(file)), ("sheet", sheet.map(JSONValue.string) ?? .null),
            ("line", line.map { .integer(Int64($0)) } ?? .null),
            ("value", value.map(JSONValue.string) ?? .null), ("severity", .string(severity)),
        ]
    }
}

extension Problem.Finding {
    init(_ finding: OfficeRanking.Finding) {
        self.init(
            code: finding.code.rawValue, field: finding.column ?? "",
            text: LocalizedText(persian: finding.reason(in: .persian), english: finding.reason(in: .english)),
            location: Problem.Location(
                file: finding.file, sheet: finding.sheet, line: finding.line, value: finding.value,
                severity: finding.severity.rawValue))
    }

    fileprivate var json: JSONValue {
        let members: [(String, JSONValue)] = [
            ("field", .string(ToldText.name(field))), ("code", .string(code)), ("text", .string(text.persian)),
            ("text_en", .string(text.english)),
        ]
        return .object(members + (location?.members ?? []))
    }
}
