/// The points of a criterion as tables: one for all offices, or one per kind if they differ.
struct PointsGuide {
    let criterion: Criterion

    func write(_ writer: inout GuideWriter) {
        let functions = criterion.kinds.compactMap { kind in criterion.points[kind].map { (kind, $0) } }
        guard let (_, first) = functions.first else { return }
        if functions.allSatisfy({ $0.1 == first }) { return write(first, &writer) }
        for (kind, function) in functions {
            writer.paragraph("دفاتر \(writer.kind(kind)):", "For \(writer.kind(kind)) offices:")
            write(function, &writer)
        }
    }

    private func write(_ function: PointsFunction, _ writer: inout GuideWriter) {
        let header = [writer.say("مقدار", "Value"), writer.say("امتیاز", "Points")]
        switch function {
        case .steps(let breakpoints):
            writer.table(header, steps(breakpoints, writer))
        case .lines(let breakpoints):
            writer.table(header, breakpoints.map { [value($0, writer), writer.points($0.points)] })
            writeLines(breakpoints, &writer)
        case .table(let points):
            writer.table(header, zip(answers(writer), points).map { [$0, writer.points($1)] })
        }
    }

    private func steps(_ breakpoints: [PointsFunction.Breakpoint], _ writer: GuideWriter) -> [[String]] {
        breakpoints.indices.map { index in
            let from = value(breakpoints[index], writer)
            let next = index + 1 < breakpoints.count ? value(breakpoints[index + 1], writer) : nil
            let range =
                switch (index, next) {
                case (0, let next?): writer.say("کمتر از \(next)", "below \(next)")
                case (0, nil): writer.say("هر مقدار", "any value")
                case (_, let next?): writer.say("از \(from) تا کمتر از \(next)", "from \(from) to below \(next)")
                case (_, nil): writer.say("\(from) و بیشتر", "\(from) and above")
                }
            return [range, writer.points(breakpoints[index].points)]
        }
    }

    private func writeLines(_ breakpoints: [PointsFunction.Breakpoint], _ writer: inout GuideWriter) {
        guard let first = breakpoints.first, let last = breakpoints.last else { return }
        let admissible = criterion.valueType.range
        var sentences = [
            writer.say(
                "میان دو مقدار جدول، امتیاز به تناسب (خط راست) حساب می‌شود.",
                "Between two values of the table the points follow a straight line.")
        ]
        if admissible.lowerBound < first.value {
            let (value, points) = (value(first, writer), writer.points(first.points))
            sentences.append(writer.say("کمتر از \(value) همان \(points) است.", "Below \(value) they are \(points)."))
        }
        if admissible.upperBound > last.value {
            let (value, points) = (value(last, writer), writer.points(last.points))
            sentences.append(writer.say("بیشتر از \(value) همان \(points) است.", "Above \(value) they are \(points)."))
        }
        writer.block(sentences.joined(separator: " "))
    }

    private func answers(_ writer: GuideWriter) -> [String] {
        if case .choice(let options) = criterion.valueType { return options.map { writer.title($0.title) } }
        return [writer.yesOrNo(false), writer.yesOrNo(true)]
    }

    private func value(_ breakpoint: PointsFunction.Breakpoint, _ writer: GuideWriter) -> String {
        writer.number(DecimalText.write(breakpoint.value, places: criterion.valueType.places ?? 0))
    }
}
