import HTTPTypes
import HummingbirdTesting

/// One request of the matrix and what each role is answered.
struct AccessQuestion: Sendable {
    let method: HTTPRequest.Method
    /// As the description writes it.
    let path: String
    /// What is asked for, within or outside the scope of an account.
    let uri: String
    var body = ""
    var type = "application/json"
    private(set) var answers: [AccessRole: AccessOutcome]

    /// Without an account everybody is answered the same.
    static func open(_ path: String, _ uri: String? = nil) -> AccessQuestion {
        let answers = AccessRole.allCases.map { ($0, AccessOutcome.done) }
        return AccessQuestion(
            method: .get, path: path, uri: uri ?? path, answers: Dictionary(uniqueKeysWithValues: answers))
    }

    static func get(
        _ path: String, _ uri: String? = nil, _ headquarters: AccessOutcome, _ province: AccessOutcome,
        _ agency: AccessOutcome, _ auditor: AccessOutcome
    ) -> AccessQuestion {
        AccessQuestion(
            method: .get, path: path, uri: uri ?? path,
            answers: [
                .headquarters: headquarters, .province: province, .identity: province, .agency: agency,
                .auditor: auditor, .system: headquarters, .everybody: agency,
            ])
    }

    static func write(
        _ method: HTTPRequest.Method, _ path: String, _ uri: String? = nil, _ body: String = "",
        type: String = "application/json", _ headquarters: AccessOutcome = .done,
        _ province: AccessOutcome = .forbidden, _ agency: AccessOutcome = .forbidden,
        _ auditor: AccessOutcome = .forbidden
    ) -> AccessQuestion {
        AccessQuestion(
            method: method, path: path, uri: uri ?? path, body: body, type: type,
            answers: [
                .headquarters: headquarters, .province: province, .identity: province, .agency: agency,
                .auditor: auditor, .system: .forbidden, .everybody: .forbidden,
            ])
    }

    /// The same with what some roles are answered otherwise: the system reads as the headquarters and everybody as an
    /// agency, neither writes, and an outside identity does what its account does.
    func but(_ others: [AccessRole: AccessOutcome]) -> AccessQuestion {
        var question = self
        question.answers.merge(others) { $1 }
        return question
    }

    var isOpen: Bool {
        method == .get
            && (!path.hasPrefix("/v1/") || path == "/v1/agencies" || Self.openFolders.contains { path.hasPrefix($0) })
    }

    private static let openFolders = [
        "/v1/publications", "/v1/schemes", "/v1/services", "/v1/distribution", "/v1/indicators",
    ]
}

/// Roles with an account each: the province is Gilan, the agency is A1. An outside identity is linked to the province's
/// account. The accounts of the system and of everybody never have a proof; here one is taken for granted.
enum AccessRole: String, CaseIterable, Sendable {
    case headquarters
    case province
    case identity
    case agency
    case auditor
    case system
    case everybody

    var account: String {
        switch self {
        case .headquarters: "operator"
        case .province, .identity: "gilan.desk"
        case .agency: "a1.desk"
        case .auditor: "auditor.desk"
        case .system: "clock"
        case .everybody: "public"
        }
    }
}

/// How a request ends.
enum AccessOutcome: Equatable, Sendable {
    case done
    /// Done, with so many rows of the list.
    case rows(Int)
    /// Done, without the name of any person.
    case nameless
    /// 403: the role lacks the deed.
    case forbidden
    /// 404: as if it were not there.
    case hidden
    /// 422: what is sent names what the account does not see.
    case unknown
    /// 409: what is not published is as if it were not ranked.
    case unranked
    case other(Int)

    /// As the outcome that is expected is written: rows are counted where they are told.
    static func of(_ answer: TestResponse, like expected: AccessOutcome) -> AccessOutcome {
        switch answer.status.code {
        case 200...299:
            if expected == .nameless, !answer.text.contains("دارنده") { return .nameless }
            guard case .rows = expected else { return .done }
            let list = (try? answer.json)?.values.compactMap { $0 as? [Any] }.first
            return .rows(list?.count ?? -1)
        case 403: return .forbidden
        case 404: return .hidden
        case 409 where answer.code == "not_ranked_yet": return .unranked
        case 422: return .unknown
        default: return .other(answer.status.code)
        }
    }
}
