extension FindingCatalogue {
    /// What the register knows of offices, places and decisions.
    static let register: [FindingCode: (String, String)] = [
        .officeUnknown: (
            "دفتری با این کد ثبت نشده است؛ کد را بررسی کنید یا نخست دفتر را ثبت کنید.",
            "No office with this code is registered. Check the code, or register the office first."
        ),
        .officeOutOfScope: ("این دفتر در محدودهٔ دسترسی شما نیست.", "This office is outside your scope."),
        .rowRepeated: ("این ردیف تکراری است؛ بار نخست در سطر {1} آمده است.", "This row repeats line {1}."),
        .placeUnknown: (
            """
            این محل در تقسیمات کشوری پیدا نشد. شهرستان یا شهر تازه را ستاد می‌افزاید: pishkhan place add، \
            یا POST /v1/places.
            """,
            """
            This place is not in the official division of the country. The headquarters adds a new county or city: \
            pishkhan place add, or POST /v1/places.
            """
        ),
        .placeAmbiguous: (
            "در این شهرستان هم شهری و هم روستایی به این نام هست؛ در پایان آن «/شهر» یا «/روستا» بنویسید.",
            "The county has both a city and a village of this name: add /city or /village."
        ),
        .placeNew: (
            "این محل تازه است و ثبت شد؛ نوشتار آن را بررسی کنید.",
            "This place is new and was added; check its spelling."
        ),
        .criterionUnknown: ("این شاخص در شیوه‌نامهٔ دوره نیست.", "The scheme of the period has no such criterion."),
        .criterionOfOtherKind: ("این شاخص برای این نوع دفتر نیست.", "This criterion is not for this kind of office."),
        .decisionIsOfCase: (
            "این رأی از پروندهٔ تخلفی است که در همین سامانه رسیدگی می‌شود؛ ردیف فقط می‌تواند همان را تکرار کند.",
            "The decision is of a case that is kept here. A file may only repeat what the case says."
        ),
        .violationKindUnknown: (
            "این نوع تخلف در شیوه‌نامهٔ دوره نیست.",
            "The scheme of the period has no such kind of violation."
        ),
        .periodNotOpen: (
            "این دوره باز نیست و داده نمی‌پذیرد؛ دوره را بررسی کنید.",
            "This period is not open and accepts no data. Check the period."
        ),
        .periodUnknown: ("چنین دوره‌ای تعریف نشده است.", "There is no such period."),
        .valueConflict: (
            "این مقدار با آنچه ثبت شده است نمی‌خواند؛ پرونده یا ثبت پیشین را بررسی کنید.",
            "This value contradicts what is registered. Check the file and the register."
        ),
        .daysReversed: (
            "تاریخ پایان پیش از تاریخ آغاز است؛ یکی را درست کنید.",
            "The last day is before the first day. Correct one of them."
        ),
        .dayInFuture: (
            "این تاریخ هنوز نرسیده است؛ امروز یا روزی پیش از آن را بنویسید.",
            "This day is in the future. Give today or an earlier day."
        ),
        .officeOfOtherProvince: (
            "این دفتر در استان دیگری ثبت است. دفتر به استان دیگر نمی‌رود؛ دفتر تازه با کد دفتر پیشین ثبت کنید.",
            "This office is registered in another province. Register a new office that names this one as predecessor."
        ),
        .localityChanged: (
            "شهر یا روستای دفتر عوض شد. جابه‌جایی بیرون از محل پروانه مجاز نیست؛ درستی آن را بررسی کنید.",
            "The city or village changed. A move outside the licensed place is not allowed; check that it is right."
        ),
        .holderNameKept: (
            "نام ثبت‌شدهٔ این دارنده همان ماند؛ فقط ستاد می‌تواند آن را عوض کند.",
            "The registered name of this holder is kept. Only the headquarters can change it."
        ),
        .holderHasTwoNames: (
            "دارندهٔ این پروانه در سطر {1} نام دیگری دارد؛ هر شخص یک نام دارد.",
            "The holder of this licence has another name in line {1}; a person has one name."
        ),
        .licenceOfOtherOffice: (
            "این شمارهٔ پروانه از آن دفتر {1} است.", "The licence of this number belongs to the office {1}."
        ),
        .correctionConflict: (
            "این مقدار با اصلاح دستی «{1}» که پس از پروندهٔ پیشین ثبت شده است نمی‌خواند.",
            "This value contradicts “{1}”, a correction by hand made after the last file."
        ),
        .stateIsByDecision: (
            "وضعیت این پروانه «{1}» است و پرونده آن را «{3}» نمی‌کند؛ تعلیق و ابطال و رفع آن‌ها فقط با رأی است: pishkhan office set، یا PATCH /v1/offices.",
            "The licence is {2}, and a file cannot make it {4}. Only a decision can change this state: pishkhan office set, or PATCH /v1/offices."
        ),
        .officeReopened: (
            "این دفتر تعطیل ثبت بود و با این ردیف دیگر تعطیل نیست؛ درستی آن را بررسی کنید.",
            "This office was registered as closed; by this row it no longer is. Check that it is right."
        ),
        .officeMissingFromFile: (
            "این دفتر با وضعیت «{1}» ثبت است و در فهرست کامل نیامده است؛ چیزی از آن عوض نشد.",
            "This office is registered as {2} and missing from the complete list; nothing of it was changed."
        ),
        .valueCleared: (
            "این خانه خالی است و مقدار ثبت‌شده را پاک می‌کند.",
            "This cell is empty and clears the value that was registered."
        ),
        .predecessorUnknown: (
            "دفتر پیشین با این کد ثبت نشده است.", "No office with the predecessor's code is registered."
        ),
        .predecessorIsSelf: ("دفتر نمی‌تواند پیشین خودش باشد.", "An office cannot be its own predecessor."),
        .holderNotLegalPerson: (
            "دارندهٔ پروانهٔ دفتر شهری باید شخص حقوقی باشد (شناسهٔ ملی یازده‌رقمی).",
            "The licence holder of an urban office is a legal person (national id of eleven digits)."
        ),
        .staffCountsDisagree: (
            "این تعداد از تعداد کل کارکنان ({1}) بیشتر است.", "This count exceeds the number of staff ({1})."
        ),
        .floorAreaBelowMinimum: (
            "مساحت دفتر شهری کمتر از ۵۰ متر مربع است.", "The floor area of this urban office is below 50 m²."
        ),
        .decisionLate: (
            "این رأی پس از بسته‌شدن دورهٔ {1} ثبت می‌شود: در نخستین دوره‌ای که پس از این بسته شود به حساب می‌آید، مگر شیوه‌نامه جز این بگوید.",
            "This decision is recorded after {1} was closed: it counts in the first half-year closed from now on, unless the scheme says otherwise."
        ),
        .finalityWithdrawn: (
            "این رأی قطعی ثبت بود و با این ردیف دیگر قطعی نیست؛ درستی آن را بررسی کنید.",
            "This decision was registered as final; by this row it no longer is. Check that it is right."
        ),
        .olderList: (
            "همین پرونده پیش از این در {1} دریافت شده بود؛ این بار {2} ردیف آنچه را پس از آن ثبت شد برمی‌گرداند. بررسی کنید که همین را می‌خواهید.",
            "This file was imported before, on {1}. Now {2} of its rows undo later changes. Check that you mean it."
        ),
    ]
}
