import Crypto
public import Foundation
import RankingRules

/// The sheet of an agency's indicator: every fact that its points rest on, in the words of the feed.
///
/// Days are Jalali (`1400-06-31`), points in thousandths. The sheet has no ids, instants or revision, so the same facts
/// give the same bytes.
public struct IndicatorSheet: Codable, Sendable, Hashable {
    public let rules: Rules
    public let agency: String
    public let agencyTitle: String
    public let cutOff: String
    /// The chosen one first.
    public let readings: [Reading]
    /// In the order of their codes.
    public let services: [Service]
    public let memoranda: [Memorandum]
    public let offices: [Office]

    public struct Text: Codable, Sendable, Hashable {
        public let fa: String
        public let en: String
    }

    public struct Rules: Codable, Sendable, Hashable {
        public let item: String
        public let year: Int
        public let version: Int
        public let hash: String
        public let title: Text
        public let text: String
        public let choices: String
        public let legalBasis: Text
        public let choiceBasis: Text
        public let maximum: Int64
        /// Percent.
        public let cap: Int
        public let stages: [String]
        public let whenNotApplicable: String
    }

    public struct Reading: Codable, Sendable, Hashable {
        public let firstYear: Int
        public let firstYearSource: Text
        public let evidence: String
        public let evidenceSource: Text
        public let isChosen: Bool
        public let numerator: Int
        public let target: Int?
        public let applicability: String
        public let points: Int64?
        public let availableMaximum: Int64
    }

    public struct Service: Codable, Sendable, Hashable {
        public let code: String
        public let title: String
        public let owner: String
        public let ownerTitle: String
        public let parent: String?
        public let isSovereign: Bool
        public let isDelegable: Bool
        /// Stages whose counter-office field is completed.
        public let stages: [String]
        /// The service under which it is counted.
        public let unit: String
        /// In the order of the readings.
        public let verdicts: [Verdict]
    }

    public struct Verdict: Codable, Sendable, Hashable {
        /// True if it adds one to the numerator.
        public let counts: Bool
        /// True if another line of its unit counts instead of it.
        public let isCountedWithUnit: Bool
        public let mouNumber: String?
        public let reasons: [String]
    }

    public struct Memorandum: Codable, Sendable, Hashable {
        public let service: String
        public let number: String
        public let signedOn: String
        public let validFrom: String
        public let withdrawnOn: String?
        public let confirmedOn: String?
        public let evidence: String?
        public let area: String
    }

    public struct Office: Codable, Sendable, Hashable {
        public let service: String
        public let code: String
        public let province: String
        public let locality: String
        public let rank: Int?
        public let registeredOn: String
    }

    /// The sheet as one line of JSON: keys in alphabetical order, no spaces, absent values left out.
    public var bytes: Data {
        get throws { try JSONEncoder.snakeCase.encode(self) }
    }

    public init(bytes: Data) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(IndicatorSheet.self, from: bytes)
    }

    /// SHA-256 of the bytes in hexadecimal.
    public var digest: String {
        get throws { Hexadecimal.text(SHA256.hash(data: try bytes)) }
    }
}
