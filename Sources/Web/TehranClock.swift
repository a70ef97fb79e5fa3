public import Foundation
public import RankingRules
import Wording

/// The day in Tehran, by which all days are counted.
public enum TehranClock {
    /// Nil if the time zone is not installed.
    public static func day(of instant: Date) -> Day? { TehranTime.day(of: instant) }
}
