/// The rules of the sub-indicator "use of counter offices" in a year: what the circular leaves open is a parameter.
public struct IndicatorRules: Sendable, Hashable {
    /// Indicator and sub-indicator of the axis e-government: `1/8`.
    public let item: String
    /// The Jalali year that is evaluated.
    public let year: Int
    /// Raised whenever the same year's rules change.
    public let version: Int
    public let title: LocalizedText
    /// Whose the text is that the rules follow.
    public let text: Authority
    /// Whose the choices are where that text is silent or contradicts itself.
    public let choices: Authority
    public let legalBasis: LocalizedText
    public let maximum: Points
    /// The share of the target above which points rise no further.
    public let cap: Percent
    /// The stages whose counter-office field must be completed, in their order.
    public let stages: [ServiceStage]
    public let whenNotApplicable: NotApplicableEffect
    public let readings: IndicatorReadings

    public enum Authority: String, Sendable, CaseIterable {
        /// A published text of the authority in charge.
        case official
        /// Those who run this program, where nothing is published.
        case ours
        /// Invented to try the program out.
        case sample
    }

    /// What a sub-indicator that is not applicable does to the sum of maxima.
    public enum NotApplicableEffect: String, Sendable, CaseIterable {
        /// Its maximum leaves the sum.
        case shrinkMaximum = "shrink_maximum"
        /// Its maximum stays and it gives nothing.
        case noPoints = "no_points"
    }

    /// The reading that is used.
    public var chosen: IndicatorReading { readings.chosen }
}
