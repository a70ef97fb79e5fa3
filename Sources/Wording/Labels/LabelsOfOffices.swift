/// Labels of offices, places and schemes.
extension Label {
    package static let added = Label("added", "افزوده", "Added")
    package static let association = Label("association", "انجمن صنفی", "Association")
    package static let countyCode = Label("county_code", "کد شهرستان", "County code")
    package static let criteria = Label("criteria", "تعداد شاخص‌ها", "Criteria")
    package static let fromCounty = Label("from_county", "از شهرستان", "From county")
    package static let kindOfChange = Label("kind", "تغییر", "Change")
    package static let known = Label("known", "از پیش شناخته", "Known already")
    package static let licenceNumber = Label("licence_number", "شمارهٔ پروانه", "Licence")
    package static let nameBefore = Label("name_before", "نام پیشین", "Name before")
    package static let provinceCode = Label("province_code", "کد استان", "Province code")
    package static let ranks = Label("ranks", "تعداد رتبه‌ها", "Ranks")
    package static let region = Label("region", "منطقه", "Region")
    package static let regionTitle = Label("region_title", "عنوان منطقه", "Region title")
    package static let revision = Label("revision", "بازنگری", "Revision")
    package static let validTo = Label("valid_to", "اعتبار تا", "Valid to")
    package static let versions = Label("versions", "نسخه‌ها در زمان", "Versions over time")
}
