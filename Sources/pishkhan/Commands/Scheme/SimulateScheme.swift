import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct SimulateScheme: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Scores a published half-year with a scheme file and says whom it would move; stores nothing.",
        discussion: "داده‌های یک دورهٔ منتشرشده را با شیوه‌نامه می‌سنجد و جابه‌جایی‌ها را می‌گوید؛ چیزی ذخیره نمی‌شود.")

    @Argument(help: "Scheme file in YAML. پروندهٔ شیوه‌نامه.")
    var file: String

    @Option(help: "Published half-year, such as 1400-H1. دوره.")
    var on: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let read = try SchemeFile(file, output, environment)
        let simulation = try await database.withRanking(environment) {
            try await $0.simulateScheme(document: read.text, on: on)
        }
        output.write(SchemeSimulationAnswer.make(simulation, of: read.scheme), environment)
    }
}
