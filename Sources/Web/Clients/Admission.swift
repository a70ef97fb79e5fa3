/// How a request was admitted, before its token is checked.
enum Admission: Sendable, Equatable {
    /// It counts for its address.
    case address
    /// Its token was right before, so it counts for that account.
    case account
    /// Its address has sent too many requests or false tokens: its token is checked after others, one at a time, and
    /// must be right.
    case doubted(Problem.TooMany)
}

extension Problem {
    /// Which limit was exceeded, and how long the client should wait.
    enum TooMany: Sendable, Equatable {
        case requests(Duration)
        case failures(Duration)

        var problem: Problem {
            switch self {
            case .requests(let wait): .tooManyRequests(wait)
            case .failures(let wait): .tooManyFailures(wait)
            }
        }
    }
}
