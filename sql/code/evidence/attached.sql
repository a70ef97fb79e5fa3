-- Owner: pishkhan_commands
-- Attaches evidence to what was said, and finds what lacks evidence. The guards of `submission_evidence` judge.

-- Attaches items of evidence, each to the criterion beside it, to a submission of an office, in the transaction that
-- made it or later. The same again changes nothing. The caller records the act.
create function ranking.attach_evidence(
    office_id bigint, period_id integer, source smallint, number integer, criteria text[], evidence bigint[]
) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    attached integer;
    unknown text;
begin
    perform ranking.require_permission('attach_evidence');
    select given.evidence::text into unknown
    from unnest(attach_evidence.evidence) given (evidence)
    where not exists (select from registry.evidence e
                      where e.id = given.evidence and e.office_id = attach_evidence.office_id) limit 1;
    if unknown is not null then
        raise exception using errcode = 'RK615', message = 'unknown_evidence', detail = unknown;
    end if;
    select given.criterion into unknown
    from registry.evaluation_period p cross join unnest(attach_evidence.criteria) given (criterion)
    where p.id = attach_evidence.period_id and not exists (
        select from registry.criterion c where c.scheme_id = p.scheme_id and c.code = given.criterion) limit 1;
    if unknown is not null then
        raise exception using errcode = 'RK618', message = 'unknown_criterion', detail = unknown;
    end if;
    insert into registry.submission_evidence (office_id, period_id, source, number, position, evidence_id, province_id,
        actor_id, person_id)
    -- An item that an earlier submission said has its evidence there.
    select s.office_id, s.period_id, s.source, coalesce(s.said_in[c.position + 1], s.number), c.position,
        given.evidence, s.province_id, registry.actor(), registry.actor_person()
    from registry.submission s
    join registry.evaluation_period p on p.id = s.period_id
    cross join unnest(attach_evidence.criteria, attach_evidence.evidence) given (criterion, evidence)
    join registry.criterion c on c.scheme_id = p.scheme_id and c.code = given.criterion
    where s.office_id = attach_evidence.office_id and s.period_id = attach_evidence.period_id
        and s.source = attach_evidence.source and s.number = attach_evidence.number
    on conflict do nothing;
    get diagnostics attached = row_count;
    return attached;
end
$$;

-- The evidence of an office that the rules of a half-year accept: for each criterion the newest, as many as its rule
-- takes.
create function ranking.fitting_evidence(office_id bigint, period_id integer)
returns table (criterion text, evidence bigint, issued_on date)
language sql stable security definer set search_path = registry, pg_temp as $$
    select f.code, f.id, f.issued_on
    from (
        select c.code, e.id, e.issued_on, r.most,
            row_number() over (partition by r.criterion order by e.issued_on desc, e.id desc) as place
        from registry.evaluation_period p
        join registry.evidence_rule r on r.scheme_id = p.scheme_id
        join registry.criterion c on c.scheme_id = r.scheme_id and c.position = r.criterion
        join registry.evidence e on e.office_id = fitting_evidence.office_id and e.criterion = c.code
        where p.id = fitting_evidence.period_id and registry.evidence_fits(r.kinds, r.oldest_days, r.oldest_months,
            e.kind, e.issued_on, e.valid_until, e.erased_at, p.census_on)
    ) f
    where f.place <= f.most
    order by f.code collate "C", f.place
$$;

-- Attaches all the evidence of an office that fits to the items that a submission says, and returns how much it is. To
-- be called after the submission, in its transaction, which records the act.
create function ranking.attach_known_evidence(
    office_id bigint, period_id integer, source smallint, number integer
) returns integer
language sql security definer set search_path = registry, pg_temp as $$
    select coalesce((select ranking.attach_evidence(attach_known_evidence.office_id, attach_known_evidence.period_id,
        attach_known_evidence.source, attach_known_evidence.number,
        array_agg(f.criterion order by f.evidence), array_agg(f.evidence order by f.evidence))
    from registry.submission s
    join registry.evaluation_period p on p.id = s.period_id
    cross join ranking.fitting_evidence(attach_known_evidence.office_id, attach_known_evidence.period_id) f
    join registry.criterion c on c.scheme_id = p.scheme_id and c.code = f.criterion
    where s.office_id = attach_known_evidence.office_id and s.period_id = attach_known_evidence.period_id
        and s.source = attach_known_evidence.source and s.number = attach_known_evidence.number
        and s.said & (1::bigint << c.position::integer) <> 0 and s.value[c.position + 1] is not null
    having count(*) > 0), 0)
$$;

-- The items that an office has said in a half-year without the evidence that their rules require.
create function ranking.missing_evidence(office_id bigint, period_id integer)
returns table (source smallint, criterion text, kinds text[], needed smallint, found integer, oldest_days integer,
    oldest_months integer)
language sql stable security definer set search_path = registry, pg_temp as $$
    select s.source, c.code, r.kinds, r.least, proofs.found, r.oldest_days, r.oldest_months
    from registry.evaluation_period p
    join registry.evidence_rule r on r.scheme_id = p.scheme_id and r.is_required
    join registry.criterion c on c.scheme_id = r.scheme_id and c.position = r.criterion
    join registry.source o on o.scheme_id = p.scheme_id and o.code = c.source
    cross join lateral ranking.newest_submission(missing_evidence.office_id, p.id, o.position) s
    cross join lateral registry.proofs_of_item(s.office_id, s.period_id, s.source, s.said_in[r.criterion + 1],
        r.criterion) proofs (found)
    where p.id = missing_evidence.period_id and s.value[r.criterion + 1] is not null and proofs.found < r.least
    order by r.criterion
$$;

-- Refuses a reader of an office's evidence without the permission, and one to whom the office is unknown.
create function ranking.require_evidence_reader(office_code text) returns bigint
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    office registry.office;
begin
    perform ranking.require_permission('read_evidence');
    office := ranking.known_office(require_evidence_reader.office_code);
    return office.id;
end
$$;
grant execute on function ranking.require_evidence_reader(text) to pishkhan_app;

-- The same for an office and a half-year by their names, in the actor's scope.
create function ranking.missing_evidence_of(office_code text, half_year text)
returns table (criterion text, kinds text[], needed smallint, found integer, oldest_days integer, oldest_months integer)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select m.criterion, m.kinds, m.needed, m.found, m.oldest_days, m.oldest_months
    from ranking.missing_evidence(ranking.require_evidence_reader(missing_evidence_of.office_code),
        ranking.period_of_evidence(missing_evidence_of.half_year)) m;
end
$$;
grant execute on function ranking.missing_evidence_of(text, text) to pishkhan_app;

create function ranking.period_of_evidence(half_year text) returns integer
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    known integer;
begin
    select p.id into known from registry.evaluation_period p where p.half_year = period_of_evidence.half_year;
    if known is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = period_of_evidence.half_year;
    end if;
    return known;
end
$$;

-- Attaches items of evidence to what their office has said of their criteria, as one act; returns how many are new.
create function ranking.support_items(half_year text, office_code text, evidence bigint[]) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period integer;
    office registry.office;
    attached integer := 0;
    part record;
begin
    perform ranking.require_permission('attach_evidence');
    office := ranking.known_office(support_items.office_code);
    period := ranking.period_of_evidence(support_items.half_year);
    if exists (select from unnest(support_items.evidence) given (id)
               where not exists (select from registry.evidence e where e.id = given.id and e.office_id = office.id)) then
        raise exception using errcode = 'RK615', message = 'unknown_evidence',
            detail = array_to_string(support_items.evidence, ', ');
    end if;
    for part in
        select s.source, s.number, array_agg(e.criterion order by e.id) as criteria,
            array_agg(e.id order by e.id) as evidence
        from registry.evidence e
        join registry.evaluation_period p on p.id = period
        left join registry.criterion c on c.scheme_id = p.scheme_id and c.code = e.criterion
        left join registry.source o on o.scheme_id = p.scheme_id and o.code = c.source
        left join lateral ranking.newest_submission(office.id, period, o.position) s on true
        where e.id = any (support_items.evidence)
        group by s.source, s.number
    loop
        if part.number is null then
            perform registry.refuse_constraint('evidence_supports_what_was_said');
        end if;
        attached := attached + ranking.attach_evidence(
            office.id, period, part.source, part.number, part.criteria, part.evidence);
    end loop;
    if attached > 0 then
        perform registry.record_act('attach_evidence', support_items.half_year, null,
            jsonb_build_object('office', office.code, 'evidence', support_items.evidence));
    end if;
    return attached;
end
$$;
grant execute on function ranking.support_items(text, text, bigint[]) to pishkhan_app;
