import RankingRules
import Web

/// Reads settings and collects their faults.
struct SettingReader {
    private let chosen: [Setting: ChosenSetting]
    private var faults: [String] = []

    init(_ chosen: [ChosenSetting]) {
        self.chosen = Dictionary(uniqueKeysWithValues: chosen.map { ($0.setting, $0) })
    }

    mutating func value<T>(_ setting: Setting, _ expected: String, _ parse: (String) -> T?) -> T? {
        guard let found = chosen[setting] else {
            let flag = setting.rawValue.replacing("_", with: "-")
            faults.append("\(setting.rawValue): give it as --\(flag) or \(setting.variables.joined(separator: " or "))")
            return nil
        }
        if let value = parse(found.value) { return value }
        faults.append("\(setting.rawValue) (\(found.source.text)): expected \(expected)")
        return nil
    }

    mutating func number(_ setting: Setting, in range: ClosedRange<Int>) -> Int {
        let limits = "a number from \(range.lowerBound) to \(range.upperBound)"
        return value(setting, limits) { WholeNumber.read($0, in: range) } ?? range.lowerBound
    }

    /// Nil if the setting is not given.
    mutating func text(_ setting: Setting) -> String? {
        value(setting, "a text") { $0 }.flatMap { $0.isEmpty ? nil : $0 }
    }

    mutating func seconds(_ setting: Setting, in range: ClosedRange<Int> = 1...3_600) -> Duration {
        .seconds(number(setting, in: range))
    }

    mutating func add(_ fault: String) {
        faults.append(fault)
    }

    consuming func finish() throws {
        if !faults.isEmpty { throw ConfigurationFault(faults: faults) }
    }
}

extension SettingReader {
    /// Nil if the setting is 0.
    mutating func rateLimit(_ setting: Setting, of unit: Duration, _ burst: Setting) -> RateLimit? {
        let count = number(setting, in: 0...1_000_000)
        let burst = number(burst, in: 1...1_000_000)
        return count == 0 ? nil : RateLimit(burst: burst, onceEvery: unit / count)
    }
}
