import RankingRules

/// The note beside the files: they are synthetic, and it lists the offices that were made to show something.
enum SampleNote {
    static func text(_ offices: [SampleOffice]) -> String {
        let list = offices.compactMap { office in
            office.remark.map { "- \(office.code): \($0.persian) / \($0.english)" }
        }
        return heading + list.joined(separator: "\n") + "\n"
    }

    private static let heading = """
        # ساختگی · SYNTHETIC

        همهٔ پرونده‌های این پوشه ساختگی است و هیچ دفتر، شخص یا رأی واقعی را نشان نمی‌دهد. کد دفترها با SYN آغاز می‌شود؛
        نام روستاها و دارندگان با «(ساختگی)» آمده است. تنها نام شهرستان‌ها و شهرها واقعی است.

        All files in this folder are SYNTHETIC and show no real office, person or decision. Codes of offices begin with
        SYN; villages and holders carry «(ساختگی)», invented. Only counties and cities are real.

        پوشهٔ reviews آن چیزی است که منطقه بازبینی کرده است؛ شخص دیگری آن را می‌فرستد.
        The folder reviews holds what the region reviewed; another person sends it in.

        ## دفترهایی که برای نشان دادن یک حد ساخته شده‌اند · Offices made to show a limit


        """
}
