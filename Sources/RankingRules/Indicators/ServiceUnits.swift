/// The unit of each service: the service that the memorandum names, with its parts at any depth.
struct ServiceUnits {
    /// The parent of each service, if both belong to the agency.
    private let parents: [String: String]

    init(_ facts: IndicatorFacts) {
        let owned = Set(facts.services.filter { $0.owner == facts.agency }.map(\.code))
        var parents: [String: String] = [:]
        for service in facts.services where owned.contains(service.code) {
            parents[service.code] = service.parent.flatMap { owned.contains($0) ? $0 : nil }
        }
        self.parents = parents
    }

    /// The highest service above this one, or the service itself. In a ring of services that are parts of each other,
    /// the smallest code is the unit.
    func unit(of code: String) -> String {
        var path = [code]
        while let next = parents[path[path.count - 1]] {
            if let index = path.firstIndex(of: next) { return path[index...].min() ?? next }
            path.append(next)
        }
        return path[path.count - 1]
    }
}
