import Foundation
import Yams

/// A YAML file of settings: one flat mapping, lists allowed where a setting is a list.
struct ConfigurationFile {
    let path: String
    let values: [Setting: String]

    init(path: String) throws {
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw ConfigurationFault(faults: ["\(path): the file cannot be read"]) }
        try self.init(path: path, text: text)
    }

    init(path: String, text: String) throws {
        self.path = path
        guard let root = try? Yams.compose(yaml: text) else {
            let isEmpty = text.split(separator: "\n").allSatisfy { $0.drop { $0 == " " }.first ?? "#" == "#" }
            guard isEmpty else { throw ConfigurationFault(faults: ["\(path): this is not YAML"]) }
            values = [:]
            return
        }
        guard let mapping = root.mapping else { throw ConfigurationFault(faults: ["\(path): expected a mapping"]) }
        var values: [Setting: String] = [:]
        var faults: [String] = []
        for (key, node) in mapping {
            let location = "\(path):\(key.mark?.line ?? 0): \(key.string ?? "?")"
            guard let setting = key.string.flatMap(Setting.init) else {
                faults.append("\(location): this setting is not known")
                continue
            }
            guard let value = Self.text(of: node) else {
                faults.append("\(location): expected a value or a list of values")
                continue
            }
            values[setting] = value
        }
        if !faults.isEmpty { throw ConfigurationFault(faults: faults) }
        self.values = values
    }

    private static func text(of node: Node) -> String? {
        if let scalar = node.scalar { return scalar.string }
        guard let items = node.sequence else { return nil }
        let texts = items.compactMap(\.scalar?.string)
        return texts.count == items.count ? texts.joined(separator: ",") : nil
    }
}
