/// The parts of a scheme with their facts, read from its canonical form. A block that a later version of the form adds
/// is found too, whatever it holds.
struct SchemeParts {
    private(set) var parts: [Entry]
    private var index: [Identity: Int]

    struct Entry {
        let part: SchemeDifference.Part
        /// Keys of the canonical form, in its order.
        var keys: [String] = []
        /// Repeated lines of one key are one list.
        var values: [String: [String]] = [:]
    }

    private struct Identity: Hashable {
        let kind: SchemeDifference.Part.Kind
        let code: String
    }

    init(_ scheme: Scheme) {
        parts = [Entry(part: SchemeDifference.Part(kind: .scheme, code: "", title: scheme.title))]
        index = [Identity(kind: .scheme, code: ""): 0]
        let titles = Self.titles(of: scheme)
        var (group, option) = ("", "")
        for line in scheme.canonicalText.split(separator: "\n") {
            let key = String(line.prefix { $0 != " " })
            let value = String(line.dropFirst(key.utf8.count + 1))
            if let kind = Self.kind(beginningWith: key) {
                let code = kind == .rank ? String(count(of: .rank) + 1) : value
                begin(kind, code, titles[Identity(kind: kind, code: code)] ?? scheme.title)
                if kind == .group { group = value }
                if kind == .criterion { add("criterion.group", group) }
                if kind != .rank { continue }
            }
            if key == "criterion.option" { option = value }
            let isOfOption = key.hasPrefix("criterion.option.")
            if !Self.identity.contains(key) { add(key, isOfOption ? "\(option): \(value)" : value) }
        }
    }

    subscript(part: SchemeDifference.Part) -> Entry? {
        index[Identity(kind: part.kind, code: part.code)].map { parts[$0] }
    }

    func codes(of kind: SchemeDifference.Part.Kind) -> [String] {
        parts.filter { $0.part.kind == kind }.map(\.part.code)
    }

    private func count(of kind: SchemeDifference.Part.Kind) -> Int {
        parts.count { $0.part.kind == kind }
    }

    private mutating func begin(_ kind: SchemeDifference.Part.Kind, _ code: String, _ title: LocalizedText) {
        index[Identity(kind: kind, code: code)] = parts.count
        parts.append(Entry(part: SchemeDifference.Part(kind: kind, code: code, title: title)))
    }

    /// Lines after the last rank belong to the scheme again: their keys do not begin with the kind of a part.
    private mutating func add(_ key: String, _ value: String) {
        let word = String(key.prefix { $0 != "." })
        let owner = SchemeDifference.Part.Kind(rawValue: word).map { _ in parts.count - 1 } ?? 0
        if parts[owner].values[key] == nil { parts[owner].keys.append(key) }
        parts[owner].values[key, default: []].append(value)
    }

    /// What names a version, and the mark of the form.
    private static let identity: Set<String> = ["pishkhan-scheme", "code", "version"]

    private static func kind(beginningWith key: String) -> SchemeDifference.Part.Kind? {
        if key == "rank.title.fa" { return .rank }
        guard let kind = SchemeDifference.Part.Kind(rawValue: key), kind != .rank, kind != .scheme else { return nil }
        return kind
    }

    private static func titles(of scheme: Scheme) -> [Identity: LocalizedText] {
        var titles: [Identity: LocalizedText] = [:]
        for source in scheme.sources { titles[Identity(kind: .source, code: source.code)] = source.title }
        for reference in scheme.references {
            titles[Identity(kind: .reference, code: reference.code)] = reference.title
        }
        for group in scheme.groups { titles[Identity(kind: .group, code: group.code)] = group.title }
        for criterion in scheme.criteria { titles[Identity(kind: .criterion, code: criterion.code)] = criterion.title }
        for rule in scheme.penalties.rules { titles[Identity(kind: .penalty, code: rule.kind)] = rule.title }
        for (place, rank) in scheme.ranks.enumerated() {
            titles[Identity(kind: .rank, code: String(place + 1))] = rank.title
        }
        return titles
    }
}
