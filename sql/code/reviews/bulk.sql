-- Owner: pishkhan_commands
-- Bulk confirmation: one act for items whose value is the one confirmed in the office's last half-year.

-- For each scheme of an earlier half-year, the items of a source and their places there. In another scheme only a count
-- and a yes or no mean the same by the same code.
create function ranking.kept_criteria(reviewed registry.source)
returns table (earlier_scheme integer, index integer, earlier_index integer, within integer)
language sql stable security definer set search_path = registry, pg_temp as $$
    select e.scheme_id, c.position + 1, e.position + 1,
        case when c.value_type in ('count', 'decimal') then reviewed.unchanged_within end
    from registry.criterion c
    join registry.criterion e on e.code = c.code and e.value_type = c.value_type
        and (e.scheme_id = c.scheme_id or c.value_type in ('count', 'yes_no'))
    where c.scheme_id = reviewed.scheme_id and c.source = reviewed.code
$$;

-- The confirmed values of each office of a province in its last half-year before a day.
create function ranking.confirmed_before(province_id integer, day date)
returns table (office_id bigint, scheme_id integer, confirmed_value bigint[])
language sql stable security definer set search_path = registry, pg_temp as $$
    select distinct on (f.office_id) f.office_id, p.scheme_id,
        -- A rejected item has no confirmed value.
        f.confirmed_value
    from registry.evaluation_period p
    join registry.census_fact f on f.census_id = p.census_id
    where p.last_on < confirmed_before.day and p.state not in ('planned', 'open')
        and f.province_id = confirmed_before.province_id and f.took_part
    order by f.office_id, p.last_on desc, f.number desc
$$;

-- The waiting items of a province that are unchanged, as masks: neither of the actor's own person, nor for the working
-- group. Oldest first.
create function ranking.unchanged_items(period registry.evaluation_period, reviewed registry.source, province_id integer)
returns table (office_id bigint, items bigint)
language sql stable security definer set search_path = registry, pg_temp
set jit = off set work_mem = '64MB' as $$
    with newest as materialized (
        select s.office_id, s.number, s.submitted_at, s.value, s.said_in from registry.submission s
        where s.period_id = (unchanged_items.period).id and s.source = (reviewed).position
            and s.province_id = unchanged_items.province_id
            and not exists (
                select from registry.submission n where n.office_id = s.office_id and n.period_id = s.period_id
                    and n.source = s.source and n.number = s.number + 1)
    ), judged as materialized (
        select r.office_id, r.of_numbers from registry.review r
        where r.period_id = (unchanged_items.period).id and r.source = (reviewed).position
            and r.province_id = unchanged_items.province_id
            and not exists (
                select from registry.review n where n.office_id = r.office_id and n.period_id = r.period_id
                    and n.source = r.source and n.number = r.number + 1)
    ), kept as materialized (
        select * from ranking.kept_criteria(unchanged_items.reviewed)
    )
    select b.office_id, bit_or(1::bigint << (k.index - 1))
    from newest b
    join ranking.confirmed_before(unchanged_items.province_id, (unchanged_items.period).first_on) f
        on f.office_id = b.office_id
    join kept k on k.earlier_scheme = f.scheme_id
    left join judged v on v.office_id = b.office_id
    join registry.submission origin on origin.office_id = b.office_id
        and origin.period_id = (unchanged_items.period).id and origin.source = (reviewed).position
        and origin.number = b.said_in[k.index]
    where v.of_numbers[k.index] is distinct from b.said_in[k.index]
        and abs(b.value[k.index] - f.confirmed_value[k.earlier_index]) * 100
            <= coalesce(k.within, 0) * abs(f.confirmed_value[k.earlier_index])
        and origin.person_id <> registry.actor_person()
        and not (b.number > 1 and v.office_id is not null and registry.items_for_the_group(
            b.office_id, (unchanged_items.period).id, (reviewed).position, b.said_in) & (1::bigint << (k.index - 1)) <> 0)
    group by b.office_id, b.submitted_at
    order by b.submitted_at, b.office_id
$$;

-- The part of a statement that reads chosen offices with the items to confirm, in the form of a file's rows.
create function ranking.confirming_rows(criteria_count integer) returns text
language sql immutable as $function$
    select format($sql$
        select r.line, b.value as confirmed, null::text as given_reason, b.office_id, b.province_id, b.source,
            b.value as declared, b.said_in, v.number as known, v.verdict, v.value, v.reason, v.of_numbers, %s as news
        from (
            select c.line::integer, c.office_id, c.judged, s.value as confirmed
            from unnest($1::bigint[], $2::bigint[]) with ordinality c (office_id, judged, line)
            cross join lateral ranking.newest_submission(c.office_id, $3, $7::smallint) s
        ) r
        cross join (select -1::bigint as criteria) src
        cross join lateral ranking.newest_submission(r.office_id, $3, $7::smallint) b
        left join lateral ranking.newest_review(r.office_id, $3, $7::smallint) v on true
        $sql$, ranking.review_news(confirming_rows.criteria_count))
$function$;

-- Confirms the unchanged items of a province, of so many offices at most, the oldest first. Returns how many it
-- confirmed, and how many offices remain.
create function ranking.confirm_unchanged(
    half_year text, province text, source text, office_limit integer,
    out offices integer, out items integer, out remaining integer
)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    reviewed registry.source;
    place integer;
    revision bigint;
    statement text;
    chosen bigint[];
    masks bigint[];
    lines integer[];
    has_more boolean;
begin
    perform ranking.require_permission('review');
    period := ranking.period_under_review(confirm_unchanged.half_year);
    reviewed := ranking.source_of_scheme(period.scheme_id, confirm_unchanged.source);
    place := ranking.known_province(confirm_unchanged.province);
    if place <> all (registry.actor_provinces()) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    select coalesce(array_agg(u.office_id order by u.line) filter (where u.line <= confirm_unchanged.office_limit), '{}'),
        coalesce(array_agg(u.items order by u.line) filter (where u.line <= confirm_unchanged.office_limit), '{}'),
        (count(*) filter (where u.line > confirm_unchanged.office_limit))::integer
    into chosen, masks, remaining
    from ranking.unchanged_items(period, reviewed, place) with ordinality u (office_id, items, line);
    offices := cardinality(chosen);
    items := (select coalesce(sum(bit_count(m::bit(64))), 0) from unnest(masks) m);
    if offices = 0 then
        return;
    end if;
    revision := ranking.next_revision();
    statement := ranking.storing_reviews((select count(*)::integer from registry.criterion c
        where c.scheme_id = period.scheme_id), ranking.confirming_rows((
            select count(*)::integer from registry.criterion c where c.scheme_id = period.scheme_id)));
    loop
        execute statement into lines, has_more
        using chosen, masks, period.id, revision, registry.actor(), registry.actor_person(), reviewed.position,
            null::bigint;
        exit when has_more is not true;
    end loop;
    perform registry.record_act('review', period.half_year, null, jsonb_build_object('bulk', true,
        'province', confirm_unchanged.province, 'source', reviewed.code, 'revision', revision, 'offices', offices,
        'items', items));
end
$$;
grant execute on function ranking.confirm_unchanged(text, text, text, integer) to pishkhan_app;
