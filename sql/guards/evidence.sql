-- Rules for evidence, which hold even for plain SQL.

-- 1 Farvardin of a Jalali year, by the 33-year cycle that the program follows.
create or replace function registry.jalali_new_year(year integer) returns date
language sql immutable parallel safe
begin atomic
    select date '2021-03-21' + (jalali_new_year.year - 1400) * 365
        + (8 * (jalali_new_year.year - 1) + 29) / 33 - (8 * 1399 + 29) / 33;
end;

-- The same day of the Jalali calendar that many months later, or the last day of that month if it does not exist.
create or replace function registry.jalali_months_later(day date, months integer) returns date
language plpgsql immutable parallel safe as $$
declare
    year integer := 1200 + (day - registry.jalali_new_year(1200)) / 366;
    day_of_year integer;
    month integer;
    day_of_month integer;
    lengths integer[];
begin
    -- Four hundred years of 366 days are less than a year too long, so the estimate is at most one too small.
    if registry.jalali_new_year(year + 1) <= day then
        year := year + 1;
    end if;
    day_of_year := day - registry.jalali_new_year(year);
    month := case when day_of_year < 186 then day_of_year / 31 else (day_of_year - 186) / 30 + 6 end;
    day_of_month := case when day_of_year < 186 then day_of_year % 31 else (day_of_year - 186) % 30 end;
    year := year + (month + months) / 12;
    month := (month + months) % 12;
    day_of_year := case when month < 6 then month * 31 else 186 + (month - 6) * 30 end;
    return registry.jalali_new_year(year) + day_of_year + least(day_of_month,
        case when month < 6 then 30 when month < 11 then 29
            else registry.jalali_new_year(year + 1) - registry.jalali_new_year(year) - 337 end);
end
$$;

grant execute on function registry.jalali_new_year(integer), registry.jalali_months_later(date, integer)
    to pishkhan_commands;

-- The provinces whose evidence the actor may read.
create or replace function registry.actor_evidence_provinces() returns integer[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return case when registry.actor_may('read_evidence') then registry.actor_provinces() else '{}'::integer[] end;
end
$$;
grant execute on function registry.actor_evidence_provinces() to pishkhan_views, pishkhan_commands, pishkhan_app;
-- The caller of a view also calls the functions of its policies.
grant execute on function registry.actor_is_bound_to_offices() to pishkhan_app;

-- The bytes that an office may attach in a half-year, and that may wait to be attached: 30 MB each.
create or replace function registry.evidence_share() returns integer
language sql immutable
begin atomic
    select 31457280;
end;

-- True if a rule of these kinds and this age accepts an item of evidence that is not erased: its kind, and its age and
-- validity on the census date.
create or replace function registry.evidence_fits(
    kinds text[], oldest_days integer, oldest_months integer, kind text, issued_on date, valid_until date,
    erased_at timestamptz, census_on date
) returns boolean
language sql immutable
begin atomic
    select evidence_fits.erased_at is null
        and evidence_fits.kind = any (evidence_fits.kinds)
        and coalesce(evidence_fits.valid_until >= evidence_fits.census_on, true)
        and coalesce(evidence_fits.issued_on + evidence_fits.oldest_days >= evidence_fits.census_on, true)
        and (evidence_fits.oldest_months is null
            or registry.jalali_months_later(evidence_fits.issued_on, evidence_fits.oldest_months)
                >= evidence_fits.census_on);
end;
grant execute on function registry.evidence_fits(text[], integer, integer, text, date, date, timestamptz, date)
    to pishkhan_commands;

-- Content changes only by its erasure, and when the same file comes again.
create or replace function registry.guard_evidence_content() returns trigger
language plpgsql as $$
begin
    if (new.digest, new.size, new.media_type) is distinct from (old.digest, old.size, old.media_type)
        or (new.bytes is null) = (old.bytes is null) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed',
            detail = 'evidence_content ' || encode(old.digest, 'hex');
    end if;
    return new;
end
$$;

-- Two files of one office at once are counted one after the other.
create or replace function registry.lock_evidence_of(office_id bigint) returns void
language sql as $$
    select pg_advisory_xact_lock(hashtext('registry.evidence'), hashint8(lock_evidence_of.office_id))
$$;

-- Evidence is its actor's own and of a day that has come, and what waits to be attached is within the office's share.
create or replace function registry.guard_evidence() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if new.actor_id is distinct from registry.actor() or new.person_id is distinct from registry.actor_person()
        or new.added_at <> transaction_timestamp() or new.erased_at is not null then
        raise exception using errcode = 'RK511', message = 'not_the_actor';
    end if;
    if not registry.actor_may('add_evidence') then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'add_evidence';
    end if;
    if new.issued_on > (clock_timestamp() at time zone 'Asia/Tehran')::date then
        raise exception using errcode = 'RK110', message = 'day_in_future', detail = new.issued_on;
    end if;
    perform registry.lock_evidence_of(new.office_id);
    if (select sum(c.size) from registry.evidence_content c
        where c.digest in (
            select e.digest from registry.evidence e
            where e.office_id = new.office_id and e.erased_at is null and not exists (
                select from registry.submission_evidence s where s.evidence_id = e.id and s.office_id = e.office_id)))
        > registry.evidence_share() then
        perform registry.refuse_constraint('evidence_is_within_the_share');
    end if;
    return null;
end
$$;

-- Evidence may only be erased, once.
create or replace function registry.guard_evidence_erasure() returns trigger
language plpgsql as $$
begin
    if old.erased_at is not null
        or (new.id, new.office_id, new.province_id, new.criterion, new.kind, new.issued_on, new.valid_until,
            new.file_name, new.digest, new.is_scanned, new.actor_id, new.person_id, new.added_at)
            is distinct from
            (old.id, old.office_id, old.province_id, old.criterion, old.kind, old.issued_on, old.valid_until,
            old.file_name, old.digest, old.is_scanned, old.actor_id, old.person_id, old.added_at) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'evidence ' || old.id;
    end if;
    return new;
end
$$;

-- Locks in the order of all writers, before a foreign key takes a weaker lock: the period, the evidence of the office,
-- and the supported submission. A review holds the submission that it judges, so of evidence and a review at once one
-- sees the other.
create or replace function registry.hold_supported_submission() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform registry.open_period_scheme(new.period_id);
    perform registry.lock_evidence_of(new.office_id);
    perform from registry.submission s
    where s.office_id = new.office_id and s.period_id = new.period_id and s.source = new.source
        and s.number = new.number
    for update;
    return new;
end
$$;

-- Evidence is attached by who speaks for the source, in its window, to an item of the newest submission that nobody has
-- judged, as the rule of its criterion says, and within the office's share.
create or replace function registry.guard_submission_evidence() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    scheme integer := registry.open_period_scheme(new.period_id);
    index integer := new.position + 1;
    on_behalf boolean;
    source registry.source;
    newest registry.submission;
    item registry.evidence;
    rule registry.evidence_rule;
begin
    select * into source from registry.source o where o.scheme_id = scheme and o.position = new.source;
    if new.actor_id is distinct from registry.actor() or new.person_id is distinct from registry.actor_person()
        or new.attached_at <> transaction_timestamp() then
        raise exception using errcode = 'RK511', message = 'not_the_actor';
    end if;
    on_behalf := registry.actor_speaks_on_behalf(scheme, new.source);
    if on_behalf is null then
        raise exception using errcode = 'RK201', message = 'source_of_another', detail = source.code;
    end if;
    if registry.is_closed_to_some(new.period_id, source.code, registry.begun_at()) then
        perform registry.require_open_windows(new.period_id, source.code, registry.begun_at(),
            array[new.province_id], array[new.office_id]);
    end if;
    select * into newest from registry.submission s
    where s.office_id = new.office_id and s.period_id = new.period_id and s.source = new.source
    order by s.number desc limit 1;
    if on_behalf and newest.owner_has_spoken then
        raise exception using errcode = 'RK203', message = 'owner_has_spoken', detail = source.code;
    end if;
    if newest.said_in[index] is distinct from new.number or newest.value[index] is null
        or newest.province_id is distinct from new.province_id then
        perform registry.refuse_constraint('evidence_supports_what_was_said');
    end if;
    if exists (select from registry.review r
               where r.office_id = new.office_id and r.period_id = new.period_id and r.source = new.source
                   and r.of_numbers[index] = new.number) then
        perform registry.refuse_constraint('judged_item_takes_no_evidence');
    end if;
    select * into rule from registry.evidence_rule r where r.scheme_id = scheme and r.criterion = new.position;
    select * into item from registry.evidence e where e.id = new.evidence_id;
    if registry.evidence_fits(rule.kinds, rule.oldest_days, rule.oldest_months, item.kind, item.issued_on,
            item.valid_until, item.erased_at,
            (select p.census_on from registry.evaluation_period p where p.id = new.period_id)) is not true
        or item.criterion is distinct from (
            select c.code from registry.criterion c where c.scheme_id = scheme and c.position = new.position) then
        perform registry.refuse_constraint('evidence_fits_its_rule');
    end if;
    if (select count(*) from registry.submission_evidence e
        where e.office_id = new.office_id and e.period_id = new.period_id and e.source = new.source
            and e.number = new.number and e.position = new.position) > rule.most then
        perform registry.refuse_constraint('item_has_its_most_evidence');
    end if;
    if (select sum(c.size) from registry.evidence_content c
        where c.digest in (
            select e.digest from registry.submission_evidence s join registry.evidence e on e.id = s.evidence_id
            where s.office_id = new.office_id and s.period_id = new.period_id)) > registry.evidence_share() then
        perform registry.refuse_constraint('evidence_is_within_the_share');
    end if;
    return null;
end
$$;

-- The number of items of evidence that prove an item of a submission by the rule of its criterion.
create or replace function registry.proofs_of_item(
    office_id bigint, period_id integer, source smallint, number integer, criterion smallint
) returns integer
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return (
        select count(*)
        from registry.submission_evidence s
        join registry.evidence e on e.id = s.evidence_id
        join registry.evaluation_period p on p.id = s.period_id
        join registry.evidence_rule r on r.scheme_id = p.scheme_id and r.criterion = s.position
        where s.office_id = proofs_of_item.office_id and s.period_id = proofs_of_item.period_id
            and s.source = proofs_of_item.source and s.number = proofs_of_item.number
            and s.position = proofs_of_item.criterion and registry.evidence_fits(r.kinds, r.oldest_days, r.oldest_months,
                e.kind, e.issued_on, e.valid_until, e.erased_at, p.census_on));
end
$$;
grant execute on function registry.proofs_of_item(bigint, integer, smallint, integer, smallint) to pishkhan_commands;

-- Nobody confirms a value without the evidence that its rule requires, and nobody judges an item that he himself brought
-- evidence for. A scheme without such rules costs one look.
create or replace function registry.guard_evidence_of_reviews() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    lacking text;
begin
    if not exists (select from registry.evidence_rule) or not exists (
        select from registry.evaluation_period p join registry.evidence_rule r on r.scheme_id = p.scheme_id
        where p.id in (select distinct a.period_id from added a)) then
        return null;
    end if;
    select o.code || ' ' || c.code into lacking
    from added a
    join registry.evaluation_period p on p.id = a.period_id
    join registry.evidence_rule r on r.scheme_id = p.scheme_id and r.is_required
        and a.judged & (1::bigint << r.criterion::integer) <> 0 and a.verdict[r.criterion + 1] = 1
    join registry.submission s on s.office_id = a.office_id and s.period_id = a.period_id and s.source = a.source
        and s.number = a.of_numbers[r.criterion + 1] and s.value[r.criterion + 1] is not null
    join registry.criterion c on c.scheme_id = r.scheme_id and c.position = r.criterion
    join registry.office o on o.id = a.office_id
    where registry.proofs_of_item(a.office_id, a.period_id, a.source, s.number, r.criterion) < r.least
    order by o.code collate "C", r.criterion limit 1;
    if lacking is not null then
        raise exception using errcode = 'RK206', message = 'evidence_missing', detail = lacking;
    end if;
    if exists (
        select from added a
        join registry.submission_evidence e on e.office_id = a.office_id and e.period_id = a.period_id
            and e.source = a.source and e.number = a.of_numbers[e.position + 1] and e.person_id = a.reviewer_id
            and a.judged & (1::bigint << e.position::integer) <> 0) then
        perform registry.refuse_constraint('reviewer_brought_no_evidence');
    end if;
    return null;
end
$$;
