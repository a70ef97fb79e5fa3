-- Evidence: files that prove declared values. A file is kept once, under its digest; an item of evidence says of which
-- office it is, what it shows and from when; and a submission names the items that support its values.

-- The rule of a scheme for the evidence of a criterion. A criterion without a rule takes no evidence.
create table registry.evidence_rule (
    scheme_id integer not null,
    -- The position of the criterion.
    criterion smallint not null,
    -- True if no value of the criterion is confirmed without its evidence.
    is_required boolean not null,
    kinds text[] not null,
    least smallint not null,
    most smallint not null,
    -- The age on the census date, in days or in Jalali months; null means that any age is accepted.
    oldest_days integer,
    oldest_months integer,
    primary key (scheme_id, criterion),
    constraint evidence_rule_is_of_a_criterion foreign key (scheme_id, criterion)
        references registry.criterion (scheme_id, position),
    constraint evidence_rule_names_kinds check (cardinality(kinds) > 0 and array_position(kinds, null) is null),
    constraint evidence_is_counted_from_one check (least between 1 and most and most <= 20),
    constraint evidence_rule_has_one_age check
        (num_nulls(oldest_days, oldest_months) > 0 and coalesce(oldest_days, oldest_months, 1) > 0)
);
create trigger evidence_rule_is_frozen before update or delete or truncate on registry.evidence_rule
    for each statement execute function registry.refuse_change();
grant select on registry.evidence_rule to pishkhan_views, pishkhan_commands;
grant insert on registry.evidence_rule to pishkhan_commands;

-- The type of a file by its first bytes; null if no accepted type begins so.
create function registry.media_type_of(bytes bytea) returns text
language sql immutable strict parallel safe
begin atomic
    select case
        when substr(media_type_of.bytes, 1, 5) = '\x255044462d' then 'application/pdf'
        when substr(media_type_of.bytes, 1, 3) = '\xffd8ff' then 'image/jpeg'
        when substr(media_type_of.bytes, 1, 8) = '\x89504e470d0a1a0a' then 'image/png'
        when substr(media_type_of.bytes, 1, 4) in ('\x49492a00', '\x4d4d002a') then 'image/tiff' end;
end;
grant execute on function registry.media_type_of(bytea) to pishkhan_commands;

-- The form in which the name of a file is stored: without its folder and without characters that nobody sees or that
-- turn the direction of a text; at most 200 characters.
create function registry.written_file_name(name text) returns text
language sql immutable strict parallel safe
begin atomic
    select left(btrim(regexp_replace(regexp_replace(
        regexp_replace(normalize(written_file_name.name, NFC), '^.*[/\\]', ''),
        U&'[\0001-\001F"\007F-\009F\00AD\200B\200E\200F\202A-\202E\2066-\2069\FEFF]', '', 'g'), '\s+', ' ', 'g'), ' .'), 200);
end;
grant execute on function registry.written_file_name(text) to pishkhan_commands;

-- The bytes, each once. Nobody but the functions of the tables' owner writes them.
create table registry.evidence_content (
    -- SHA-256.
    digest bytea primary key,
    size integer not null,
    media_type text not null,
    bytes bytea,
    erased_at timestamptz,
    constraint content_is_named_by_its_digest check (length(digest) = 32 and (bytes is null or digest = sha256(bytes))),
    constraint content_has_its_size check (size between 1 and 5242880 and (bytes is null or length(bytes) = size)),
    constraint media_type_is_allowed check
        (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/tiff')),
    constraint media_type_is_that_of_the_bytes check
        (bytes is null or coalesce(registry.media_type_of(bytes), '') = media_type),
    constraint only_erased_content_is_gone check ((bytes is null) = (erased_at is not null)),
    constraint instants_are_of_the_calendar check
        (erased_at >= '1821-03-21 00:00+00' and erased_at < '2222-03-21 00:00+00')
);
-- A file of these types is compressed already.
alter table registry.evidence_content alter column bytes set storage external;
create trigger content_keeps_its_digest before update on registry.evidence_content
    for each row execute function registry.guard_evidence_content();
create trigger evidence_content_is_never_deleted before delete or truncate on registry.evidence_content
    for each statement execute function registry.refuse_change();

-- An item of evidence of an office. It is not of a half-year, so it can serve again.
create table registry.evidence (
    id bigint generated always as identity primary key,
    office_id bigint not null,
    province_id integer not null,
    -- The code of the criterion, in whatever scheme.
    criterion text not null,
    kind text not null,
    issued_on date not null,
    valid_until date,
    file_name text not null,
    digest bytea not null references registry.evidence_content,
    -- False if no scanner is set: nobody has looked for a virus.
    is_scanned boolean not null,
    actor_id integer not null references registry.account,
    person_id integer not null references registry.person,
    added_at timestamptz not null default transaction_timestamp(),
    erased_by integer references registry.person,
    erased_at timestamptz,
    erase_reason text,
    constraint evidence_is_of_an_office foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint evidence_is_of_its_office unique (id, office_id),
    constraint evidence_names_are_plain_words check
        (criterion ~ '^[a-z][a-z0-9_]{0,62}$' and kind ~ '^[a-z][a-z0-9_]{0,62}$'),
    constraint evidence_ends_after_its_issue check (valid_until >= issued_on),
    constraint file_name_is_plain check (file_name <> '' and file_name = registry.written_file_name(file_name)),
    constraint erasure_has_a_reason check (
        (erased_by is null) = (erased_at is null) and (erased_by is null) = (coalesce(btrim(erase_reason), '') = '')),
    constraint days_are_of_the_calendar check (
        issued_on between '1821-03-21' and '2222-03-20' and valid_until between '1821-03-21' and '2222-03-20'),
    constraint instants_are_of_the_calendar check (
        added_at >= '1821-03-21 00:00+00' and added_at < '2222-03-21 00:00+00'
        and erased_at >= '1821-03-21 00:00+00' and erased_at < '2222-03-21 00:00+00')
);
create unique index evidence_is_added_once on registry.evidence (office_id, criterion, kind, digest)
    where erased_at is null;
create index evidence_office_id_idx on registry.evidence (office_id, province_id);
create index evidence_digest_idx on registry.evidence (digest);
create index evidence_actor_id_idx on registry.evidence (actor_id);
create index evidence_person_id_idx on registry.evidence (person_id);
create index evidence_erased_by_idx on registry.evidence (erased_by);
create trigger evidence_is_of_its_actor after insert on registry.evidence
    for each row execute function registry.guard_evidence();
create trigger evidence_is_only_erased before update on registry.evidence
    for each row execute function registry.guard_evidence_erasure();
create trigger evidence_is_never_deleted before delete or truncate on registry.evidence
    for each statement execute function registry.refuse_change();
alter table registry.evidence enable row level security;
create policy evidence_is_read_in_scope on registry.evidence for select to pishkhan_views
    using (province_id = any ((select registry.actor_evidence_provinces())::integer[]));
create policy evidence_is_kept_in_scope on registry.evidence for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
create policy evidence_is_bound_to_offices on registry.evidence as restrictive for all
    to pishkhan_views, pishkhan_commands
    using ((select not registry.actor_is_bound_to_offices())
           or office_id = any ((select registry.actor_offices())::bigint[]));
grant select on registry.evidence to pishkhan_views;
grant select, insert, update on registry.evidence to pishkhan_commands;

-- The bytes are read through an item of evidence that the reader may see.
alter table registry.evidence_content enable row level security;
create policy content_is_read_through_evidence on registry.evidence_content for select to pishkhan_views
    using (exists (select from registry.evidence e where e.digest = evidence_content.digest));
grant select on registry.evidence_content to pishkhan_views;

-- The evidence that supports an item of a submission.
create table registry.submission_evidence (
    office_id bigint not null,
    period_id integer not null,
    source smallint not null,
    -- The submission that said the item.
    number integer not null,
    -- The criterion's position in the scheme.
    position smallint not null,
    evidence_id bigint not null,
    province_id integer not null,
    actor_id integer not null references registry.account,
    person_id integer not null references registry.person,
    attached_at timestamptz not null default transaction_timestamp(),
    primary key (office_id, period_id, source, number, position, evidence_id),
    constraint evidence_is_of_a_submission foreign key (office_id, period_id, source, number)
        references registry.submission (office_id, period_id, source, number),
    constraint supporting_evidence_is_of_the_office foreign key (evidence_id, office_id)
        references registry.evidence (id, office_id),
    constraint instants_are_of_the_calendar check
        (attached_at >= '1821-03-21 00:00+00' and attached_at < '2222-03-21 00:00+00')
);
create index submission_evidence_evidence_id_idx on registry.submission_evidence (evidence_id, office_id);
create index submission_evidence_actor_id_idx on registry.submission_evidence (actor_id);
create index submission_evidence_person_id_idx on registry.submission_evidence (person_id);
create trigger supporting_evidence_holds_its_submission before insert on registry.submission_evidence
    for each row execute function registry.hold_supported_submission();
create trigger supporting_evidence_is_lawful after insert on registry.submission_evidence
    for each row execute function registry.guard_submission_evidence();
create trigger submission_evidence_is_append_only before update or delete or truncate on registry.submission_evidence
    for each statement execute function registry.refuse_change();
alter table registry.submission_evidence enable row level security;
create policy submission_evidence_is_read_in_scope on registry.submission_evidence for select to pishkhan_views
    using (province_id = any ((select registry.actor_evidence_provinces())::integer[]));
create policy submission_evidence_is_kept_in_scope on registry.submission_evidence for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
create policy submission_evidence_is_bound_to_offices on registry.submission_evidence as restrictive for all
    to pishkhan_views, pishkhan_commands
    using ((select not registry.actor_is_bound_to_offices())
           or office_id = any ((select registry.actor_offices())::bigint[]));
grant select on registry.submission_evidence to pishkhan_views;
grant select, insert on registry.submission_evidence to pishkhan_commands;

-- By its name it comes after `review_is_lawful`, and may take the form of the review for granted.
create trigger reviewed_items_have_their_evidence after insert on registry.review
    referencing new table as added for each statement execute function registry.guard_evidence_of_reviews();

-- The newest day of issue of the evidence of each item; null without any.
alter table registry.census_fact add column evidenced_on date[];
alter table registry.census_fact add constraint evidenced_items_are_those_of_the_facts
    check (evidenced_on is null or cardinality(evidenced_on) = cardinality(declared_value));
alter table registry.census_fact drop constraint days_are_of_the_calendar;
alter table registry.census_fact add constraint days_are_of_the_calendar check (
    '1821-03-21' <= all (said_on) and '2222-03-20' >= all (said_on)
    and '1821-03-21' <= all (decision_day) and '2222-03-20' >= all (decision_day)
    and '1821-03-21' <= all (evidenced_on) and '2222-03-20' >= all (evidenced_on));

insert into registry.role_permission (role, permission)
select granted.role, permission
from (values
    ('headquarters', array['add_evidence', 'attach_evidence', 'erase_evidence', 'read_evidence']),
    ('provincial', array['add_evidence', 'attach_evidence', 'read_evidence']),
    ('office', array['add_evidence', 'attach_evidence', 'erase_evidence', 'read_evidence']),
    ('reviewer', array['read_evidence']),
    ('group_member', array['read_evidence']),
    ('auditor', array['read_evidence'])
) granted (role, permissions), unnest(granted.permissions) permission;
