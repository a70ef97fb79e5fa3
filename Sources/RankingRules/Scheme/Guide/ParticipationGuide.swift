/// The treatment of offices that took no part, and of those that are not ranked.
struct ParticipationGuide {
    let scheme: Scheme

    func write(_ writer: inout GuideWriter) {
        writer.heading(2, writer.say("۷. مشارکت نکردن و وضعیت‌های ویژه", "7. Taking no part, and other standings"))
        writer.list([silence(writer), licensedDuringPeriod(writer)] + standings(writer))
    }

    private func silence(_ writer: GuideWriter) -> String {
        let minimum = writer.points(scheme.minimumTotal)
        let lastRank = scheme.ranks.last.map { writer.title($0.title) } ?? ""
        let silent = writer.say("**دفتری که خوداظهاری نکرده باشد:** ", "**An office without a declaration:** ")
        let defaulted = writer.say(
            "حداقل امتیاز (\(minimum)) و «\(lastRank)» می‌گیرد",
            "gets the minimum total (\(minimum)) and \"\(lastRank)\"")
        switch scheme.nonParticipation {
        case .defaultLastRank:
            return silent
                + writer.say(
                    "\(defaulted). منشأ این رتبه «پیش‌فرض» است و با رتبهٔ کسب‌شده در یک آمار جمع نمی‌شود.",
                    "\(defaulted); the origin of the rank is \"defaulted\" and is never mixed with earned ranks.")
        case .carryForward:
            return silent
                + writer.say(
                    "آخرین خوداظهاری پیشین آن، با هر منبعی که منتقل می‌شود، دوباره امتیازدهی می‌شود؛ منبع‌های دیگر و نمره‌های منفی "
                        + "از همین دوره‌اند. "
                        + "\(carryLimit(writer)) اگر خوداظهاری پیشین نباشد، دفتر \(defaulted).",
                    "its last earlier declaration is scored again, with every source that is carried; other sources and "
                        + "penalties are those of this period. \(carryLimit(writer)) With nothing to carry, the office \(defaulted)."
                )
        case .unrated:
            return silent + writer.say("رتبه‌ای نمی‌گیرد.", "gets no rank.")
        }
    }

    private func carryLimit(_ writer: GuideWriter) -> String {
        scheme.carriesAgain
            ? writer.say("خوداظهاری منتقل‌شده بار دیگر هم منتقل می‌شود.", "A carried declaration may be carried again.")
            : writer.say(
                "خوداظهاری فقط یک بار منتقل می‌شود.", "A declaration is carried once; a second time counts as none.")
    }

    private func licensedDuringPeriod(_ writer: GuideWriter) -> String {
        let office = writer.say(
            "**دفتری که پروانهٔ آن در همین دوره صادر شده باشد:** ", "**An office licensed during the period:** ")
        return switch scheme.licensedDuringPeriod {
        case .ranked: office + writer.say("مانند دیگر دفاتر رتبه‌بندی می‌شود.", "is ranked like any other.")
        case .awaiting: office + writer.say("تا دورهٔ بعد در انتظار می‌ماند.", "waits for the next period.")
        }
    }

    private func standings(_ writer: GuideWriter) -> [String] {
        [
            writer.say(
                "**دفتری که پروانهٔ آن پس از تاریخ مبنای دوره صادر شده باشد:** تا دورهٔ بعد در انتظار می‌ماند.",
                "**An office licensed after the census date of the period:** waits for the next period."),
            writer.say(
                "**دفتری که پروانهٔ آن در تاریخ مبنا معلق، منقضی یا لغو شده یا خود تعطیل باشد:** فهرست می‌شود ولی رتبه نمی‌گیرد.",
                "**An office suspended, expired, revoked or closed on the census date:** is listed and not ranked."),
            writer.say(
                "**دفتری که اطلاعات آن کافی نباشد:** فهرست می‌شود ولی رتبه نمی‌گیرد.",
                "**An office whose data is insufficient:** is listed and not ranked."),
        ]
    }
}
