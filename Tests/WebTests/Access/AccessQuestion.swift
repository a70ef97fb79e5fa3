import HTTPTypes
import HummingbirdTesting
import TestDescription

/// One request of the matrix and what each role is answered.
struct AccessQuestion: Sendable {
    let method: HTTPRequest.Method
    /// As the description writes it.
    let path: String
    /// What is asked for, within or outside the scope of an account.
    let uri: String
    var body = ""
    var type = "application/json"
    let answers: [AccessRole: AccessOutcome]

    /// Without an account everybody is answered the same.
    static func open(_ path: String, _ uri: String? = nil) -> AccessQuestion {
        AccessQuestion(
            method: .get, path: path, uri: uri ?? path,
            answers: Dictionary(uniqueKeysWithValues: AccessRole.allCases.map { ($0, .done) }))
    }

    /// - Parameters:
    ///   - whole: what the headquarters is answered, and every role that is not named.
    ///   - others: roles that are answered otherwise, and with them those that read as they do.
    static func get(
        _ path: String, _ uri: String? = nil, _ whole: AccessOutcome = .done,
        but others: [AccessRole: AccessOutcome] = [:]
    ) -> AccessQuestion {
        AccessQuestion(
            method: .get, path: path, uri: uri ?? path,
            answers: Self.answers(whole, others) { $0.readsAs })
    }

    /// - Parameters:
    ///   - body: the example of the description, unless it is given.
    ///   - whole: what the headquarters is answered.
    ///   - others: roles that may do it or are refused otherwise; every role that is not named may not.
    static func write(
        _ method: HTTPRequest.Method, _ path: String, _ uri: String? = nil, _ body: String? = nil,
        type: String = "application/json", _ whole: AccessOutcome = .done,
        but others: [AccessRole: AccessOutcome] = [:]
    ) -> AccessQuestion {
        let answers = Self.answers(whole, others) { $0.writesAs }
        let body = body ?? DescribedOperation.examples["\(method.rawValue) \(path)"] ?? ""
        return AccessQuestion(
            method: method, path: path, uri: uri ?? path, body: body, type: type, answers: answers)
    }

    /// What everybody may send and is answered the same, because it changes nothing.
    static func check(
        _ path: String, _ body: String, type: String, _ answer: AccessOutcome = .done
    ) -> AccessQuestion {
        AccessQuestion(
            method: .post, path: path, uri: path, body: body, type: type,
            answers: Dictionary(uniqueKeysWithValues: AccessRole.allCases.map { ($0, answer) }))
    }

    private static func answers(
        _ whole: AccessOutcome, _ named: [AccessRole: AccessOutcome],
        following: (AccessRole) -> AccessRole?
    ) -> [AccessRole: AccessOutcome] {
        func outcome(_ role: AccessRole) -> AccessOutcome {
            if let named = named[role] { return named }
            if role == .headquarters { return whole }
            return following(role).map(outcome) ?? .forbidden
        }
        return Dictionary(uniqueKeysWithValues: AccessRole.allCases.map { ($0, outcome($0)) })
    }

    var isOpen: Bool {
        method == .get
            && (!path.hasPrefix("/v1/") || path == "/v1/agencies"
                || Self.openFolders.contains { path.hasPrefix($0) })
            // What a proposed scheme changes and whom it would move is for accounts.
            && !path.hasSuffix("/difference") && !path.hasSuffix("/simulation")
    }

    /// A password or a secret is the proof here, not a token.
    var needsNoAccount: Bool { method == .post && ["/v1/sessions", "/v1/invitations/accept"].contains(path) }

    private static let openFolders = [
        "/v1/publications", "/v1/schemes", "/v1/services", "/v1/distribution", "/v1/indicators", "/v1/record/heads",
    ]
}

/// Roles with an account each: the province is Gilan, the agency is A1. An outside identity is linked to the province's
/// account. The accounts of the system and of everybody never have a proof; here one is taken for granted.
enum AccessRole: String, CaseIterable, Sendable {
    case headquarters
    case province
    case identity
    case office
    case association
    case reviewer
    case group
    case committee
    case agency
    case auditor
    case system
    case everybody

    /// The account that is made for it: its role and scope. Nil where there is one already.
    var made: (role: String, provinces: [String], agency: String?, offices: [String])? {
        switch self {
        case .province: ("provincial", ["01"], nil, [])
        case .office: ("office", [], nil, ["G-1"])
        case .association: ("association", ["01"], nil, [])
        case .reviewer: ("reviewer", ["01"], nil, [])
        case .group: ("group_member", ["01"], nil, [])
        case .committee: ("committee", ["01"], nil, [])
        case .agency: ("agency", [], "A1", [])
        case .auditor: ("auditor", [], nil, [])
        case .headquarters, .identity, .system, .everybody: nil
        }
    }

    /// Whose answers it reads, where it is not named: an outside identity those of its account, reviewers and the working
    /// group those of the province, everybody those of an agency, the others those of the headquarters.
    var readsAs: AccessRole {
        switch self {
        case .identity, .reviewer, .group: .province
        case .office, .association, .committee: .everybody
        case .everybody: .agency
        default: .headquarters
        }
    }

    /// Whose acts it does, where it is not named; nil does none.
    var writesAs: AccessRole? { self == .identity ? .province : nil }

    var account: String {
        switch self {
        case .headquarters: "operator"
        case .province, .identity: "gilan.desk"
        case .office: "office.desk"
        case .association: "association.desk"
        case .reviewer: "reviewer.desk"
        case .group: "group.desk"
        case .committee: "committee.desk"
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
    /// 403: the role lacks the permission.
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
