extension FindingCatalogue {
    /// What one cell holds.
    static let cells: [FindingCode: (String, String)] = [
        .cellTooLong: ("متن این خانه از {1} بایت بلندتر است.", "This cell is longer than {1} bytes."),
        .valueMissing: ("این خانه نباید خالی باشد.", "This cell may not be empty."),
        .textTooLong: ("این متن از {1} نویسه بلندتر است.", "This text is longer than {1} characters."),
        .numberUnreadable: ("این مقدار عدد نیست.", "This is not a number."),
        .numberNotWhole: ("این عدد باید صحیح باشد، بدون اعشار.", "This number must be whole, without decimals."),
        .numberHasGrouping: (
            "عدد را بدون جداکنندهٔ هزارگان بنویسید؛ اعشار با نقطه، «٫» یا «/» جدا می‌شود.",
            "Write the number without thousands separators; decimals follow a dot."
        ),
        .numberHasExponent: (
            "این عدد به صورت علمی (مانند 1E+05) نوشته شده است. آن را کامل و با همهٔ رقم‌ها بنویسید.",
            "This number is in scientific form (like 1E+05). Write all of its digits."
        ),
        .numberHasPercent: ("عدد را بدون نشانهٔ درصد بنویسید.", "Write the number without a percent sign."),
        .numberPlacesTooMany: ("این عدد بیش از {1} رقم اعشار دارد.", "This number has more than {1} decimal places."),
        .numberTooLarge: ("این عدد بزرگ‌تر از اندازهٔ پذیرفتنی است.", "This number is too large."),
        .numberOutOfRange: ("این عدد باید از {1} تا {2} باشد.", "This number must be from {1} to {2}."),
        .flagUnreadable: ("اینجا فقط «بله» یا «خیر» پذیرفته است.", "Only yes or no is accepted here."),
        .choiceUnknown: (
            "این مقدار پذیرفته نیست. مقدارهای پذیرفته: {1}.", "This value is not accepted. Accepted: {2}."
        ),
        .dayUnreadable: (
            "تاریخ باید به صورت سال/ماه/روز شمسی باشد، مانند ۱۴۰۰/۰۶/۳۱.",
            "A date is written year/month/day in the Jalali calendar, like 1400/06/31."
        ),
        .dayYearTwoDigits: (
            "سال تاریخ باید چهاررقمی باشد، مانند ۱۴۰۰.",
            "The year of a date needs four digits, like 1400."
        ),
        .dayGregorian: (
            "این تاریخ میلادی به نظر می‌رسد. تاریخ را به شمسی بنویسید، مانند ۱۴۰۰/۰۶/۳۱.",
            "This looks like a Gregorian date. Write it in the Jalali calendar, like 1400/06/31."
        ),
        .dayReversed: (
            "ترتیب تاریخ وارونه است. نخست سال، سپس ماه و روز بیاید، مانند ۱۴۰۰/۰۶/۳۱.",
            "The order of this date is reversed. Write year, month, day, like 1400/06/31."
        ),
        .dayWithTime: ("فقط تاریخ را بنویسید، بدون ساعت.", "Write the date only, without a time."),
        .dayYearOutOfRange: ("سال باید از {1} تا {2} باشد.", "The year must be from {1} to {2}."),
        .dayNotInCalendar: ("چنین روزی در تقویم نیست.", "The calendar has no such day."),
        .halfYearUnreadable: (
            "نیم‌سال باید به صورت سال و نیمه باشد، مانند 1400-H1 یا ۱۴۰۰/۱.",
            "A half-year is written as year and half, like 1400-H1 or 1400/1."
        ),
        .codeTooLong: ("این کد از {1} نویسه بلندتر است.", "This code is longer than {1} characters."),
        .codeHasSpace: ("درون کد نباید فاصله یا نیم‌فاصله باشد.", "A code may not hold a space."),
        .codeHasCharacter: (
            "کد فقط می‌تواند حرف، رقم، «-»، «_» و «/» داشته باشد.",
            "A code may hold letters, digits, \"-\", \"_\" and \"/\" only."
        ),
        .codeHasExponent: (
            "اکسل این کد را عدد کرده است (مانند 1.23E+10). قالب ستون را «Text» کنید و کد را دوباره بنویسید.",
            "Excel has made this code a number (like 1.23E+10). Format the column as text and write it again."
        ),
        .codeIsPlaceholder: (
            "این نوشته به جای «بدون کد» آمده است و کد نیست. کد را بنویسید.",
            "This text means \"no code\". Write the code."
        ),
        .nameHasNoLetter: ("این نام هیچ حرف یا رقمی ندارد.", "This name holds no letter and no digit."),
        .postalCodeInvalid: ("کد پستی باید ۱۰ رقم باشد.", "A postal code has 10 digits."),
        .nationalCodeInvalid: ("کد ملی باید ۱۰ رقم باشد.", "A national code has 10 digits."),
        .nationalCodeZerosLost: (
            "صفرهای آغاز کد ملی افتاده‌اند. قالب ستون را در اکسل «Text» کنید و هر ۱۰ رقم را بنویسید.",
            "The leading zeros of this national code are lost. Format the column as text and write all 10 digits."
        ),
        .nationalCodeCheckDigit: (
            "کد ملی درست نیست: رقم کنترل نمی‌خواند.",
            "This national code is wrong: its check digit does not fit."
        ),
        .legalIDInvalid: ("شناسهٔ ملی شخص حقوقی باید ۱۱ رقم باشد.", "The national id of a legal person has 11 digits."),
        .legalIDCheckDigit: (
            "شناسهٔ ملی درست نیست: رقم کنترل نمی‌خواند.",
            "This national id is wrong: its check digit does not fit."
        ),
    ]
}
