import Foundation
import Logging
import OfficeRanking
import RankingRules
import ServiceLifecycle

/// Once an hour publishes the head of the record, and removes answers and attempts of requests older than seven days, and
/// messages and refused rows older than ninety. Every daemon does this, with or without a clock.
struct HourlyService: ServiceLifecycle.Service {
    let database: RankingDatabase
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            async let heads: Void = publishHeads()
            repeat {
                await trying("requests") { try await database.forgetRequests() }
                await trying("messages") { try await database.forgetMessages() }
                await trying("refused rows") { try await database.forgetRefusedRows() }
            } while (try? await Task.sleep(for: .seconds(3_600))) != nil
            await heads
        }
    }

    /// A while after the start, so that a daemon that is started again and again publishes no head each time.
    private func publishHeads() async {
        var wait = Duration.seconds(300)
        while (try? await Task.sleep(for: wait)) != nil {
            await trying("head of the record") { try await database.publishHead() }
            wait = .seconds(3_600)
        }
    }

    /// If this fails now, it is tried again an hour later.
    private func trying(_ what: String, _ work: () async throws -> Int) async {
        do {
            let count = try await work()
            if count > 0 { logger.info("hourly work", metadata: ["what": "\(what)", "count": "\(count)"]) }
        } catch is CancellationError {
        } catch {
            let fault = (error as? RankingError)?.message(in: .english) ?? String(describing: type(of: error))
            logger.warning("hourly work waits", metadata: ["what": "\(what)", "error": "\(fault)"])
        }
    }
}
