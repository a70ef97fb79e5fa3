/// How a request was let in, before its proof is looked at.
enum Admission: Sendable, Equatable {
    /// It counts for its address.
    case address
    /// It shows a proof that was right before, and counts for that account.
    case account
    /// Its address has asked, or failed, too often: its proof is looked at in a turn, and must be right.
    case doubted(Problem.TooMany)
}

extension Problem {
    /// What there was too much of, and how long a client should wait.
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
