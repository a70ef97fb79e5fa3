import ArgumentParser

struct RegionGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region",
        abstract: "The regulator's nine regions and their provinces, filled in by the operator.",
        discussion: "مناطق نه‌گانهٔ رگولاتوری و استان‌های هر یک.",
        subcommands: [AssignRegion.self, ListRegions.self])
}
