-- The agency indicator. Its rules are frozen by their hash. Those of 1400, with the official text and our own choices,
-- come with the database (the file is sql/seed/indicator-1400.yaml).
create table registry.indicator_rules (
    id integer generated always as identity primary key,
    item text not null,
    year smallint not null,
    version integer not null,
    -- SHA-256 of the canonical text, in hexadecimal.
    hash text not null,
    canonical_text text not null,
    -- The file of the rules, including comments.
    document text not null,
    constraint indicator_version_is_unique unique (item, year, version),
    constraint indicator_item_is_well_formed check (item ~ '^[1-9]/[1-9][0-9]?$'),
    constraint indicator_year_is_plausible check (year between 1380 and 1500),
    constraint indicator_version_counts_from_one check (version >= 1),
    constraint indicator_hash_is_of_its_text check (hash = encode(sha256(convert_to(canonical_text, 'UTF8')), 'hex'))
);
create trigger indicator_rules_are_frozen before update or delete or truncate on registry.indicator_rules
    for each statement execute function registry.refuse_change();
grant select on registry.indicator_rules to pishkhan_views, pishkhan_commands;
grant insert on registry.indicator_rules to pishkhan_commands;

insert into registry.indicator_rules (item, year, version, hash, canonical_text, document)
select '1/8', 1400, 1, encode(sha256(convert_to(shipped.canonical_text, 'UTF8')), 'hex'), shipped.canonical_text,
    shipped.document
from (values ($canonical$pishkhan-indicator 1
item 1/8
year 1400
version 1
title.fa استفاده از دفاتر پیشخوان در ارائه خدمات
title.en Use of counter offices in offering services
text official
choices ours
legal_basis.fa شیوه‌نامهٔ ارزیابی شاخص‌های عمومی سال ۱۴۰۰، سطح ملی، محور ۳، شاخص ۱، نماگر ۸
legal_basis.en Method sheet of the general indicators of 1400, national level, axis 3, indicator 1, item 8
maximum 5
cap 100
stages information request production delivery
when_not_applicable shrink_maximum
first_year 1397
first_year.source.fa جدول امتیازها و یادداشت زیر جدول اصلی
first_year.source.en points table and the note under the main table
first_year 1394
first_year.source.fa شناسنامهٔ نماگر
first_year.source.en method sheet of the item
evidence regulator_asked
evidence.source.fa شناسنامهٔ نماگر؛ نیاز به بارگذاری نیست و از رگولاتوری استعلام می‌شود
evidence.source.en method sheet of the item; nothing is uploaded, the regulator is asked
evidence uploaded
evidence.source.fa بخش مستندات؛ تصویر صفحهٔ اول تفاهم‌نامه یا نامه‌ها
evidence.source.en section on evidence; image of the memorandum's first page, or letters
chosen 1397 regulator_asked
basis.fa سال مبنا ۱۳۹۷: جدول امتیازها و یادداشت زیر جدول اصلی (شناسنامهٔ نماگر ۱۳۹۴ می‌گوید). مستندات: شناسنامهٔ نماگر، بی‌نیاز از بارگذاری و با استعلام از رگولاتوری (بخش مستندات تصویر تفاهم‌نامه می‌خواهد).
basis.en First year 1397: points table and the note under the main table (the method sheet says 1394). Evidence: the method sheet, nothing uploaded, the regulator is asked (the evidence section wants the image).
$canonical$, $document$# Rules of the sub-indicator "use of counter offices" (axis 3, indicator 1, sub-indicator 8) in the year 1400.
# The text is official; where it is silent or contradicts itself, the choices below are ours and may be chosen otherwise:
# copy the file, raise `version`, edit, then `pishkhan indicator check FILE` and `pishkhan indicator adopt FILE`.
indicator:
  item: 1/8
  year: 1400
  version: 1
  title:
    fa: استفاده از دفاتر پیشخوان در ارائه خدمات
    en: Use of counter offices in offering services
  # official: published by the authority; ours: chosen by those who run this program; sample: invented.
  text: official
  choices: ours
  legal_basis:
    fa: شیوه‌نامهٔ ارزیابی شاخص‌های عمومی سال ۱۴۰۰، سطح ملی، محور ۳، شاخص ۱، نماگر ۸
    en: Method sheet of the general indicators of 1400, national level, axis 3, indicator 1, item 8

# Points for reaching the target.
maximum: 5
# Percent of the target above which points rise no further. Not stated for this item: ours.
cap: 100
# A service counts when its counter-office field is completed in each of these stages.
stages: [information, request, production, delivery]
# shrink_maximum: a sub-indicator without a target leaves the sum of maxima; no_points: its maximum stays and it gives
# nothing. Not stated: ours.
when_not_applicable: shrink_maximum

# The text says two things twice. Every first year is read with every evidence route; the chosen reading gives the
# points, the others are shown beside it.
readings:
  first_years:
    - year: 1397
      source:
        fa: جدول امتیازها و یادداشت زیر جدول اصلی
        en: points table and the note under the main table
    - year: 1394
      source:
        fa: شناسنامهٔ نماگر
        en: method sheet of the item
  evidence:
    - route: regulator_asked
      source:
        fa: شناسنامهٔ نماگر؛ نیاز به بارگذاری نیست و از رگولاتوری استعلام می‌شود
        en: method sheet of the item; nothing is uploaded, the regulator is asked
    - route: uploaded
      source:
        fa: بخش مستندات؛ تصویر صفحهٔ اول تفاهم‌نامه یا نامه‌ها
        en: section on evidence; image of the memorandum's first page, or letters
  chosen: {first_year: 1397, evidence: regulator_asked}
  basis:
    fa: >-
      سال مبنا ۱۳۹۷: جدول امتیازها و یادداشت زیر جدول اصلی (شناسنامهٔ نماگر ۱۳۹۴ می‌گوید). مستندات: شناسنامهٔ نماگر،
      بی‌نیاز از بارگذاری و با استعلام از رگولاتوری (بخش مستندات تصویر تفاهم‌نامه می‌خواهد).
    en: >-
      First year 1397: points table and the note under the main table (the method sheet says 1394). Evidence: the
      method sheet, nothing uploaded, the regulator is asked (the evidence section wants the image).
$document$)) shipped (canonical_text, document);

-- Published sheets. They never change; a correction is a further number.
create table registry.indicator_sheet (
    id integer generated always as identity primary key,
    agency_id integer not null references registry.agency,
    rules_id integer not null references registry.indicator_rules,
    item text not null,
    year smallint not null,
    number integer not null,
    cut_off_on date not null,
    -- The newest revision whose facts the sheet may use.
    revision bigint not null,
    -- The bytes of the digest: one line of canonical JSON in UTF-8.
    sheet bytea not null,
    digest text not null,
    actor_id integer not null references registry.account,
    published_at timestamptz not null,
    constraint indicator_sheet_number_is_unique unique (agency_id, item, year, number),
    constraint indicator_sheet_numbers_count_from_one check (number >= 1),
    constraint indicator_sheet_digest_is_of_its_bytes check (digest = encode(sha256(sheet), 'hex'))
);
create index indicator_sheet_rules_id_idx on registry.indicator_sheet (rules_id);
create index indicator_sheet_actor_id_idx on registry.indicator_sheet (actor_id);
create trigger indicator_sheet_is_append_only before update or delete or truncate on registry.indicator_sheet
    for each statement execute function registry.refuse_change();
grant select on registry.indicator_sheet to pishkhan_views, pishkhan_commands;
grant insert on registry.indicator_sheet to pishkhan_commands;
