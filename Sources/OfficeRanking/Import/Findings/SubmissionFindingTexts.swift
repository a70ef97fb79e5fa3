extension FindingCatalogue {
    /// What sources say and reviewers judge.
    static let submissions: [FindingCode: (String, String)] = [
        .rowSaysNothing: (
            "این ردیف هیچ مقداری برای این دفتر ندارد و چیزی را عوض نمی‌کند.",
            "This row has no value for the office and changes nothing."
        ),
        .sourceNotAsked: (
            "شیوه‌نامهٔ این دوره شاخصی از این منبع ندارد؛ دوره و منبع را بررسی کنید.",
            "The scheme of this period has no criterion of this source. Check the period and the source."
        ),
        .sourceOfAnother: (
            "این حساب نمی‌تواند از طرف منبع «{1}» داده ثبت کند.", "This account may not report for source “{1}”."
        ),
        .ownerHasSpoken: (
            "خود دفتر اظهار کرده است (نوبت {1})؛ فقط بازبینی آن را اصلاح می‌کند.",
            "The office itself has submitted (number {1}); only a review can correct it."
        ),
        .windowClosed: (
            "مهلت این دفتر ({1}) از {3} تا پایان {4} بود و تمام شده است.",
            "The window of this office ({2}) was open from {3} to the end of {4}."
        ),
        .windowNotOpen: (
            "مهلت این دفتر ({1}) از {3} تا پایان {4} است و هنوز آغاز نشده است.",
            "The window of this office ({2}) opens on {3} and closes at the end of {4}."
        ),
        .reviewOfAnother: (
            "این حساب نمی‌تواند اظهار دفترها را بازبینی کند.", "This account may not review declarations."
        ),
        .itemNeedsTheGroup: (
            "این مورد پیش‌تر رد یا اصلاح و دوباره اظهار شده است؛ کارگروه دربارهٔ آن رأی می‌دهد.",
            "This item was rejected or corrected and reported again. The working group judges it."
        ),
        .itemNotSaid: (
            "دفتر برای این شاخص مقداری اظهار نکرده است که تأیید شود.",
            "The office has submitted no value of this criterion that could be confirmed."
        ),
        .reviewerIsDeclarer: (
            "شخصی که این مقدار را اظهار کرده است نمی‌تواند آن را تأیید کند؛ شخص دیگری آن را تأیید می‌کند.",
            "The person who submitted this value cannot confirm it. Ask another person to confirm it."
        ),
        .evidenceMissing: (
            "این مقدار مستندِ لازم را ندارد (دست‌کم {1} پرونده) و تأیید نمی‌شود؛ نخست مستند را پیوست کنید.",
            "The value lacks its evidence (at least {1} files) and cannot be confirmed. Attach the evidence first."
        ),
        .meanOfNobody: (
            "تعداد پاسخ‌دهندگان صفر است؛ خانهٔ میانگین را خالی بگذارید یا تعداد را درست کنید.",
            "The number of people who answered is zero. Leave the mean empty, or correct the number."
        ),
        .respondentsMissing: (
            "میانگین بدون تعداد پاسخ‌دهندگان پذیرفته نیست؛ تعداد را بنویسید.",
            "A mean needs the number of people who answered. Give the number."
        ),
        .valueAboveAnother: ("این مقدار از «{1}» بیشتر است.", "This value is above “{2}”."),
        .valueBelowAnother: (
            "این مقدار از «{1}» که پیش‌تر ثبت شده است کمتر است.",
            "This value is below “{2}”, which was submitted before."
        ),
        .differsFromRegister: (
            "مشخصات ثبت‌شدهٔ دفتر مقدار دیگری دارد ({1}).", "The register of offices holds another value ({1})."
        ),
    ]
}
