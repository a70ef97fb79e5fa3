/// The days of appeals under a scheme, and what follows when they pass.
public struct AppealRule: Hashable, Sendable {
    /// How long each office sees its own result before everybody does: whole days after the day on which it is shown.
    public let previewDays: Int
    /// How long offices may file an appeal, in the same days; not longer than the preview.
    public let fileDays: Int
    /// How long an appeal may wait for its decision: whole days after the day on which it was filed.
    public let decideDays: Int
    public let undecided: Undecided
    public let silence: Silence

    public init(previewDays: Int, fileDays: Int, decideDays: Int, undecided: Undecided, silence: Silence) {
        self.previewDays = previewDays
        self.fileDays = fileDays
        self.decideDays = decideDays
        self.undecided = undecided
        self.silence = silence
    }

    /// What an undecided appeal means for the publication.
    public enum Undecided: String, CaseIterable, Hashable, Sendable {
        case block
        case publishFlagged = "publish_flagged"
    }

    /// What it means that nobody decided within the days.
    public enum Silence: String, CaseIterable, Hashable, Sendable {
        case none
        case upheld
        case dismissed
    }
}
