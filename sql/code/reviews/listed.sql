-- Owner: pishkhan_commands
-- The work list of reviewers: items without a verdict, and items that were said again since.

-- The waiting items of each office and source, by their places. The row security of both tables holds.
create function ranking.waiting_items(period_id integer, province_id integer, source text)
returns table (office_id bigint, province_id integer, source smallint, source_code text, number integer,
    waits_since timestamptz, indices integer[], reopened boolean[])
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    with newest as materialized (
        select s.office_id, s.province_id, s.source, c.code, s.number, s.submitted_at, s.value, s.said_in
        from registry.submission s
        join registry.evaluation_period p on p.id = s.period_id
        join registry.source c on c.scheme_id = p.scheme_id and c.position = s.source and c.review <> 'none'
        where s.period_id = waiting_items.period_id
            and (waiting_items.province_id is null or s.province_id = waiting_items.province_id)
            and (waiting_items.source is null or c.code = waiting_items.source)
            and not exists (
                select from registry.submission n where n.office_id = s.office_id and n.period_id = s.period_id
                    and n.source = s.source and n.number = s.number + 1)
    ), judged as materialized (
        select r.office_id, r.source, r.of_numbers from registry.review r
        where r.period_id = waiting_items.period_id
            and (waiting_items.province_id is null or r.province_id = waiting_items.province_id)
            and not exists (
                select from registry.review n where n.office_id = r.office_id and n.period_id = r.period_id
                    and n.source = r.source and n.number = r.number + 1)
    ), open as (
        select s.*, w.indices, w.reopened
        from newest s
        left join judged v on v.office_id = s.office_id and v.source = s.source
        cross join lateral (
            select array_agg(index order by index) as indices,
                array_agg(v.of_numbers[index] is not null order by index) as reopened
            from generate_subscripts(s.value, 1) index
            where s.value[index] is not null and v.of_numbers[index] is distinct from s.said_in[index]
        ) w
        where w.indices is not null
    )
    select o.office_id, o.province_id, o.source, o.code, o.number,
        case when o.number = 1 then o.submitted_at else (
            select min(e.submitted_at) from registry.submission e
            where e.office_id = o.office_id and e.period_id = waiting_items.period_id and e.source = o.source
                and e.number = any (array(select o.said_in[index] from unnest(o.indices) index))) end,
        o.indices, o.reopened
    from open o
$$;

-- The last day on which an office may be reviewed: of the windows that apply to it, else the period's closing day.
create function ranking.review_deadline(period_id integer, province_id integer, office_id bigint) returns date
language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce(
        case when bool_or(w.province_id is null) then max(w.closes_on) filter (
            where (w.province_id is null or w.province_id = review_deadline.province_id)
                and (w.office_id is null or w.office_id = review_deadline.office_id)) end,
        (select s.closes_on from registry.period_schedule s where s.period_id = review_deadline.period_id))
    from registry.submission_window w
    where w.period_id = review_deadline.period_id and w.activity = 'review'
$$;

-- A half-year whose facts the actor may read.
create function ranking.period_to_review(half_year text) returns registry.evaluation_period
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    perform ranking.require_permission('read_facts');
    select * into period from registry.evaluation_period p where p.half_year = period_to_review.half_year;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = period_to_review.half_year;
    end if;
    return period;
end
$$;

-- A page of the work list, oldest first, after the key of a row; instants are in microseconds.
create function ranking.review_list(
    half_year text, province text, source text, office text, after_instant bigint, after_office text,
    after_source text, page_size integer
)
returns table (province_code text, office_code text, source_code text, number integer, waits_since timestamptz,
    sort_instant bigint, deadline date, criteria text[], declared_value bigint[], reopened boolean[],
    for_group boolean[], is_own boolean)
language plpgsql stable security definer set search_path = registry, pg_temp set jit = off as $$
#variable_conflict use_column
declare
    period registry.evaluation_period := ranking.period_to_review(review_list.half_year);
    place integer := case when review_list.province is not null then ranking.known_province(review_list.province) end;
begin
    return query
    with listed as (
        select w.*, o.code, (extract(epoch from w.waits_since) * 1000000)::bigint as instant
        from ranking.waiting_items(period.id, place, review_list.source) w
        join registry.office o on o.id = w.office_id
        where review_list.office is null or o.code = review_list.office
    ), page as (
        select * from listed l
        where review_list.after_instant is null
            or (l.instant, l.code collate "C", l.source_code collate "C")
                > (review_list.after_instant, review_list.after_office collate "C", review_list.after_source collate "C")
        order by l.instant, l.code collate "C", l.source_code collate "C"
        limit review_list.page_size
    )
    select v.code, l.code, l.source_code, l.number, l.waits_since, l.instant,
        ranking.review_deadline(period.id, l.province_id, l.office_id),
        array(select c.code from unnest(l.indices) index
              join registry.criterion c on c.scheme_id = period.scheme_id and c.position = index - 1 order by index),
        array(select s.value[index] from unnest(l.indices) index order by index),
        l.reopened,
        array(select needed & (1::bigint << (index - 1)) <> 0 from unnest(l.indices) index order by index),
        exists (select from registry.submission e
                where e.office_id = l.office_id and e.period_id = period.id and e.source = l.source
                    and e.person_id = registry.actor_person()
                    and e.number = any (array(select s.said_in[index] from unnest(l.indices) index)))
    from page l
    join registry.province v on v.id = l.province_id
    join registry.submission s on s.office_id = l.office_id and s.period_id = period.id and s.source = l.source
        and s.number = l.number
    cross join lateral registry.items_for_the_group(l.office_id, period.id, l.source, s.said_in) needed
    order by l.instant, l.code collate "C", l.source_code collate "C";
end
$$;
grant execute on function ranking.review_list(text, text, text, text, bigint, text, text, integer) to pishkhan_app;

-- How many offices and items of each province wait for a verdict, and since when the oldest does.
create function ranking.review_counts(half_year text)
returns table (province_code text, offices bigint, items bigint, reopened bigint, waits_since timestamptz)
language plpgsql stable security definer set search_path = registry, pg_temp set jit = off as $$
#variable_conflict use_column
declare
    period registry.evaluation_period := ranking.period_to_review(review_counts.half_year);
begin
    return query
    select v.code, count(distinct w.office_id), sum(cardinality(w.indices))::bigint,
        sum(cardinality(array_positions(w.reopened, true)))::bigint, min(w.waits_since)
    from ranking.waiting_items(period.id, null, null) w join registry.province v on v.id = w.province_id
    group by v.code order by v.code;
end
$$;
grant execute on function ranking.review_counts(text) to pishkhan_app;
