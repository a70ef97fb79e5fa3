import HTTPTypes
import RankingRules

/// Reads the members of a JSON object. A member that is wrong, missing, repeated or unknown becomes a finding, so that
/// all of them are returned at once.
final class BodyReader {
    private var values: [String: BodyValue] = [:]
    private var unread: Set<String> = []
    private var findings: [Problem.Finding] = []

    /// A request without a body counts as an empty object.
    init(_ bytes: [UInt8], mediaType: String?) throws {
        guard !bytes.isEmpty else { return }
        guard mediaType == "application/json" else { throw Problem.unsupportedMediaType(["application/json"]) }
        for member in try Self.members(bytes) {
            if values.updateValue(member.value, forKey: member.name) != nil { note(.givenTwice(member.name)) }
        }
        unread = Set(values.keys)
    }

    private static func members(_ bytes: [UInt8]) throws -> [BodyMember] {
        do {
            guard case .object(let members) = try JSONReader.read(bytes) else { throw Problem.unreadableBody }
            return members
        } catch JSONReader.Fault.outOfBounds {
            throw Problem.bodyOutOfBounds
        } catch is JSONReader.Fault {
            throw Problem.unreadableBody
        }
    }

    /// The value of a member; nil if it is absent.
    func value(of name: String) -> BodyValue? {
        unread.remove(name)
        return values[name]
    }

    /// True if a member is absent or null.
    func isAbsent(_ name: String) -> Bool {
        switch value(of: name) {
        case nil, .null?: true
        default: false
        }
    }

    func note(_ finding: Problem.Finding) {
        findings.append(finding)
    }

    /// The findings, once everything is read.
    func found() -> [Problem.Finding] {
        findings + unread.sorted().map(Problem.Finding.unknown)
    }
}

extension Problem {
    static let unreadableBody = Problem(
        .badRequest, "unreadable_body", "بدنهٔ درخواست یک شیء JSON نیست.", "The body is not a JSON object.")

    static let bodyOutOfBounds = Problem(
        .badRequest, "body_out_of_bounds",
        "بدنهٔ JSON حداکثر \(Digits.persian(String(JSONReader.mostValues))) مقدار و \(Digits.persian(String(JSONReader.deepest))) سطح دارد.",
        "A JSON body has at most \(JSONReader.mostValues) values on \(JSONReader.deepest) levels.")
}
