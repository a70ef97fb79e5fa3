/// A lower bound of the movement of points that reaches a rank, as if every amount between the least and the most were
/// attainable.
///
/// The bounds are nested, line within group within total, so the cheapest way is found from the inside outward: first
/// every line moves into its own bounds, then every group, and then the points that the total still lacks are added
/// where a group has room.
struct LiftBound {
    let ground: LiftGround
    let target: LiftTarget
    let members: [LiftCandidate]
    /// The sum that the groups must reach; nil if any sum is enough.
    private let requiredSum: Int64?
    /// The points of the groups without a member.
    private let untouched: Int64
    /// The bounds of each member; narrowed while a search fixes one member after the other.
    var bounds: [PointsBounds]

    /// Nil if a condition bounds points that the members cannot change.
    init?(_ ground: LiftGround, _ target: LiftTarget, _ members: [LiftCandidate]) {
        guard target.isPossible,
            target.unmetLines.allSatisfy({ line in members.contains { $0.index == line } }),
            target.unmetGroups.allSatisfy({ group in members.contains { $0.group == group } })
        else { return nil }
        self.ground = ground
        self.target = target
        self.members = members
        requiredSum = ground.requiredSum(target, changing: members)
        untouched = ground.plan.groups.indices.reduce(0) { sum, group in
            let isTouched = members.contains { $0.group == group }
            return isTouched ? sum : sum + min(ground.sums[group], ground.plan.groups[group].maximum)
        }
        bounds = members.map { member in
            var bounds = target.lines[member.index]
            let isAlone = members.filter { $0.group == member.group }.count == 1
            if isAlone {
                let others = ground.sums[member.group] - member.presentPoints
                bounds.narrow(to: target.groups[member.group].lowered(by: others))
            }
            return member.attainable.bounds(within: bounds)
        }
    }

    /// Nil if no movement is enough.
    func leastMovement() -> Int64? {
        var movement: Int64 = 0
        var given = untouched
        var room: Int64 = 0
        for index in members.indices where isFirstOfGroup(index) {
            guard let group = leastMovement(ofGroup: members[index].group) else { return nil }
            movement += group.movement
            given += group.points
            room += group.room
        }
        guard let requiredSum, given < requiredSum else { return movement }
        return requiredSum - given <= room ? movement + requiredSum - given : nil
    }

    /// The points that the last member may have if all others are fixed by their bounds.
    func boundsOfLast() -> PointsBounds {
        let last = members.count - 1
        let group = members[last].group
        let others = sum(ofGroup: group, without: last)
        var bounds = bounds[last]
        bounds.narrow(to: target.groups[group].lowered(by: others))
        guard let requiredSum else { return bounds }
        var given = untouched
        for index in members.indices where isFirstOfGroup(index) && members[index].group != group {
            let sum = sum(ofGroup: members[index].group, without: last)
            given += min(sum, ground.plan.groups[members[index].group].maximum)
        }
        let isWithinMaximum = requiredSum - given <= ground.plan.groups[group].maximum
        bounds.low = isWithinMaximum ? max(bounds.low, requiredSum - given - others) : PointsBounds.none.high + 1
        return bounds
    }

    /// The only member left to meet the bounds of a group, once this and all earlier members are fixed.
    func onlyFreePartner(of index: Int) -> Int? {
        let free = members.indices.filter { $0 > index && members[$0].group == members[index].group }
        return free.count == 1 ? free.first : nil
    }

    /// Narrows a member to what its group leaves, if all others of the group are fixed, and to attainable points.
    mutating func narrow(_ partner: Int, within whole: PointsBounds) {
        let group = members[partner].group
        var narrowed = whole
        narrowed.narrow(to: target.groups[group].lowered(by: sum(ofGroup: group, without: partner)))
        bounds[partner] = members[partner].attainable.bounds(within: narrowed)
    }

    private func isFirstOfGroup(_ index: Int) -> Bool {
        for earlier in 0..<index where members[earlier].group == members[index].group { return false }
        return true
    }

    /// The sum of a group's lines with fixed members at their bounds, without one member.
    private func sum(ofGroup group: Int, without last: Int) -> Int64 {
        var sum = ground.sums[group]
        for index in members.indices where members[index].group == group {
            sum -= members[index].presentPoints
            if index != last { sum += bounds[index].low }
        }
        return sum
    }

    private func leastMovement(ofGroup group: Int) -> (movement: Int64, points: Int64, room: Int64)? {
        var (movement, up, down): (Int64, Int64, Int64) = (0, 0, 0)
        var sum = ground.sums[group]
        for index in members.indices where members[index].group == group {
            guard !bounds[index].isEmpty else { return nil }
            let present = members[index].presentPoints
            let nearest = bounds[index].clamped(present)
            movement += abs(nearest - present)
            sum += nearest - present
            up += bounds[index].high - nearest
            down += nearest - bounds[index].low
        }
        let nearest = target.groups[group].clamped(sum)
        guard nearest - sum <= up, sum - nearest <= down else { return nil }
        movement += abs(nearest - sum)
        up -= max(nearest - sum, 0)
        let maximum = ground.plan.groups[group].maximum
        let room = min(up, target.groups[group].high - nearest, maximum - nearest)
        return (movement, min(nearest, maximum), max(room, 0))
    }
}
