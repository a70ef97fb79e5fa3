import RankingRules

/// `offices.csv`: Persian titles, a byte order mark, and names with commas, quotes and line ends in them.
enum SampleOfficesFile {
    static func table(_ offices: [SampleOffice]) -> SampleTable {
        var table = SampleTable(hasMark: true, header: header)
        for office in offices {
            table.rows.append(row(office))
            if office.number.isMultiple(of: 250) { table.addBlankRow() }
        }
        return table
    }

    private static let header = [
        "نوع دفتر", "كد دفتر", "استان", "شهرستان", "شهر يا روستا", "شناسه ملي دارنده پروانه", "نام دارندۀ پروانه",
        "شماره پروانه", "تاريخ صدور پروانه", "تاريخ انقضاي پروانه", "وضعيت پروانه", "نام مدير", "نشاني", "كد پستي",
        "مساحت (متر مربع)", "تابلو دارد", "امكانات معلولان و سالمندان", "تعداد كاركنان", "تعداد كاركنان بيمه شده",
        "تعداد كاركنان داراي معلوليت", "كد دفتر پيشين", "نوع جانشيني",
    ]

    private static func row(_ office: SampleOffice) -> [String] {
        var text = MessyText(file: 1, row: office.number)
        let declaration = office.declaration
        return [
            kind(office.kind, &text), text.digits(office.code), text.letters("گیلان"),
            text.letters(office.place.county), locality(office.place, &text), text.digits(office.holder.nationalID),
            text.letters(office.holder.name), text.digits("SYN-پ-\(SampleNumber.padded(office.number, to: 5))"),
            text.day(office.licensedOn), office.expiresOn.isEmpty ? "" : text.day(office.expiresOn),
            state(office.state, &text), text.letters("مدیر آزمایشی \(office.number) (ساختگی)"), address(office, &text),
            text.digits("99999" + SampleNumber.padded(office.number, to: 5)),
            text.decimal(declaration?.floorArea, places: 1), declaration == nil ? "" : text.flag(true),
            declaration.map { text.flag($0.isAccessible) } ?? "", text.number(declaration?.staff),
            text.number(declaration?.insured), text.number(declaration?.disabled),
            office.predecessor.map { text.digits(SampleOffice.code($0.number)) } ?? "",
            office.predecessor?.kind ?? "",
        ]
    }

    private static func kind(_ kind: OfficeKind, _ text: inout MessyText) -> String {
        kind == .urban
            ? text.pick("شهری", "شهري", "urban", "دفتر پیشخوان")
            : text.pick("روستایی", "روستايي", "rural", "دفتر ICT روستایی")
    }

    private static func state(_ state: LicenceState, _ text: inout MessyText) -> String {
        switch state {
        case .active: text.pick("فعال", "فعال", "active")
        case .expired: text.pick("منقضی", "منقضي شده", "expired")
        case .suspended: text.pick("معلق", "تعليق", "suspended")
        case .revoked: text.pick("باطل", "لغو شده", "revoked")
        case .closed: text.pick("تعطیل", "جمع‌آوری‌شده", "closed")
        }
    }

    /// Two cities also come by the number of a municipal district.
    private static func locality(_ place: SamplePlace, _ text: inout MessyText) -> String {
        guard ["رشت", "بندرانزلی"].contains(place.locality), text.isOne(in: 6) else {
            return text.letters(place.locality)
        }
        return text.letters(place.locality) + " " + text.digits(text.pick("1", "2"))
    }

    private static func address(_ office: SampleOffice, _ text: inout MessyText) -> String {
        let street = text.letters("خیابان آزمایشی \(office.number % 20 + 1)")
        let separator = text.pick("، ", "، ", ", ", "\n")
        return street + separator + text.digits("پلاک \(office.number)") + " (ساختگی)"
    }
}
