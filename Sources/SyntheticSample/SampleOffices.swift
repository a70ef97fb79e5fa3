import RankingRules

/// All synthetic offices in the order of their codes.
enum SampleOffices {
    static var all: [SampleOffice] {
        var random = SampleRandom(4)
        let drawn = random.shuffled(ProfileOffices.participants + ProfileOffices.silent(urban: 118, rural: 222))
        let offices = LimitOffices.all + drawn + InactiveOffices.all
        return linked(withHolders(numbered(offices)))
    }

    private static func numbered(_ offices: [SampleOffice]) -> [SampleOffice] {
        offices.enumerated().map { index, office in
            var office = office
            office.number = index + 1
            return office
        }
    }

    /// Urban offices belong to legal persons. One holder in 37 has the office before it as well.
    private static func withHolders(_ offices: [SampleOffice]) -> [SampleOffice] {
        var groups: [Int: SampleHolder] = [:]
        var last: SampleHolder?
        return offices.map { office in
            var office = office
            let isLegalPerson = office.kind == .urban || office.number.isMultiple(of: 3)
            office.holder = SampleHolder(number: office.number, isLegalPerson: isLegalPerson)
            if let group = office.holderGroup {
                office.holder = groups[group] ?? office.holder
                groups[group] = office.holder
            } else if isLegalPerson, office.number % 37 == 5, let last {
                office.holder = last
            }
            if isLegalPerson { last = office.holder }
            return office
        }
    }

    /// Some closed offices go on in another one.
    private static func linked(_ offices: [SampleOffice]) -> [SampleOffice] {
        var offices = offices
        let closed = offices.indices.filter { offices[$0].state == .closed }
        for (old, kind) in zip(closed, ["move", "merger", "transfer", "code_change"]) {
            let successor = offices.indices.first { index in
                offices[index].remark == nil && offices[index].predecessor == nil && offices[index].state == .active
                    && offices[index].kind == offices[old].kind
            }
            guard let successor else { continue }
            offices[successor].predecessor = .init(number: offices[old].number, kind: kind)
            // These two keep the holder.
            if kind == "move" || kind == "code_change" { offices[old].holder = offices[successor].holder }
        }
        return offices
    }
}
