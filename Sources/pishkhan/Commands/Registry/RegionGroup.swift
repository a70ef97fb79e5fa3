import ArgumentParser

struct RegionGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region",
        abstract: "Lists and fills in the regulator's nine regions and their provinces.",
        discussion: "مناطق نه‌گانهٔ رگولاتوری و استان‌های هر یک.",
        subcommands: [AssignRegion.self, ListRegions.self])
}
