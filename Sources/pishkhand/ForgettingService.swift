import Foundation
import Logging
import OfficeRanking
import RankingRules
import ServiceLifecycle

/// Removes, once an hour, answers and attempts of requests older than seven days, and messages and refused rows older
/// than ninety. Every daemon does this, with or without a clock.
struct ForgettingService: ServiceLifecycle.Service {
    let database: RankingDatabase
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat {
                await trying("requests") { try await database.forgetRequests() }
                await trying("messages") { try await database.forgetMessages() }
                await trying("refused rows") { try await database.forgetRefusedRows() }
            } while (try? await Task.sleep(for: .seconds(3_600))) != nil
        }
    }

    /// If this fails now, it is tried again an hour later.
    private func trying(_ what: String, _ forget: () async throws -> Int) async {
        do {
            let count = try await forget()
            if count > 0 { logger.info("forgotten", metadata: ["what": "\(what)", "count": "\(count)"]) }
        } catch is CancellationError {
        } catch {
            let fault = (error as? RankingError)?.message(in: .english) ?? String(describing: type(of: error))
            logger.warning("nothing is forgotten", metadata: ["what": "\(what)", "error": "\(fault)"])
        }
    }
}
