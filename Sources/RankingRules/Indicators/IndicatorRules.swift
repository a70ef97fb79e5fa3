/// The rules of the sub-indicator "use of counter offices" in a year. Everything that the circular leaves open is a
/// parameter.
public struct IndicatorRules: Sendable, Hashable {
    /// The indicator and sub-indicator on the e-government axis: `1/8`.
    public let item: String
    /// The evaluated Jalali year.
    public let year: Int
    /// The version of a year's rules; each change raises it.
    public let version: Int
    public let title: LocalizedText
    /// The authority of the text that the rules follow.
    public let text: Authority
    /// The authority of the choices where that text is silent or contradicts itself.
    public let choices: Authority
    public let legalBasis: LocalizedText
    public let maximum: Points
    /// The share of the target above which points no longer rise.
    public let cap: Percent
    /// The stages whose counter-office field must be completed, in their order.
    public let stages: [ServiceStage]
    public let whenNotApplicable: NotApplicableEffect
    public let readings: IndicatorReadings

    public enum Authority: String, Sendable, CaseIterable {
        /// A published text of the responsible authority.
        case official
        /// The operators of this program, where nothing is published.
        case ours
        /// Invented for trials of the program.
        case sample
    }

    /// The effect of a sub-indicator that is not applicable on the sum of maxima.
    public enum NotApplicableEffect: String, Sendable, CaseIterable {
        /// The sum leaves out its maximum.
        case shrinkMaximum = "shrink_maximum"
        /// The sum keeps its maximum, and it gives no points.
        case noPoints = "no_points"
    }

    /// The reading that is used.
    public var chosen: IndicatorReading { readings.chosen }
}
