/// Errors of evidence.
extension RankingError {
    /// The office and the criterion of a value that lacks its evidence: `G-1 floor_area`.
    public static func evidenceMissing(_ detail: String) -> Self { Self(.evidenceMissing, detail) }
    /// The operator's scanner refused the file.
    public static let evidenceIsInfected = Self(.evidenceIsInfected)
    /// The operator's scanner could not be asked.
    public static let evidenceNotScanned = Self(.evidenceNotScanned)
    /// The number of evidence that the office does not have, or that is erased.
    public static func unknownEvidence(_ detail: String) -> Self { Self(.unknownEvidence, detail) }
}
