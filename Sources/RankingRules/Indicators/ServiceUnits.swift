/// Which service each one counts as: the unit is the service as the memorandum names it, its parts of any depth with it.
struct ServiceUnits {
    /// Services of the agency with the services that they are a part of, where those are the agency's, too.
    private let parents: [String: String]

    init(_ facts: IndicatorFacts) {
        let owned = Set(facts.services.filter { $0.owner == facts.agency }.map(\.code))
        var parents: [String: String] = [:]
        for service in facts.services where owned.contains(service.code) {
            parents[service.code] = service.parent.flatMap { owned.contains($0) ? $0 : nil }
        }
        self.parents = parents
    }

    /// The highest service above this one, or itself. Services that are parts of each other in a ring have none: the
    /// least code of the ring stands for it.
    func unit(of code: String) -> String {
        var path = [code]
        while let next = parents[path[path.count - 1]] {
            if let index = path.firstIndex(of: next) { return path[index...].min() ?? next }
            path.append(next)
        }
        return path[path.count - 1]
    }
}
