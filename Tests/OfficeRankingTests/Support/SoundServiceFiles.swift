import OfficeRanking

/// One sound file of each kind of services, whose contracts are of the office G-1.
extension SoundFiles {
    static let ofServices: [ImportKind: String] = [
        .agencies: """
        code,title,effective_on
        A-1,سازمان یکم,1390/01/01
        A-2,سازمان دوم,1390/12/29

        """,
        .services: """
        code,title,agency_code,parent_code,for_citizens,is_sovereign,is_delegable,request_channels,request_counter,mode,\
        request_url,phone,effective_on
        1001,صدور گواهی یکم,A-1,,yes,no,yes,وبگاه و پیشخوان,yes,غیرحضوری,https://services.example/1001,021-1001,1390/01/01
        1002,بخش یکم گواهی,A-1,1001,no,no,yes,,no,حضوری,,,1395/01/01

        """,
        .mouTargets: "agency_code,sub_indicator,year,first_year,target\nA-1,1/8,1400,1397,4\nA-2,1/8,1400,,\n",
        .delegations: """
        service_code,mou_number,mou_on,valid_from,withdrawn_on,area,places,confirmed_on
        1001,M-1,1399/01/01,1399/02/01,,country,,1399/03/01
        1002,M-2,1399/01/01,1399/02/01,1403/01/01,localities,گیلان/رشت/رشت,

        """,
        .contracts: """
        office_code,service_code,registered_on,ended_on
        G-1,1001,1399/05/01,1400/01/01
        G-1,1001,1400/06/31,

        """,
    ]

    static let titlesOfServices: [ImportKind: [String: String]] = [
        .agencies: ["code": "کد دستگاه", "title": "نام دستگاه", "effective_on": "تاریخ اثر"],
        .services: [
            "code": "کد خدمت", "title": "عنوان خدمت", "agency_code": "کد دستگاه", "parent_code": "کد خدمت مادر",
            "for_citizens": "گیرنده شهروند", "is_sovereign": "حاکمیتی", "is_delegable": "قابل واگذاری",
            "request_channels": "دسترسی درخواست", "request_counter": "پیشخوان درخواست", "mode": "نحوه ارائه خدمت",
            "request_url": "لینک صفحه دریافت خدمت", "phone": "شماره تماس", "effective_on": "تاریخ اثر",
        ],
        .mouTargets: [
            "agency_code": "کد دستگاه", "sub_indicator": "نماگر", "year": "سال", "first_year": "سال مبنا",
            "target": "هدف تفاهم‌نامه",
        ],
        .delegations: [
            "service_code": "کد خدمت", "mou_number": "شماره تفاهم‌نامه", "mou_on": "تاریخ تفاهم‌نامه",
            "valid_from": "تاریخ اجرا", "withdrawn_on": "تاریخ لغو", "area": "محدوده", "places": "محل‌ها",
            "confirmed_on": "تاریخ تأیید رگولاتوری",
        ],
        .contracts: [
            "office_code": "شناسه دفتر", "service_code": "کد خدمت", "registered_on": "تاریخ قرارداد",
            "ended_on": "تاریخ پایان",
        ],
    ]

    /// A title of each kind that lacks its last letter.
    static let misspelledTitles: [ImportKind: String] = [
        .agencies: "agency_cod", .services: "service_cod", .mouTargets: "agency_cod", .delegations: "service_cod",
    ]
}
