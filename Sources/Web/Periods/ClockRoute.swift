import Answers
import OfficeRanking
import Tables

extension WebService {
    /// Takes the due steps of half-years now, if no daemon keeps the clock; needs `keep_clock`. Steps and answer are
    /// one transaction, so the same request again takes no further step.
    var clockRoute: Route {
        writing("/v1/clock") { ranking, _ in Written(ClockAnswer.make(try await PeriodClock(ranking).look())) }
    }
}
