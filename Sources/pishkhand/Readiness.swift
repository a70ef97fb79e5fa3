import Logging
import Migrations
import Postgres
import RankingRules
import Web

/// The conditions of readiness: a database that answers and has this program's version, and a known time zone.
enum Readiness {
    static func checks(_ client: PostgresClient, logger: Logger) throws -> [ReadinessCheck] {
        let migrator = Migrator(scripts: try DatabaseScripts.shipped(), logger: logger)
        return [
            ReadinessCheck("database") {
                do {
                    try await client.query("select 1")
                    return nil
                } catch {
                    return LocalizedText(
                        persian: "پایگاه داده پاسخ نمی‌دهد.", english: "The database does not answer.")
                }
            },
            ReadinessCheck("migrations") {
                let isCurrent = try? await client.withConnection { try await migrator.isCurrent($0) }
                return isCurrent == true
                    ? nil
                    : LocalizedText(
                        persian: "پایگاه داده به نسخهٔ این برنامه نرسیده است؛ اجرا کنید: pishkhan migrate",
                        english: "The database is not at this program's version. Run: pishkhan migrate")
            },
            ReadinessCheck("time_zone") {
                WebSettings().today() == nil
                    ? LocalizedText(
                        persian: "منطقهٔ زمانی Asia/Tehran نصب نیست (بستهٔ tzdata).",
                        english: "The time zone Asia/Tehran is not installed (package tzdata).")
                    : nil
            },
        ]
    }
}
