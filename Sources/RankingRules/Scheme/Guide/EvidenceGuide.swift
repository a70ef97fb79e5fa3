/// The evidence that a value takes.
struct EvidenceGuide {
    let rule: EvidenceRule

    func text(_ writer: GuideWriter) -> String {
        let kinds = rule.kinds.map { "`\($0)`" }.joined(separator: writer.say("، ", ", "))
        let (least, most) = (writer.number(rule.count.lowerBound), writer.number(rule.count.upperBound))
        let count =
            rule.count.lowerBound == rule.count.upperBound
            ? least : writer.say("\(least) تا \(most)", "\(least) to \(most)")
        let duty =
            rule.isRequired
            ? writer.say("بدون آن مقدار تأیید نمی‌شود", "without it no value is confirmed")
            : writer.say("الزامی نیست", "not required")
        let files = writer.say("\(count) پرونده از نوع \(kinds)", "\(count) files of kind \(kinds)")
        return [files, oldest(writer), duty].compactMap(\.self).joined(separator: writer.say("؛ ", "; "))
    }

    private func oldest(_ writer: GuideWriter) -> String? {
        guard let oldest = rule.oldest else { return nil }
        let span = writer.span(oldest)
        return writer.say(
            "تاریخ صدور آن در روز سرشماری بیش از \(span) نگذشته باشد", "issued at most \(span) before the census date")
    }
}
