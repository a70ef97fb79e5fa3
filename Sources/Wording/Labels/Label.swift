package import RankingRules

/// The names of a value: its key for programs, and its title for people in each language. Each wording occurs here
/// once.
package struct Label: Sendable {
    /// The JSON key, and the title of a CSV column.
    package let key: String
    package let text: LocalizedText

    package init(_ key: String, _ text: LocalizedText) {
        self.key = key
        self.text = text
    }

    package init(_ key: String, _ persian: String, _ english: String) {
        self.init(key, LocalizedText(persian: persian, english: english))
    }
}

/// Labels that answers of several subjects share.
extension Label {
    package static let account = Label("account", "حساب", "Account")
    package static let actor = Label("actor", "حساب", "Account")
    package static let adjustedTotal = Label("adjusted_total", "جمع به نسبت سقف", "Adjusted total")
    package static let agency = Label("agency", "دستگاه", "Agency")
    package static let applied = Label("applied", "گام‌های اجراشده", "Applied migrations")
    package static let code = Label("code", "کد", "Code")
    package static let codeOfOffice = Label("code", "کد دفتر", "Code")
    package static let county = Label("county", "شهرستان", "County")
    package static let criterion = Label("criterion", "شاخص", "Criterion")
    package static let detail = Label("detail", "جزئیات", "Detail")
    package static let document = Label("document", "متن", "Document")
    package static let effect = Label("effect", "اثر", "Effect")
    package static let effectiveOn = Label("effective_on", "از روز", "From")
    package static let file = Label("file", "پرونده", "File")
    package static let hasChanged = Label("has_changed", "تغییر کرد", "Changed")
    package static let id = Label("id", "شماره", "Number")
    package static let isSetUp = Label("is_set_up", "آماده", "Ready")
    package static let kind = Label("kind", "نوع", "Kind")
    package static let kindOfAct = Label("kind", "کار", "Act")
    package static let legalBasis = Label("legal_basis", "مبنای قانونی", "Legal basis")
    package static let level = Label("level", "سطح", "Level")
    package static let lines = Label("lines", "شاخص‌ها", "Lines")
    package static let locality = Label("locality", "شهر یا روستا", "Locality")
    package static let maximum = Label("maximum", "سقف امتیاز", "Maximum")
    package static let name = Label("name", "نام", "Name")
    package static let next = Label("next", "ادامه", "Next")
    package static let number = Label("number", "شماره", "Number")
    package static let office = Label("office", "کد دفتر", "Office")
    package static let officeCode = Label("office_code", "کد دفتر", "Office")
    package static let offices = Label("offices", "تعداد دفاتر", "Offices")
    package static let penalty = Label("penalty", "کسر برای تخلف‌ها", "Penalty")
    package static let period = Label("period", "دوره", "Period")
    package static let points = Label("points", "امتیاز", "Points")
    package static let pointsAfter = Label("points_after", "امتیاز پس از آن", "Points after")
    package static let position = Label("position", "جایگاه در استان", "Position")
    package static let province = Label("province", "استان", "Province")
    package static let publishedAt = Label("published_at", "زمان انتشار", "Published at")
    package static let rank = Label("rank", "رتبه", "Rank")
    package static let rankOrigin = Label("rank_origin", "منشأ رتبه", "Origin")
    package static let reason = Label("reason", "دلیل", "Reason")
    package static let recordedAt = Label("recorded_at", "زمان", "Recorded at")
    package static let resultDigest = Label("digest", "اثر انگشت نتیجه", "Digest")
    package static let scheme = Label("scheme", "شیوه‌نامه", "Scheme")
    package static let schemeHash = Label("scheme_hash", "اثر انگشت شیوه‌نامه", "Scheme hash")
    package static let standing = Label("standing", "وضعیت", "Standing")
    package static let state = Label("state", "وضعیت", "State")
    package static let title = Label("title", "عنوان", "Title")
    package static let total = Label("total", "جمع امتیاز", "Total")
    package static let validFrom = Label("valid_from", "اعتبار از", "Valid from")
    package static let value = Label("value", "مقدار", "Value")
    package static let version = Label("version", "نسخه", "Version")
}
