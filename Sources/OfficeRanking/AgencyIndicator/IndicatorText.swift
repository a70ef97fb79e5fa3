import Crypto
import Foundation
import RankingRules

extension AgencyIndicator {
    /// The whole answer as canonical text: UTF-8, LF, a header, then readings, services, memoranda and offices in the
    /// order of their codes; points in thousandths, days in Jalali, no ids and no instants.
    public var canonicalText: String {
        let head = "indicator\t\(rules.code)\t\(rules.year)\t\(agency)\t\(Self.day(cutOff))\t\(rules.chosen)"
        let readings = results.map { result in
            Self.line(
                "reading", result.reading.description, result.numerator, result.target, result.points?.rawValue,
                result.availableMaximum.rawValue, result.applicability.rawValue)
        }
        let services = results.flatMap { result in
            result.verdicts.map { verdict in
                Self.line(
                    "service", result.reading.description, verdict.service.code, verdict.service.owner, verdict.unit,
                    verdict.counts, verdict.isCountedWithUnit, verdict.delegation?.mouNumber,
                    verdict.reasons.map(\.rawValue).joined(separator: " "))
            }
        }
        let memoranda = memoranda.map { memorandum in
            Self.line(
                "memorandum", memorandum.service, memorandum.number, Self.day(memorandum.signedOn),
                Self.day(memorandum.validFrom), memorandum.withdrawnOn.map(Self.day),
                memorandum.confirmedOn.map(Self.day), memorandum.evidence, memorandum.area)
        }
        let offices = offices.map {
            Self.line("office", $0.service, $0.code, $0.rank, Self.day($0.registeredOn))
        }
        return ([head] + readings + services + memoranda + offices).joined(separator: "\n") + "\n"
    }

    /// SHA-256 of the canonical text in hexadecimal.
    public var digest: String {
        hexadecimal(SHA256.hash(data: Data(canonicalText.utf8)))
    }

    private static func line(_ fields: Any?...) -> String {
        fields.map { $0.map { "\($0)" } ?? "" }.joined(separator: "\t")
    }

    private static func day(_ day: Day) -> String {
        JalaliDate(day)?.description ?? day.description
    }
}
