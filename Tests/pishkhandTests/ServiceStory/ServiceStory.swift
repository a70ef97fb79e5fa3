import Foundation
import TestDatabase
import Testing

/// Who takes part in the story of services, and what they do again and again.
struct ServiceStory {
    let desk: DaemonDesk
    /// Of the agency A1.
    let agency: DaemonVisitor
    /// Of the agency A2, which has no service.
    let other: DaemonVisitor

    static func with(_ body: (ServiceStory) async throws -> Void) async throws {
        try await DaemonDesk.with(["--clock", "false"]) { desk in
            let adopted = try await desk.headquarters.send(
                "/v1/schemes", file: desk.file(smallScheme), type: "application/yaml")
            try #require(adopted.status == 201, "\(adopted)")
            try await desk.database.confirmScheme("small")
            for (kind, table) in [("offices", ServiceTables.offices), ("agencies", ServiceTables.agencies)] {
                let taken = try await desk.take(kind, table)
                try #require(taken.status == 201, "\(taken)")
            }
            let agency = try await desk.account("a1.desk", #""role": "agency", "agency": "A1""#)
            let other = try await desk.account("a2.desk", #""role": "agency", "agency": "A2""#)
            try await body(ServiceStory(desk: desk, agency: agency, other: other))
        }
    }

    /// Opens, fills, closes, ranks and publishes a half-year.
    func halfYear(_ period: String, _ facts: [(kind: String, table: String)]) async throws {
        try await done("/v1/periods", #"{"period": "\#(period)"}"#, 201)
        try await done("/v1/periods/\(period)/open", #"{"scheme": "small@1"}"#)
        for (kind, table) in facts { try await take(kind, table, period) }
        for step in ["close", "rank", "publish"] { try await done("/v1/periods/\(period)/\(step)") }
    }

    func take(_ kind: String, _ table: String, _ period: String? = nil) async throws {
        let taken = try await desk.take(kind, table, period)
        try #require(taken.status == 201, "\(taken)")
    }

    /// A write of the headquarters that must be done.
    @discardableResult
    func done(_ path: String, _ body: String = "", _ status: Int = 200) async throws -> DaemonAnswer {
        let answer = try await desk.headquarters.send(path, body)
        try #require(answer.status == status, "\(path): \(answer)")
        return answer
    }

    /// What everybody may ask.
    func rows(_ path: String, _ key: String) async throws -> [[String: Any]] {
        try await desk.everybody.get(path).rows(key)
    }

    func register(_ office: String, _ service: String, as visitor: DaemonVisitor) async throws -> DaemonAnswer {
        try await visitor.send("/v1/contracts", #"{"office": "\#(office)", "service": "\#(service)"}"#)
    }

    func end(_ office: String, _ service: String, as visitor: DaemonVisitor) async throws -> DaemonAnswer {
        try await visitor.send(
            "/v1/contracts/end", #"{"office": "\#(office)", "service": "\#(service)", "reason": "رتبه"}"#)
    }
}

extension DaemonDesk {
    /// The path of a new file with this text.
    func file(_ text: String) throws -> String {
        let file = folder.appending(path: UUID().uuidString)
        try Data(text.utf8).write(to: file)
        return file.path(percentEncoded: false)
    }
}
