import Postgres
public import RankingRules

/// The result of a file of new counties and cities.
public struct TakenPlaces: Sendable, Hashable {
    public var added = 0
    /// Places that were known already.
    public var known = 0
}

extension RankingDatabase {
    /// Adds the counties and cities of a file, all of them or none. Each is an act of its own, and every fault is
    /// reported.
    /// - Parameters:
    ///   - name: the file's name in messages.
    ///   - effectiveOn: the day for rows without a day of their own.
    public func importPlaces(
        _ bytes: [UInt8], named name: String, effectiveOn: Day, reason: String, today: Day
    ) async throws -> TakenPlaces {
        guard effectiveOn <= today else { throw RankingError.dayInFuture(day: effectiveOn.description) }
        var (lines, faults, rest) = PlaceLine.read(bytes, named: name, today: today)
        // The county of a city may stand below it in the file.
        lines = lines.filter { $0.place.level == .county } + lines.filter { $0.place.level == .city }
        let (ordered, found, unread) = (lines, faults, rest)
        return try await act { connection in
            var (taken, faults, rest) = (TakenPlaces(), found, unread)
            for line in ordered {
                guard faults.count < LineFault.most else {
                    rest += 1
                    continue
                }
                do {
                    let isNew = try await joining(connection).addPlace(
                        line.place, effectiveOn: line.effectiveOn ?? effectiveOn, reason: reason)
                    if isNew { taken.added += 1 } else { taken.known += 1 }
                } catch let error as RankingError where error.isAboutPlace {
                    faults.append(
                        LineFault(
                            file: name, line: line.number,
                            text: LocalizedText(
                                persian: error.message(in: .persian), english: error.message(in: .english))))
                }
            }
            guard faults.isEmpty else {
                throw RankingError.invalid(
                    faults.sorted { $0.line < $1.line }.map(\.sentence) + LineFault.sentences(ofRest: rest))
            }
            return taken
        }
    }
}

/// A fault of a line, in both languages.
private struct LineFault: Sendable {
    /// The number of faults after which no further line is tried.
    static let most = 100

    static func sentences(ofRest count: Int) -> [LocalizedText] {
        guard count > 0 else { return [] }
        return [
            LocalizedText(
                persian: "\(Digits.persian(String(count))) سطر دیگر نادرست است یا بررسی نشد.",
                english: "\(count) more line\(count == 1 ? " is" : "s are") wrong or not tried.")
        ]
    }

    let file: String
    /// The line; 0 means the whole file.
    let line: Int
    let text: LocalizedText

    var sentence: LocalizedText {
        let place = line > 0 ? "\(file):\(line): " : "\(file): "
        return LocalizedText(persian: place + text.persian, english: place + text.english)
    }
}

/// One sound row of a file of places.
private struct PlaceLine: Sendable {
    let number: Int
    let place: NewPlace
    let effectiveOn: Day?

    /// - Returns: the sound rows, the first faults, and the number of further faults.
    static func read(
        _ bytes: [UInt8], named name: String, today: Day
    ) -> (lines: [PlaceLine], faults: [LineFault], rest: Int) {
        let report = FindingReport(keeping: LineFault.most)
        let reader = TableReader(bytes: bytes)
        var lines: [PlaceLine] = []
        if let table = CheckedTable.open(reader, named: name, columns: columns, report: report) {
            table.forEachRow { row in
                if let line = PlaceLine(row, today: today) { lines.append(line) }
            }
        }
        let faults = report.first.filter { $0.severity == .error }.map {
            LineFault(file: name, line: $0.line ?? 0, text: $0.sentence)
        }
        return (lines, faults, report.errorCount - faults.count)
    }

    private init?(_ row: CheckedRow, today: Day) {
        let level = row.choice(0, of: levels)
        let (province, county) = (row.name(1, maximum: 100)?.text, row.name(2, maximum: 100)?.text)
        let (name, code) = (row.name(3, maximum: 100)?.text, row.code(4)?.text)
        let day = row.pastDay(5, today: today)
        if level == .city, county == nil, row.isSound { row.refuse(2, Fault(.valueMissing)) }
        guard row.isSound, let level, let province, let name else { return nil }
        self.init(
            number: row.position.row,
            place: NewPlace(
                level: level, province: province, county: level == .city ? county : nil, name: name, code: code),
            effectiveOn: day)
    }

    private init(number: Int, place: NewPlace, effectiveOn: Day?) {
        (self.number, self.place, self.effectiveOn) = (number, place, effectiveOn)
    }

    private static let columns = [
        ColumnSpec(name: "level", titles: ["سطح", "نوع"], isRequired: true),
        ColumnSpec(name: "province", titles: ["استان"], isRequired: true),
        ColumnSpec(name: "county", titles: ["شهرستان"], isRequired: false),
        ColumnSpec(name: "name", titles: ["نام"], isRequired: true),
        ColumnSpec(name: "code", titles: ["کد"], isRequired: false),
        Field.effectiveOn.column,
    ]
}

private let levels = ChoiceList<NewPlace.Level>([
    (.county, "county", "شهرستان", "county"), (.city, "city", "شهر", "city"),
])

extension RankingError {
    /// True if the error is about one place, so that the other places are still tried.
    fileprivate var isAboutPlace: Bool {
        [.unknownPlace, .placeIsKnownOtherwise, .constraintViolated].contains(code)
    }
}
