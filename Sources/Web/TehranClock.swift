public import Foundation
public import RankingRules
import Wording

/// The day in Tehran, which everything about days is counted in.
public enum TehranClock {
    /// Nil where the time zone is not installed.
    public static func day(of instant: Date) -> Day? { TehranTime.day(of: instant) }
}
