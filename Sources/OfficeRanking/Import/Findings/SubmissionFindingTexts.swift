extension FindingCatalogue {
    /// What sources say and reviewers judge.
    static let submissions: [FindingCode: (String, String)] = [
        .rowSaysNothing: (
            "این ردیف دربارهٔ این دفتر هیچ نمی‌گوید و چیزی را عوض نمی‌کند.",
            "This row says nothing about the office and changes nothing."
        ),
        .sourceNotAsked: (
            "شیوه‌نامهٔ این دوره از این منبع مقداری نمی‌خواهد.",
            "The scheme of this period asks no value of this source."
        ),
        .sourceOfAnother: (
            "این شناسه نمی‌تواند از سوی «{1}» سخن بگوید.", "This account may not speak for the source “{1}”."
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
            "این شناسه نمی‌تواند اظهار دفترها را تأیید کند.", "This account may not review declarations."
        ),
        .itemNotSaid: (
            "دفتر دربارهٔ این شاخص چیزی اظهار نکرده است که تأیید شود.",
            "The office has said nothing about this criterion that could be confirmed."
        ),
        .reviewerIsDeclarer: (
            "همان شخصی که این مقدار را اظهار کرده است نمی‌تواند آن را تأیید کند.",
            "The person who submitted this value cannot confirm it."
        ),
        .meanOfNobody: (
            "تعداد پاسخ‌دهندگان صفر است، پس میانگینی در کار نیست.", "Nobody answered, so there can be no mean."
        ),
        .respondentsMissing: (
            "میانگین بدون تعداد پاسخ‌دهندگان پذیرفته نیست.", "A mean needs the number of people who answered."
        ),
        .valueAboveAnother: ("این مقدار از «{1}» بیشتر است.", "This value is above “{2}”."),
        .valueBelowAnother: (
            "این مقدار از «{1}» که پیش‌تر گفته شده کمتر است.", "This value is below “{2}”, which was said before."
        ),
        .differsFromRegister: (
            "مشخصات ثبت‌شدهٔ دفتر مقدار دیگری دارد ({1}).", "The register of offices holds another value ({1})."
        ),
    ]
}
