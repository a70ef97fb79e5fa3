import Foundation
import HTTPTypes
import RankingRules

/// The reason why a received file could not be written to disk.
struct SpoolError: Error, CustomStringConvertible {
    /// The number of errno(3).
    let number: Int32

    init(number: Int32) {
        self.number = number
    }

    init(_ error: any Error) {
        let error = error as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        if cause.domain == NSPOSIXErrorDomain {
            number = Int32(cause.code)
        } else {
            number = (error as? CocoaError)?.code == .fileWriteOutOfSpace ? ENOSPC : EIO
        }
    }

    var description: String { String(cString: strerror(number)) }

    /// Full disks and open files become free again; permissions and folders need the operator.
    var problem: Problem {
        switch number {
        case ENOSPC, EDQUOT: .noRoom
        case EMFILE, ENFILE: .tooManyFiles
        default: .internalFault
        }
    }
}

extension Problem {
    static let noRoom: Problem = {
        var problem = Problem(
            .init(code: 507, reasonPhrase: "Insufficient Storage"), "no_room",
            "جایی برای نگه‌داشتن پرونده نیست؛ بعداً دوباره بفرستید.",
            "There is no room to keep the file. Send it again later.")
        problem.headers[.retryAfter] = "60"
        return problem
    }()

    static let tooManyFiles: Problem = {
        var problem = Problem(
            .serviceUnavailable, "too_many_files", "تعداد پرونده‌های باز بیش از اندازه است؛ کمی بعد دوباره بفرستید.",
            "Too many files are open. Send it again a little later.")
        problem.headers[.retryAfter] = pauseSeconds
        return problem
    }()
}
