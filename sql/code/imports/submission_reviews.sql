-- Owner: pishkhan_commands
-- Checks the confirmed values of a file: that somebody else submitted them, and that they keep the bounds.

-- The rows of a file with values of a source, each beside the newest submission of its office.
create function ranking.landed_items(import_key uuid, scheme_id integer, period_id integer)
returns table (line integer, office_id bigint, source smallint, said bigint, given bigint, judged bigint, known integer)
language sql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    select r.line, o.id, src.position, r.said & src.criteria, r.given & src.criteria, r.judged & src.criteria,
        (select max(b.number) from registry.submission b
         where b.office_id = o.id and b.period_id = landed_items.period_id and b.source = src.position)
    from staging.submission_row r
    join registry.office o on o.code = r.office_code
    join registry.source src on src.scheme_id = landed_items.scheme_id
        and (r.given & src.criteria <> 0 or r.judged & src.criteria <> 0)
    where coalesce(r.import_key = landed_items.import_key and r.made_in = pg_current_xact_id(), false)
$$;

-- The part of a statement that reads the doubtful reviews of a file. Most rows have no fault, so only the others are
-- checked item by item.
create function ranking.doubtful_reviews(criteria_count integer) returns text
language sql immutable set search_path = registry, pg_temp as $function$
    select format($sql$
        select i.*, b.said_in, b.value
        from ranking.landed_items($1, $2, $3) i
        left join registry.submission b on b.office_id = i.office_id and b.period_id = $3 and b.source = i.source
            and b.number = i.known
        where i.judged <> 0
            and (not $4 or b.number is null or i.given & i.judged <> 0 or (%s)
                 or exists (select from registry.submission mine
                            where mine.office_id = i.office_id and mine.period_id = $3 and mine.source = i.source
                                and mine.person_id = $5))
        $sql$, registry.any_index('i.judged & (1::bigint << (%1$s - 1)) <> 0 and b.said_in[%1$s] is null',
        doubtful_reviews.criteria_count))
$function$;

-- Finds confirmed values of items that nobody has submitted, or that the reviewer has submitted.
create function ranking.check_judged_items(import_key uuid, period registry.evaluation_period) returns void
language plpgsql security definer set search_path = registry, pg_temp set jit = off set work_mem = '64MB' as $$
declare
    reviewer integer := registry.actor_person();
begin
    if not exists (select from staging.submission_row r
                   where r.import_key = check_judged_items.import_key and r.made_in = pg_current_xact_id()
                       and r.judged <> 0) then
        return;
    end if;
    execute format($sql$
        with doubtful as materialized (%s)
        insert into staging.finding
        select $1, i.line, true, c.code || '_confirmed',
            case when not $4 then 'review_of_another'
                when said.number is null and i.given & bit.mask = 0 then 'item_not_said'
                else 'reviewer_is_declarer' end, null, null
        from doubtful i
        join registry.criterion c on c.scheme_id = $2
        cross join lateral (select 1::bigint << c.position::integer as mask) bit
        left join registry.submission said on said.office_id = i.office_id and said.period_id = $3
            and said.source = i.source and said.number = i.said_in[c.position + 1]
        left join staging.submission_row r on r.import_key = $1 and r.line = i.line
        where i.judged & bit.mask <> 0
            and (not $4 or said.number is null or said.person_id = $5
                 -- The same row submits the item anew, so that the actor would review his own value.
                 or i.given & bit.mask <> 0 and r.value[c.position + 1] is distinct from i.value[c.position + 1])
        $sql$, ranking.doubtful_reviews(
            (select count(*)::integer from registry.criterion c where c.scheme_id = period.scheme_id)))
    using check_judged_items.import_key, period.scheme_id, period.id, registry.actor_may('review'), reviewer;
end
$$;

-- Finds confirmed values of items that were rejected or corrected and are said again: the working group judges them, by
-- form. An item that is judged and not said again since may be repeated.
create function ranking.check_items_for_the_group(import_key uuid, period registry.evaluation_period) returns void
language sql security definer set search_path = registry, pg_temp set jit = off set work_mem = '64MB' as $$
    insert into staging.finding
    select check_items_for_the_group.import_key, i.line, true, c.code || '_confirmed', 'item_needs_the_group', null, null
    from ranking.landed_items(check_items_for_the_group.import_key, (check_items_for_the_group.period).scheme_id,
        (check_items_for_the_group.period).id) i
    join registry.submission b on b.office_id = i.office_id and b.period_id = (check_items_for_the_group.period).id
        and b.source = i.source and b.number = i.known
    cross join lateral ranking.newest_review(b.office_id, b.period_id, b.source) v
    cross join lateral registry.items_for_the_group(b.office_id, b.period_id, b.source, b.said_in) needed
    join registry.criterion c on c.scheme_id = (check_items_for_the_group.period).scheme_id
        and i.judged & needed & (1::bigint << c.position::integer) <> 0
        and v.of_numbers[c.position + 1] is distinct from b.said_in[c.position + 1]
    -- An office that has said nothing again has no such item.
    where i.judged <> 0 and i.known > 1
$$;

-- True if a row of the file confirms one of two items without the other. If it confirms both, they were compared when
-- it was read.
create function ranking.confirms_one_of(import_key uuid, small_bit bigint, large_bit bigint) returns boolean
language plpgsql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    return exists (
        select from staging.submission_row r
        where r.import_key = confirms_one_of.import_key and r.made_in = pg_current_xact_id()
            and (r.judged & confirms_one_of.small_bit <> 0) <> (r.judged & confirms_one_of.large_bit <> 0));
end
$$;

-- Finds confirmed values above another that bounds them. For each the value that would count is compared: the one that
-- the row confirms, else the corrected one, else the submitted one. The finding is at a value that the row confirms,
-- and names the other.
create function ranking.check_confirmed_bounds(import_key uuid, period registry.evaluation_period) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    k record;
begin
    for k in select * from ranking.bounds_of_scheme(period.scheme_id) loop
        continue when not ranking.confirms_one_of(check_confirmed_bounds.import_key, k.small_bit, k.large_bit);
        insert into staging.finding
        select check_confirmed_bounds.import_key, r.line, true,
            case when confirms.small then k.small_code else k.large_code end || '_confirmed',
            case when confirms.small then 'value_above_another' else 'value_below_another' end,
            case when confirms.small then r.confirmed[k.small] else r.confirmed[k.large] end::text,
            case when confirms.small then k.large_title else k.small_title end
        from staging.submission_row r
        cross join lateral (select r.judged & k.small_bit <> 0, r.judged & k.large_bit <> 0) confirms (small, large)
        join registry.office o on o.code = r.office_code
        cross join lateral ranking.newest_submission(o.id, period.id, k.source) b
        left join lateral ranking.newest_review(o.id, period.id, k.source) v on true
        cross join lateral (select case when confirms.small then k.large else k.small end as index) other
        cross join lateral (
            select case when v.verdict[other.index] = 2 and v.of_numbers[other.index] = b.said_in[other.index]
                    then v.value[other.index]
                when v.verdict[other.index] in (3, 4) and v.of_numbers[other.index] = b.said_in[other.index] then null
                else b.value[other.index] end as value
        ) counting
        where r.import_key = check_confirmed_bounds.import_key and r.made_in = pg_current_xact_id()
            and confirms.small <> confirms.large
            and case when confirms.small then r.confirmed[k.small] > counting.value
                else counting.value > r.confirmed[k.large] end;
    end loop;
end
$$;
