/// County and city as the official division writes them, or an invented village.
struct SamplePlace {
    let county: String
    let locality: String
}

/// Where offices stand. Weights are shares that look plausible; no count of offices by place is public.
enum GilanPlaces {
    static func city(_ random: inout SampleRandom) -> SamplePlace {
        let chosen = weighted(cities, &random) { $0.weight }
        return SamplePlace(county: chosen.county, locality: chosen.name)
    }

    /// Named in the manner of Gilan and marked as invented: the official division at hand lists no villages.
    static func village(_ random: inout SampleRandom) -> SamplePlace {
        let county = weighted(counties, &random) { $0.weight }.name
        let name = random.pick(stems) + "\u{200C}" + random.pick(endings)
        return SamplePlace(county: county, locality: "\(name) (ساختگی)")
    }

    private static func weighted<Value>(
        _ values: [Value], _ random: inout SampleRandom, weight: (Value) -> Int
    ) -> Value {
        var rest = random.number(in: 1...values.reduce(0) { $0 + weight($1) })
        let index = values.firstIndex { value in
            rest -= weight(value)
            return rest <= 0
        }
        return values[index ?? 0]
    }

    private static let counties: [(name: String, weight: Int)] = [
        ("آستارا", 5), ("آستانه اشرفیه", 6), ("بندرانزلی", 3), ("طوالش", 12), ("رشت", 16), ("رودبار", 9),
        ("رودسر", 9), ("صومعه سرا", 9), ("فومن", 8), ("لنگرود", 7), ("لاهیجان", 6), ("شفت", 6), ("املش", 4),
        ("رضوانشهر", 5), ("سیاهکل", 4), ("ماسال", 5),
    ]

    private static let cities: [(county: String, name: String, weight: Int)] = [
        ("آستارا", "آستارا", 7), ("آستارا", "لوندویل", 1), ("آستانه اشرفیه", "آستانه اشرفیه", 7),
        ("آستانه اشرفیه", "کیاشهر", 2), ("بندرانزلی", "بندرانزلی", 14), ("طوالش", "هشتپر (تالش)", 7),
        ("طوالش", "لیسار", 1), ("طوالش", "اسالم", 1), ("طوالش", "حویق", 1), ("طوالش", "چوبر", 1),
        ("رشت", "رشت", 70), ("رشت", "خمام", 3), ("رشت", "سنگر", 2), ("رشت", "کوچصفهان", 2), ("رشت", "لولمان", 1),
        ("رشت", "لشت نشاء", 2), ("رشت", "خشکبیجار", 1), ("رودبار", "رودبار", 2), ("رودبار", "منجیل", 2),
        ("رودبار", "لوشان", 2), ("رودبار", "رستم آباد", 2), ("رودبار", "توتکابن", 1), ("رودبار", "جیرنده", 1),
        ("رودبار", "بره سر", 1), ("رودسر", "رودسر", 6), ("رودسر", "رحیم آباد", 2), ("رودسر", "چابکسر", 2),
        ("رودسر", "کلاچای", 2), ("رودسر", "واجارگاه", 1), ("صومعه سرا", "صومعه سرا", 7), ("صومعه سرا", "مرجقل", 1),
        ("صومعه سرا", "گوراب زرمیخ", 1), ("فومن", "فومن", 6), ("فومن", "ماسوله", 1), ("فومن", "ماکلوان", 1),
        ("لنگرود", "لنگرود", 10), ("لنگرود", "چاف و چمخاله", 1), ("لنگرود", "اطاقور", 1), ("لنگرود", "کومله", 1),
        ("لنگرود", "شلمان", 1), ("لاهیجان", "لاهیجان", 13), ("لاهیجان", "رودبنه", 1), ("شفت", "شفت", 2),
        ("شفت", "احمدسرگوراب", 1), ("املش", "املش", 3), ("املش", "رانکوه", 1), ("رضوانشهر", "رضوانشهر", 3),
        ("رضوانشهر", "پره سر", 2), ("سیاهکل", "سیاهکل", 3), ("سیاهکل", "دیلمان", 1), ("ماسال", "ماسال", 3),
        ("ماسال", "بازار جمعه", 1),
    ]

    private static let stems = [
        "توت", "شالی", "گیل", "کیا", "پیر", "نو", "سیاه", "چمن", "آقا", "میان", "بالا", "پس", "کهنه", "لیف", "گیشه",
        "ازگیل",
    ]

    private static let endings = [
        "سرا", "محله", "کلایه", "بیجار", "کنار", "پشته", "خاله", "گوراب", "دشت", "ملات",
    ]
}
