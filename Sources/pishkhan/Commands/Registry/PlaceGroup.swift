import Answers
import ArgumentParser
import Foundation
import OfficeRanking
import RankingRules
import Tables

struct PlaceGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "place",
        abstract: "Adds, renames and splits counties and cities; each change is recorded with its day.",
        discussion: "شهرستان و شهر تازه، نام تازه و جدا شدن شهرستان‌ها.",
        subcommands: [ListPlaces.self, AddPlaceGroup.self, ImportPlaces.self, RenamePlace.self, SplitCounty.self])
}

struct AddPlaceGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a county or a city that the official division lacks.",
        discussion: "افزودن شهرستان یا شهری که در تقسیمات کشوری نبود.",
        subcommands: [AddCounty.self, AddCity.self])
}

/// The reason of a place's change, and its day.
struct PlaceActOptions: ParsableArguments {
    @Option(help: "Reason, for the record: the act of the government. دلیل.")
    var reason: String

    @Option(help: "First Jalali day on which it holds; default today. تاریخ اثر.")
    var effective: Day?
}

struct ListPlaces: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the places that were added, renamed or split off.",
        discussion: "فهرست تغییرهای تقسیمات کشوری.")

    @Option(help: "Code or name of a province. استان.")
    var province: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let changes = try await database.withRanking(environment) { try await $0.placeChanges(province: province) }
        output.write(PlaceAnswer.make(changes), environment)
    }
}

struct AddCounty: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "county",
        abstract: "Adds a county; a known one stays as it is.",
        discussion: "افزودن شهرستان.")

    @Argument(help: "Code or name of the province. استان.")
    var province: String

    @Argument(help: "Name of the county. نام شهرستان.")
    var name: String

    @Option(help: "Code of four digits, if it has one. کد.")
    var code: String?

    @OptionGroup var act: PlaceActOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let (today, place) = (try environment.today(), NewPlace.county(name, in: province, code: code))
        let answer = try await database.withRanking(environment) { ranking in
            let hasChanged = try await ranking.addPlace(
                place, effectiveOn: act.effective ?? today, reason: act.reason)
            return PlaceAnswer.make(try await ranking.placeChanges(province: province), hasChanged: hasChanged)
        }
        output.write(answer, environment)
    }
}

struct AddCity: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "city",
        abstract: "Adds a city; a known one stays as it is.",
        discussion: "افزودن شهر.")

    @Argument(help: "Code or name of the province. استان.")
    var province: String

    @Argument(help: "Name or code of the county. شهرستان.")
    var county: String

    @Argument(help: "Name of the city. نام شهر.")
    var name: String

    @Option(help: "Code of ten digits, if it has one. کد.")
    var code: String?

    @OptionGroup var act: PlaceActOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let (today, place) = (try environment.today(), NewPlace.city(name, in: county, province, code: code))
        let answer = try await database.withRanking(environment) { ranking in
            let hasChanged = try await ranking.addPlace(
                place, effectiveOn: act.effective ?? today, reason: act.reason)
            return PlaceAnswer.make(try await ranking.placeChanges(province: province), hasChanged: hasChanged)
        }
        output.write(answer, environment)
    }
}

struct ImportPlaces: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Adds the counties and cities of a file: all of them, or none with a list of every fault.",
        discussion: """
            شهرستان‌ها و شهرهای یک پرونده را می‌افزاید.
            Columns: level (county, city), province, county, name, code, effective_on.
            """)

    @Argument(help: "File in CSV. پرونده.")
    var file: String

    @OptionGroup var act: PlaceActOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        guard let bytes = FileManager.default.contents(atPath: file) else { throw CommandFailure.unreadableFile(file) }
        let (today, name) = (try environment.today(), URL(filePath: file).lastPathComponent)
        let answer = try await database.withRanking(environment) { ranking in
            let taken = try await ranking.importPlaces(
                Array(bytes), named: name, effectiveOn: act.effective ?? today, reason: act.reason, today: today)
            return PlaceAnswer.make(try await ranking.placeChanges(), taken)
        }
        output.write(answer, environment)
    }
}

struct RenamePlace: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Gives a place a later name. Files may use both names; publications keep the first.",
        discussion: "نام تازهٔ یک محل؛ پرونده‌ها هر دو نام را به کار می‌برند.")

    @Argument(help: "county, city or village. سطح.")
    var level: PlaceLevel

    @Argument(help: "Code or name of the province. استان.")
    var province: String

    @Argument(help: "Present name. نام کنونی.")
    var name: String

    @Argument(help: "New name. نام تازه.")
    var newName: String

    @Option(help: "County of a city or village. شهرستان.")
    var county: String?

    @OptionGroup var act: PlaceActOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (county == nil) == (level == .county) else {
            throw ValidationError("A city or village is named with its --county, a county without.")
        }
    }

    func run(in environment: CommandEnvironment) async throws {
        let today = try environment.today()
        let answer = try await database.withRanking(environment) { ranking in
            let hasChanged = try await ranking.renamePlace(
                level, name, in: county, province, to: newName, effectiveOn: act.effective ?? today, reason: act.reason)
            return PlaceAnswer.make(try await ranking.placeChanges(province: province), hasChanged: hasChanged)
        }
        output.write(answer, environment)
    }
}

struct SplitCounty: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Makes a county of cities and villages of another one. Offices move with the next offices file.",
        discussion: "جدا شدن شهرستان از شهرستانی دیگر؛ دفترها با پروندهٔ بعدی دفاتر جابه‌جا می‌شوند.")

    @Argument(help: "Code or name of the province. استان.")
    var province: String

    @Argument(help: "Name or code of the county that is split. شهرستان کنونی.")
    var county: String

    @Argument(help: "Name of the new county. شهرستان تازه.")
    var newCounty: String

    @Argument(help: "Cities and villages of the new county. شهرها و روستاها.")
    var localities: [String]

    @OptionGroup var act: PlaceActOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let today = try environment.today()
        let answer = try await database.withRanking(environment) { ranking in
            let hasChanged = try await ranking.splitCounty(
                county, of: province, into: newCounty, localities: localities, effectiveOn: act.effective ?? today,
                reason: act.reason)
            return PlaceAnswer.make(try await ranking.placeChanges(province: province), hasChanged: hasChanged)
        }
        output.write(answer, environment)
    }
}
