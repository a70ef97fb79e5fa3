import Answers
import OfficeRanking
import Tables

extension WebService {
    /// The due steps of half-years, taken now by whoever may keep the clock: for where no daemon keeps it. Steps and answer
    /// are one transaction, so the same request again takes nothing more.
    var clockRoute: Route {
        writing("/v1/clock") { ranking, _ in Written(ClockAnswer.make(try await PeriodClock(ranking).look())) }
    }
}
