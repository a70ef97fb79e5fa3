import RankingRules

/// The sentences of all findings in both languages; `{1}` and `{2}` stand for the arguments.
///
/// One switch, so that the compiler demands a sentence for each code.
enum FindingCatalogue {
    struct Sentence {
        let persian: String
        let english: String

        init(_ persian: String, _ english: String) {
            self.persian = persian
            self.english = english
        }
    }

    static func sentence(of code: FindingCode) -> Sentence {
        switch code {
        case .fileMissing:
            Sentence("پرونده پیدا نشد.", "The file does not exist.")
        case .fileIsDirectory:
            Sentence("این نشانی یک پوشه است، نه یک پرونده.", "This is a directory, not a file.")
        case .fileNotPermitted:
            Sentence(
                "اجازهٔ خواندن این پرونده داده نشده است.", "The system does not allow this program to read the file.")
        case .fileUnreadable:
            Sentence("خواندن پرونده ممکن نشد ({1}).", "The file cannot be read ({1}).")
        case .fileEmpty:
            Sentence("پرونده خالی است.", "The file is empty.")
        case .fileHeaderOnly:
            Sentence("پرونده فقط سطر عنوان دارد و هیچ ردیفی در آن نیست.", "The file has a header and no rows.")
        case .fileIsWorkbook:
            Sentence(
                "این پرونده کارپوشهٔ اکسل است، نه CSV. در اکسل «Save As» را با نوع «CSV UTF-8» بزنید و آن را بفرستید.",
                "This is an Excel workbook, not CSV. Save it in Excel as \"CSV UTF-8\" and send that file.")
        case .fileIsCompressed:
            Sentence(
                "این پرونده فشرده است. نخست آن را باز کنید و پروندهٔ CSV درون آن را بفرستید.",
                "This file is compressed. Unpack it and send the CSV file inside.")
        case .fileIsMarkup:
            Sentence(
                "این پرونده صفحهٔ وب (HTML یا XML) است، نه CSV. آن را در اکسل باز و با نوع «CSV UTF-8» ذخیره کنید.",
                "This is a web page (HTML or XML), not CSV. Open it in Excel and save it as \"CSV UTF-8\".")
        case .fileIsBinary:
            Sentence(
                "این پرونده متنی نیست. پرونده باید CSV با نویسه‌گذاری UTF-8 باشد.",
                "This is not a text file. CSV in UTF-8 is expected.")
        case .fileIsUTF16:
            Sentence(
                "نویسه‌گذاری این پرونده UTF-16 است («Unicode Text» اکسل). آن را با نوع «CSV UTF-8» ذخیره کنید.",
                "This file is in UTF-16 (Excel's \"Unicode Text\"). Save it as \"CSV UTF-8\".")
        case .fileIsWindows1256:
            Sentence(
                "نویسه‌گذاری این پرونده Windows-1256 است. در اکسل «Save As» را با نوع «CSV UTF-8» بزنید.",
                "This file is in Windows-1256. Save it in Excel as \"CSV UTF-8\".")
        case .fileTruncated:
            Sentence(
                "پرونده در میانهٔ این سطر پایان یافته است ({1} خانه به‌جای {2}). پرونده را دوباره و کامل بگیرید.",
                "The file ends in the middle of this row ({1} cells instead of {2}). Get the whole file again.")
        case .rowsBrokenTooMany:
            Sentence(
                "نشانه‌های نقل‌قول («\"») در ردیف‌های بسیاری جفت نیستند؛ بررسی در این سطر متوقف شد. آن‌ها را درست کنید و پرونده را دوباره بفرستید.",
                "The quotes of too many rows do not match; checking stopped here. Correct them and send the file again."
            )
        case .delimiterNotSupported:
            Sentence(
                "ستون‌ها با «{1}» جدا شده‌اند. ویرگول لاتین (,)، نقطه‌ویرگول لاتین (;) یا Tab لازم است.",
                "The columns are separated by \"{1}\". A comma, a semicolon or a tab is needed.")
        case .columnMissing:
            Sentence("ستون «{1}» در پرونده نیست. این ستون الزامی است.", "The required column \"{1}\" is missing.")
        case .columnRepeated:
            Sentence(
                "این ستون بیش از یک بار آمده است؛ یکی را نگه دارید.",
                "This column occurs more than once. Keep one of them.")
        case .columnUnknown:
            Sentence(
                "این ستون شناخته نیست. ستون‌های پذیرفته: {1}.", "This column is not known. Known columns: {1}.")
        case .columnUnknownNear:
            Sentence(
                "این ستون شناخته نیست. شاید «{1}» درست باشد.", "This column is not known. Perhaps \"{1}\" is meant.")
        case .columnWithoutTitle:
            Sentence(
                "ستون شمارهٔ {1} عنوان ندارد ولی از این سطر مقدار دارد.",
                "Column number {1} has no title but has values from this line on.")
        case .rowTooLong:
            Sentence(
                "این ردیف از {1} بایت بلندتر است؛ شاید یک نشانهٔ نقل‌قول («\"») در آن بسته نشده است.",
                "This row is longer than {1} bytes; perhaps a quote in it is not closed.")
        case .columnsTooMany:
            Sentence("این ردیف بیش از {1} ستون دارد.", "This row has more than {1} columns.")
        case .cellsTooFew:
            Sentence("این ردیف {1} خانه دارد؛ باید {2} خانه داشته باشد.", "This row has {1} cells instead of {2}.")
        case .cellsTooMany:
            Sentence(
                "این ردیف {1} خانه دارد؛ باید {2} خانه داشته باشد. متنی که جداکنندهٔ ستون دارد باید میان «\"» بیاید.",
                "This row has {1} cells instead of {2}. A text that holds the delimiter must stand in quotes.")
        case .rowBlank:
            Sentence(
                "پیش از این سطر {1} ردیف خالی بود و نادیده گرفته شد.",
                "{1} blank rows before this line were ignored.")
        case .quoteUnterminated:
            Sentence(
                "نشانهٔ نقل‌قولی («\"») که در این ردیف باز می‌شود تا پایان پرونده بسته نشده است.",
                "A quote that opens in this row is not closed before the end of the file.")
        case .quoteMisplaced:
            Sentence(
                "نشانهٔ نقل‌قول («\"») در این ردیف نابجاست. نشانهٔ درون متن باید دو بار («\"\"») نوشته شود.",
                "A quote in this row is misplaced. A quote inside a text must be doubled.")
        case .textInvalid:
            Sentence(
                "متن این ردیف UTF-8 درست نیست. پرونده را با نوع «CSV UTF-8» ذخیره کنید.",
                "The text of this row is not valid UTF-8. Save the file as \"CSV UTF-8\".")
        case .controlCharacter:
            Sentence("در این خانه نویسهٔ کنترلی ناخوانا هست.", "This cell holds an unreadable control character.")
        case .cellTooLong:
            Sentence("متن این خانه از {1} بایت بلندتر است.", "This cell is longer than {1} bytes.")
        case .valueMissing:
            Sentence("این خانه نباید خالی باشد.", "This cell may not be empty.")
        case .textTooLong:
            Sentence("این متن از {1} نویسه بلندتر است.", "This text is longer than {1} characters.")
        case .numberUnreadable:
            Sentence("این مقدار عدد نیست.", "This is not a number.")
        case .numberNotWhole:
            Sentence("این عدد باید صحیح باشد، بدون اعشار.", "This number must be whole, without decimals.")
        case .numberHasGrouping:
            Sentence(
                "عدد را بدون جداکنندهٔ هزارگان بنویسید؛ اعشار با نقطه، «٫» یا «/» جدا می‌شود.",
                "Write the number without thousands separators; decimals follow a dot.")
        case .numberHasExponent:
            Sentence(
                "این عدد به صورت علمی (مانند 1E+05) نوشته شده است. آن را کامل و با همهٔ رقم‌ها بنویسید.",
                "This number is in scientific form (like 1E+05). Write all of its digits.")
        case .numberHasPercent:
            Sentence("عدد را بدون نشانهٔ درصد بنویسید.", "Write the number without a percent sign.")
        case .numberPlacesTooMany:
            Sentence("این عدد بیش از {1} رقم اعشار دارد.", "This number has more than {1} decimal places.")
        case .numberTooLarge:
            Sentence("این عدد بزرگ‌تر از اندازهٔ پذیرفتنی است.", "This number is too large.")
        case .numberOutOfRange:
            Sentence("این عدد باید از {1} تا {2} باشد.", "This number must be from {1} to {2}.")
        case .flagUnreadable:
            Sentence("اینجا فقط «بله» یا «خیر» پذیرفته است.", "Only yes or no is accepted here.")
        case .choiceUnknown:
            Sentence("این مقدار پذیرفته نیست. مقدارهای پذیرفته: {1}.", "This value is not accepted. Accepted: {2}.")
        case .dayUnreadable:
            Sentence(
                "تاریخ باید به صورت سال/ماه/روز شمسی باشد، مانند ۱۴۰۰/۰۶/۳۱.",
                "A date is written year/month/day in the Jalali calendar, like 1400/06/31.")
        case .dayYearTwoDigits:
            Sentence(
                "سال تاریخ باید چهاررقمی باشد، مانند ۱۴۰۰.",
                "The year of a date needs four digits, like 1400.")
        case .dayGregorian:
            Sentence(
                "این تاریخ میلادی به نظر می‌رسد. تاریخ را به شمسی بنویسید، مانند ۱۴۰۰/۰۶/۳۱.",
                "This looks like a Gregorian date. Write it in the Jalali calendar, like 1400/06/31.")
        case .dayReversed:
            Sentence(
                "ترتیب تاریخ وارونه است. نخست سال، سپس ماه و روز بیاید، مانند ۱۴۰۰/۰۶/۳۱.",
                "The order of this date is reversed. Write year, month, day, like 1400/06/31.")
        case .dayWithTime:
            Sentence("فقط تاریخ را بنویسید، بدون ساعت.", "Write the date only, without a time.")
        case .dayYearOutOfRange:
            Sentence("سال باید از {1} تا {2} باشد.", "The year must be from {1} to {2}.")
        case .dayNotInCalendar:
            Sentence("چنین روزی در تقویم نیست.", "The calendar has no such day.")
        case .halfYearUnreadable:
            Sentence(
                "نیم‌سال باید به صورت سال و نیمه باشد، مانند 1400-H1 یا ۱۴۰۰/۱.",
                "A half-year is written as year and half, like 1400-H1 or 1400/1.")
        case .codeTooLong:
            Sentence("این کد از {1} نویسه بلندتر است.", "This code is longer than {1} characters.")
        case .codeHasSpace:
            Sentence("درون کد نباید فاصله یا نیم‌فاصله باشد.", "A code may not hold a space.")
        case .codeHasCharacter:
            Sentence(
                "کد فقط می‌تواند حرف، رقم، «-»، «_» و «/» داشته باشد.",
                "A code may hold letters, digits, \"-\", \"_\" and \"/\" only.")
        case .codeHasExponent:
            Sentence(
                "اکسل این کد را عدد کرده است (مانند 1.23E+10). قالب ستون را «Text» کنید و کد را دوباره بنویسید.",
                "Excel has made this code a number (like 1.23E+10). Format the column as text and write it again.")
        case .codeIsPlaceholder:
            Sentence(
                "این نوشته به جای «بدون کد» آمده است و کد نیست. کد را بنویسید.",
                "This text means \"no code\". Write the code.")
        case .nameHasNoLetter:
            Sentence("این نام هیچ حرف یا رقمی ندارد.", "This name holds no letter and no digit.")
        case .postalCodeInvalid:
            Sentence("کد پستی باید ۱۰ رقم باشد.", "A postal code has 10 digits.")
        case .nationalCodeInvalid:
            Sentence("کد ملی باید ۱۰ رقم باشد.", "A national code has 10 digits.")
        case .nationalCodeZerosLost:
            Sentence(
                "صفرهای آغاز کد ملی افتاده‌اند. قالب ستون را در اکسل «Text» کنید و هر ۱۰ رقم را بنویسید.",
                "The leading zeros of this national code are lost. Format the column as text and write all 10 digits.")
        case .nationalCodeCheckDigit:
            Sentence(
                "کد ملی درست نیست: رقم کنترل نمی‌خواند.",
                "This national code is wrong: its check digit does not fit.")
        case .legalIDInvalid:
            Sentence("شناسهٔ ملی شخص حقوقی باید ۱۱ رقم باشد.", "The national id of a legal person has 11 digits.")
        case .legalIDCheckDigit:
            Sentence(
                "شناسهٔ ملی درست نیست: رقم کنترل نمی‌خواند.",
                "This national id is wrong: its check digit does not fit.")
        case .officeUnknown:
            Sentence(
                "دفتری با این کد ثبت نشده است؛ کد را بررسی کنید یا نخست دفتر را ثبت کنید.",
                "No office with this code is registered. Check the code, or register the office first.")
        case .officeOutOfScope:
            Sentence("این دفتر در محدودهٔ دسترسی شما نیست.", "This office is outside your scope.")
        case .rowRepeated:
            Sentence("این ردیف تکراری است؛ بار نخست در سطر {1} آمده است.", "This row repeats line {1}.")
        case .placeUnknown:
            Sentence(
                """
                این محل در تقسیمات کشوری پیدا نشد. شهرستان یا شهر تازه را ستاد می‌افزاید: pishkhan place add، \
                یا POST /v1/places.
                """,
                """
                This place is not in the official division of the country. The headquarters adds a new county or city: \
                pishkhan place add, or POST /v1/places.
                """)
        case .placeAmbiguous:
            Sentence(
                "در این شهرستان هم شهری و هم روستایی به این نام هست؛ در پایان آن «/شهر» یا «/روستا» بنویسید.",
                "The county has both a city and a village of this name: add /city or /village.")
        case .placeNew:
            Sentence(
                "این محل تازه است و ثبت شد؛ نوشتار آن را بررسی کنید.",
                "This place is new and was added; check its spelling.")
        case .criterionUnknown:
            Sentence("این شاخص در شیوه‌نامهٔ دوره نیست.", "The scheme of the period has no such criterion.")
        case .criterionOfOtherKind:
            Sentence("این شاخص برای این نوع دفتر نیست.", "This criterion is not for this kind of office.")
        case .violationKindUnknown:
            Sentence(
                "این نوع تخلف در شیوه‌نامهٔ دوره نیست.",
                "The scheme of the period has no such kind of violation.")
        case .agencyUnknown:
            Sentence(
                "این دستگاه ثبت نشده است؛ کد را بررسی کنید یا نخست دستگاه را ثبت کنید.",
                "This agency is not registered. Check the code, or register the agency first.")
        case .serviceUnknown:
            Sentence(
                "این خدمت ثبت نشده است؛ کد را بررسی کنید یا نخست خدمت را ثبت کنید.",
                "This service is not registered. Check the code, or register the service first.")
        case .periodNotOpen:
            Sentence(
                "این دوره باز نیست و داده نمی‌پذیرد؛ دوره را بررسی کنید.",
                "This period is not open and accepts no data. Check the period.")
        case .periodUnknown:
            Sentence("چنین دوره‌ای تعریف نشده است.", "There is no such period.")
        case .valueConflict:
            Sentence(
                "این مقدار با آنچه ثبت شده است نمی‌خواند؛ پرونده یا ثبت پیشین را بررسی کنید.",
                "This value contradicts what is registered. Check the file and the register.")
        case .daysReversed:
            Sentence(
                "تاریخ پایان پیش از تاریخ آغاز است؛ یکی را درست کنید.",
                "The last day is before the first day. Correct one of them.")
        case .dayInFuture:
            Sentence(
                "این تاریخ هنوز نرسیده است؛ امروز یا روزی پیش از آن را بنویسید.",
                "This day is in the future. Give today or an earlier day.")
        case .officeOfOtherProvince:
            Sentence(
                "این دفتر در استان دیگری ثبت است. دفتر به استان دیگر نمی‌رود؛ دفتر تازه با کد دفتر پیشین ثبت کنید.",
                "This office is registered in another province. Register a new office that names this one as predecessor."
            )
        case .localityChanged:
            Sentence(
                "شهر یا روستای دفتر عوض شد. جابه‌جایی بیرون از محل پروانه مجاز نیست؛ درستی آن را بررسی کنید.",
                "The city or village changed. A move outside the licensed place is not allowed; check that it is right."
            )
        case .holderNameKept:
            Sentence(
                "نام ثبت‌شدهٔ این دارنده همان ماند؛ فقط ستاد می‌تواند آن را عوض کند.",
                "The registered name of this holder is kept. Only the headquarters can change it."
            )
        case .holderHasTwoNames:
            Sentence(
                "دارندهٔ این پروانه در سطر {1} نام دیگری دارد؛ هر شخص یک نام دارد.",
                "The holder of this licence has another name in line {1}; a person has one name.")
        case .licenceOfOtherOffice:
            Sentence(
                "این شمارهٔ پروانه از آن دفتر {1} است.", "The licence of this number belongs to the office {1}.")
        case .correctionConflict:
            Sentence(
                "این مقدار با اصلاح دستی «{1}» که پس از پروندهٔ پیشین ثبت شده است نمی‌خواند.",
                "This value contradicts “{1}”, a correction by hand made after the last file.")
        case .stateIsByDecision:
            Sentence(
                "وضعیت این پروانه «{1}» است و پرونده آن را «{3}» نمی‌کند؛ تعلیق و ابطال و رفع آن‌ها فقط با رأی است: pishkhan office set، یا PATCH /v1/offices.",
                "The licence is {2}, and a file cannot make it {4}. Only a decision can change this state: pishkhan office set, or PATCH /v1/offices."
            )
        case .officeReopened:
            Sentence(
                "این دفتر تعطیل ثبت بود و با این ردیف دیگر تعطیل نیست؛ درستی آن را بررسی کنید.",
                "This office was registered as closed; by this row it no longer is. Check that it is right.")
        case .officeMissingFromFile:
            Sentence(
                "این دفتر با وضعیت «{1}» ثبت است و در فهرست کامل نیامده است؛ چیزی از آن عوض نشد.",
                "This office is registered as {2} and missing from the complete list; nothing of it was changed.")
        case .valueCleared:
            Sentence(
                "این خانه خالی است و مقدار ثبت‌شده را پاک می‌کند.",
                "This cell is empty and clears the value that was registered.")
        case .predecessorUnknown:
            Sentence("دفتر پیشین با این کد ثبت نشده است.", "No office with the predecessor's code is registered.")
        case .predecessorIsSelf:
            Sentence("دفتر نمی‌تواند پیشین خودش باشد.", "An office cannot be its own predecessor.")
        case .holderNotLegalPerson:
            Sentence(
                "دارندهٔ پروانهٔ دفتر شهری باید شخص حقوقی باشد (شناسهٔ ملی یازده‌رقمی).",
                "The licence holder of an urban office is a legal person (national id of eleven digits).")
        case .staffCountsDisagree:
            Sentence(
                "این تعداد از تعداد کل کارکنان ({1}) بیشتر است.", "This count exceeds the number of staff ({1}).")
        case .floorAreaBelowMinimum:
            Sentence(
                "مساحت دفتر شهری کمتر از ۵۰ متر مربع است.", "The floor area of this urban office is below 50 m².")
        case .serviceCodeInvalid:
            Sentence("کد خدمت از ۴ تا ۱۲ رقم است.", "The code of a service has 4 to 12 digits.")
        case .subIndicatorUnknown:
            Sentence(
                "نماگر به صورت شاخص/نماگر نوشته می‌شود، مانند 1/8.",
                "A sub-indicator is written indicator/sub-indicator, like 1/8.")
        case .linkInvalid:
            Sentence(
                "نشانی اینترنتی با http:// یا https:// آغاز می‌شود و فاصله ندارد.",
                "A link begins with http:// or https:// and holds no space.")
        case .furtherFindings:
            Sentence(
                "{1} یافتهٔ دیگر از این نوع ({2}) نیز هست که نگه داشته نشده است.",
                "There are {1} more findings of this kind ({2}). They are not stored.")
        case .parentIsSelf:
            Sentence("خدمت نمی‌تواند زیرخدمت خودش باشد.", "A service cannot be its own sub-service.")
        case .delegationPlacesMissing:
            Sentence(
                "محدودهٔ واگذاری کشوری نیست و هیچ استان یا محلی نام برده نشده است.",
                "The delegation is not for the whole country and names no province or locality.")
        case .serviceNotDelegable:
            Sentence(
                "این خدمت حاکمیتی یا واگذارنشدنی ثبت شده است؛ واگذاری آن ثبت می‌شود ولی در نماگر به شمار نمی‌آید.",
                "This service is registered as sovereign or not delegable. Its delegation is stored, but does not count in the "
                    + "indicator."
            )
        case .contractOverlaps:
            Sentence(
                "قرارداد دیگری از همین دفتر و خدمت در این روزها برقرار است.",
                "Another contract of this office and service holds on some of these days.")
        case .rowSaysNothing:
            Sentence(
                "این ردیف هیچ مقداری برای این دفتر ندارد و چیزی را عوض نمی‌کند.",
                "This row has no value for the office and changes nothing.")
        case .sourceNotAsked:
            Sentence(
                "شیوه‌نامهٔ این دوره شاخصی از این منبع ندارد؛ دوره و منبع را بررسی کنید.",
                "The scheme of this period has no criterion of this source. Check the period and the source.")
        case .sourceOfAnother:
            Sentence(
                "این حساب نمی‌تواند از طرف منبع «{1}» داده ثبت کند.", "This account may not report for source “{1}”.")
        case .ownerHasSpoken:
            Sentence(
                "خود دفتر اظهار کرده است (نوبت {1})؛ فقط بازبینی آن را اصلاح می‌کند.",
                "The office itself has submitted (number {1}); only a review can correct it.")
        case .windowClosed:
            Sentence(
                "مهلت این دفتر ({1}) از {3} تا پایان {4} بود و تمام شده است.",
                "The window of this office ({2}) was open from {3} to the end of {4}.")
        case .windowNotOpen:
            Sentence(
                "مهلت این دفتر ({1}) از {3} تا پایان {4} است و هنوز آغاز نشده است.",
                "The window of this office ({2}) opens on {3} and closes at the end of {4}.")
        case .reviewOfAnother:
            Sentence("این حساب نمی‌تواند اظهار دفترها را بازبینی کند.", "This account may not review declarations.")
        case .itemNotSaid:
            Sentence(
                "دفتر برای این شاخص مقداری اظهار نکرده است که تأیید شود.",
                "The office has submitted no value of this criterion that could be confirmed.")
        case .reviewerIsDeclarer:
            Sentence(
                "شخصی که این مقدار را اظهار کرده است نمی‌تواند آن را تأیید کند؛ شخص دیگری آن را تأیید می‌کند.",
                "The person who submitted this value cannot confirm it. Ask another person to confirm it.")
        case .meanOfNobody:
            Sentence(
                "تعداد پاسخ‌دهندگان صفر است؛ خانهٔ میانگین را خالی بگذارید یا تعداد را درست کنید.",
                "The number of people who answered is zero. Leave the mean empty, or correct the number.")
        case .respondentsMissing:
            Sentence(
                "میانگین بدون تعداد پاسخ‌دهندگان پذیرفته نیست؛ تعداد را بنویسید.",
                "A mean needs the number of people who answered. Give the number.")
        case .differsFromRegister:
            Sentence(
                "مشخصات ثبت‌شدهٔ دفتر مقدار دیگری دارد ({1}).", "The register of offices holds another value ({1}).")
        case .valueBelowAnother:
            Sentence(
                "این مقدار از «{1}» که پیش‌تر ثبت شده است کمتر است.",
                "This value is below “{2}”, which was submitted before.")
        case .valueAboveAnother:
            Sentence("این مقدار از «{1}» بیشتر است.", "This value is above “{2}”.")
        case .contractHasEnded:
            Sentence(
                "این قرارداد در {1} پایان یافته و ثبت شده است؛ پرونده پایان آن را عوض نمی‌کند.",
                "This contract is registered as ended on {1}; a file does not change its end.")
        case .finalityWithdrawn:
            Sentence(
                "این رأی قطعی ثبت بود و با این ردیف دیگر قطعی نیست؛ درستی آن را بررسی کنید.",
                "This decision was registered as final; by this row it no longer is. Check that it is right.")
        case .olderList:
            Sentence(
                "همین پرونده پیش از این در {1} دریافت شده بود؛ این بار {2} ردیف آنچه را پس از آن ثبت شد برمی‌گرداند. بررسی کنید که همین را می‌خواهید.",
                "This file was imported before, on {1}. Now {2} of its rows undo later changes. Check that you mean it."
            )
        case .decisionLate:
            Sentence(
                "این رأی پس از بسته‌شدن دورهٔ {1} ثبت می‌شود: در نخستین دوره‌ای که پس از این بسته شود به حساب می‌آید، مگر شیوه‌نامه جز این بگوید.",
                "This decision is recorded after {1} was closed: it counts in the first half-year closed from now on, unless the scheme says otherwise."
            )
        }
    }
}

extension FindingCatalogue {
    static func reason(of code: FindingCode, arguments: [String], in language: Language) -> String {
        let sentence = sentence(of: code)
        return switch language {
        case .english: filled(sentence.english, arguments)
        case .persian: filled(sentence.persian, arguments.map(withPersianDigits))
        }
    }

    private static func filled(_ template: String, _ arguments: [String]) -> String {
        arguments.enumerated().reduce(template) { text, argument in
            text.replacing("{\(argument.offset + 1)}", with: argument.element)
        }
    }

    /// Writes the digits of numbers and dates in Persian; a text with Latin letters, such as `office_code2`, is not
    /// changed.
    private static func withPersianDigits(_ argument: String) -> String {
        guard !argument.utf8.contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else { return argument }
        return String(
            String.UnicodeScalarView(
                argument.unicodeScalars.map { scalar in
                    switch scalar {
                    case "0"..."9": Unicode.Scalar(scalar.value - 0x30 + 0x06F0) ?? scalar
                    case ".": "٫"
                    default: scalar
                    }
                }))
    }
}
