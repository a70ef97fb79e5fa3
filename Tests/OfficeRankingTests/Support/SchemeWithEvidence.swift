import OfficeRanking
import RankingRules
import TestDatabase

/// The small scheme whose only criterion has a rule of evidence: at least one, at most two, not older than a year.
func schemeWithEvidence(_ rule: String = "required: yes, most: 2, not_older_than: {months: 12}") -> String {
    smallScheme.replacing("code: small\n", with: "code: proven\n").replacing(
        "changeable: yes\n", with: "changeable: yes\n        evidence: {kinds: [lease, photo], \(rule)}\n")
}

/// Bytes that begin as a PDF file does, and go on as a text does.
func pdf(_ text: String, size: Int? = nil) -> [UInt8] {
    let bytes = Array("%PDF-\(text)".utf8)
    return bytes + Array(repeating: 0, count: max(0, (size ?? 0) - bytes.count))
}

extension Fixture {
    /// Adds a file to the evidence of an office; by the headquarters unless another account is named.
    func addEvidence(
        of office: String = "G-1", _ bytes: [UInt8] = pdf("1"), kind: String = "lease",
        issuedOn: Day = day("1400-01-31"), validUntil: Day? = nil, name: String = "a.pdf", mediaType: String? = nil,
        as account: RankingDatabase? = nil
    ) async throws -> Int {
        try await (account ?? ranking).addEvidence(
            EvidenceFile(
                criterion: "staff", kind: kind, issuedOn: issuedOn, validUntil: validUntil, fileName: name,
                mediaType: mediaType, bytes: bytes), to: office, isScanned: false)
    }
}
