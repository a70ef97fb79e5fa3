-- Owner: pishkhan_owner
-- The obstacles to a step of a half-year. The owner of the tables owns this, because it must see every province.

-- The offices that may take part in a half-year, and whether they did.
create function ranking.participants(period_id integer)
returns table (office_id bigint, province_id integer, took_part boolean)
language sql stable set search_path = registry, pg_temp set enable_nestloop = off set jit = off as $$
    with declared as (
        select distinct on (s.office_id) s.office_id, not s.is_withdrawn as stands
        from registry.submission s
        join registry.evaluation_period p on p.id = s.period_id
        join registry.source o on o.scheme_id = p.scheme_id and o.position = s.source and o.is_declaration
        where s.period_id = participants.period_id
        order by s.office_id, s.number desc
    )
    select o.id, o.province_id, coalesce(d.stands, false)
    from registry.office o
    join registry.evaluation_period p on p.id = participants.period_id
    left join declared d on d.office_id = o.id
    left join registry.sanctioned_offices((
        select e.census_on from registry.evaluation_period e where e.id = participants.period_id)) s on s.office_id = o.id
    where o.state = 'active' and s.state is null and coalesce(o.expires_on >= p.census_on, true) or d.stands
$$;

-- For every source other than the declaration: how many offices took part, and how many of them have its values.
create function ranking.source_counts(period_id integer)
returns table (source text, participants bigint, with_value bigint)
language sql stable set search_path = registry, pg_temp set enable_nestloop = off set jit = off as $$
    with taking_part as materialized (
        select p.office_id from ranking.participants(source_counts.period_id) p where p.took_part
    ), given as (
        select distinct on (s.office_id, s.source) s.office_id, s.source, s.is_withdrawn
        from registry.submission s
        where s.period_id = source_counts.period_id
        order by s.office_id, s.source, s.number desc
    )
    select o.code, (select count(*) from taking_part), count(t.office_id)
    from registry.evaluation_period p
    join registry.source o on o.scheme_id = p.scheme_id and not o.is_declaration and o.criteria > 0
    left join given g on g.source = o.position and not g.is_withdrawn
    left join taking_part t on t.office_id = g.office_id
    where p.id = source_counts.period_id
    group by o.code
$$;

-- The offices that a decision in force releases from taking part.
create function ranking.released_offices(period_id integer) returns table (office_id bigint)
language sql stable set search_path = registry, pg_temp as $$
    select r.office_id from registry.release r
    where r.period_id = released_offices.period_id and r.ended_at is null and r.office_id is not null
    union
    select o.id from registry.release r join registry.office o on o.province_id = r.province_id
    where r.period_id = released_offices.period_id and r.ended_at is null and r.office_id is null
$$;

-- Finds whether no office took part, or fewer than expected.
create function ranking.participation_obstacles(period_id integer) returns table (code text, detail text)
language sql stable set search_path = registry, pg_temp set enable_nestloop = off set jit = off as $$
    with office as materialized (
        select * from ranking.participants(participation_obstacles.period_id)
    ), declared as (
        select count(*) filter (where o.took_part) as now from office o
    ), earlier as (
        select count(*) filter (where c.took_part) as before from registry.census_office c
        where c.census_id = (
            select e.census_id from registry.evaluation_period e
            join registry.evaluation_period p on p.id = participation_obstacles.period_id
            where e.last_on < p.first_on and e.census_id is not null order by e.last_on desc limit 1)
    ), silent as (
        select string_agg(p.code, ' ' order by p.code) as codes
        from (
            select o.province_id from office o
            left join ranking.released_offices(participation_obstacles.period_id) r on r.office_id = o.office_id
            group by o.province_id
            -- A province in which all offices are released may be silent.
            having not bool_or(o.took_part) and bool_or(r.office_id is null)
        ) s join registry.province p on p.id = s.province_id
    )
    select 'nobody_declared', '' from declared d where d.now = 0
    union all
    select 'fewer_declared', d.now || '/' || e.before from declared d, earlier e where d.now > 0 and d.now * 2 < e.before
    union all
    select 'province_silent', s.codes from declared d, silent s where d.now > 0 and s.codes is not null
$$;

-- Sources without a value for more than one in twenty of the offices that took part.
create function ranking.source_obstacles(period_id integer) returns table (code text, detail text)
language sql stable set search_path = registry, pg_temp as $$
    select 'source_missing', c.source || ' ' || (c.participants - c.with_value) || '/' || c.participants
    from ranking.source_counts(source_obstacles.period_id) c
    where (c.participants - c.with_value) * 20 > c.participants
    order by c.source
$$;

-- Sources that must be reviewed, and the number of offices with a submitted item without a verdict.
create function ranking.review_obstacles(period_id integer) returns table (code text, detail text)
language sql stable set search_path = registry, pg_temp set enable_nestloop = off set jit = off as $$
    with newest as (
        select distinct on (s.office_id, s.source) s.office_id, s.source, o.code as source_code, s.value, s.said_in
        from registry.submission s
        join registry.evaluation_period p on p.id = s.period_id
        join registry.source o on o.scheme_id = p.scheme_id and o.position = s.source and o.review = 'required'
        where s.period_id = review_obstacles.period_id
        order by s.office_id, s.source, s.number desc
    ), reviewed as (
        select distinct on (r.office_id, r.source) r.office_id, r.source, r.verdict, r.of_numbers
        from registry.review r
        where r.period_id = review_obstacles.period_id
        order by r.office_id, r.source, r.number desc
    )
    select 'item_not_reviewed', s.source_code || ' ' || count(*)
    from newest s left join reviewed v using (office_id, source)
    where exists (
        select from generate_subscripts(s.value, 1) index
        where s.value[index] is not null
            and (v.verdict[index] is null or v.of_numbers[index] is distinct from s.said_in[index]))
    group by s.source_code
$$;

-- The provinces with offices that may take part, whose facts the working group has not approved as they are now; only if
-- the scheme requires its approval.
create function ranking.approval_obstacles(period_id integer) returns table (code text, detail text)
language sql stable set search_path = registry, pg_temp as $$
    select 'approval_missing', string_agg(v.code, ' ' order by v.code)
    from registry.evaluation_period p
    join registry.scheme s on s.id = p.scheme_id and s.approval = 'required'
    cross join lateral registry.approval_states(p.id) a
    join registry.province v on v.id = a.province_id
    where p.id = approval_obstacles.period_id and a.state <> 'whole'
        and a.province_id in (select o.province_id from ranking.participants(p.id) o)
    having count(*) > 0
$$;

-- Finds windows that are still open when the period closes, and windows that ended before the period opened, so that
-- their offices could never use them.
create function ranking.window_obstacles(period_id integer, at timestamptz) returns table (code text, detail text)
language sql stable set search_path = registry, pg_temp as $$
    with ends as (
        select w.activity, max(w.closes_on) as closes_on,
            max(w.closes_on) filter (where w.province_id is null) as closes_to_country
        from registry.submission_window w
        join registry.evaluation_period p on p.id = w.period_id
        where w.period_id = window_obstacles.period_id
            -- A window of a source that only another, planned scheme had concerns no office.
            and (w.activity = 'review' or exists (
                select from registry.source o where o.scheme_id = p.scheme_id and o.code = w.activity))
        group by w.activity
    ), opened as (
        select min(a.recorded_at) as at from registry.act a
        join registry.evaluation_period p on p.id = window_obstacles.period_id and p.half_year = a.subject
        where a.kind = 'open_period'
    )
    select 'window_still_open', e.activity || ' ' || e.closes_on from ends e
    where registry.start_of_day(e.closes_on + 1) > window_obstacles.at
    union all
    select 'window_never_open', e.activity || ' ' || e.closes_to_country from ends e, opened o
    where registry.start_of_day(e.closes_to_country + 1) <= o.at
$$;

-- Finds a later half-year that is published: an earlier one that is opened or published now is never in force.
create function ranking.order_obstacles(period_id integer) returns table (code text, detail text)
language sql stable set search_path = registry, pg_temp as $$
    select 'older_half_year', max(later.half_year) from registry.evaluation_period p
    join registry.evaluation_period later on later.first_on > p.last_on and later.state = 'published'
    where p.id = order_obstacles.period_id having count(*) > 0
$$;

-- Finds a preview that has not lasted its days, and appeals that are not decided. A scheme may publish with undecided
-- appeals, which are flagged; those that silence upholds change facts first.
create function ranking.appeal_obstacles(period_id integer, at timestamptz) returns table (code text, detail text)
language sql stable set search_path = registry, pg_temp as $$
    with heard as (
        select p.census_id, p.shown_at, r.* from registry.evaluation_period p
        join registry.appeal_rule r on r.scheme_id = p.scheme_id where p.id = appeal_obstacles.period_id
    ), undecided as (
        select h.undecided, h.silence, registry.start_of_day(a.decide_by + 1) <= appeal_obstacles.at as is_overdue
        from heard h join registry.appeal a on a.census_id = h.census_id and a.withdrawn_at is null
        where not exists (select from registry.appeal_decision d where d.appeal_id = a.id)
    )
    select 'preview_too_short', coalesce(registry.day_after(h.shown_at, h.preview_days)::text, '-') from heard h
    where h.shown_at is null
        or registry.start_of_day(registry.day_after(h.shown_at, h.preview_days + 1)) > appeal_obstacles.at
    union all
    select 'appeal_undecided', count(*)::text from undecided u
    where case when u.is_overdue and u.silence <> 'none' then u.silence = 'upheld' else u.undecided = 'block' end
    having count(*) > 0
$$;

-- All obstacles to a step, whether two persons may overrule each, and whether they have.
create function ranking.step_obstacles(period_id integer, step text)
returns table (code text, detail text, may_be_overruled boolean, is_overruled boolean)
language sql stable set search_path = registry, pg_temp as $$
    with found (code, detail, may_be_overruled) as (
        select w.*, false from ranking.window_obstacles(step_obstacles.period_id, clock_timestamp()) w
        where step_obstacles.step = 'close'
        union all
        select o.*, true from ranking.participation_obstacles(step_obstacles.period_id) o
        where step_obstacles.step = 'close'
        union all
        select s.*, true from ranking.source_obstacles(step_obstacles.period_id) s where step_obstacles.step = 'close'
        union all
        select r.*, true from ranking.review_obstacles(step_obstacles.period_id) r where step_obstacles.step = 'close'
        union all
        select a.*, true from ranking.approval_obstacles(step_obstacles.period_id) a where step_obstacles.step = 'close'
        union all
        select 'run_reads_older_facts', r.id::text, false
        from registry.evaluation_period p join registry.run r on r.id = p.run_id and (
            r.census_id <> p.census_id or r.facts_revision < ranking.facts_revision(p.census_id))
        where step_obstacles.step = 'publish' and p.id = step_obstacles.period_id
        union all
        select a.*, false from ranking.appeal_obstacles(step_obstacles.period_id, registry.current_instant()) a
        where step_obstacles.step = 'publish'
        union all
        select l.*, true from ranking.order_obstacles(step_obstacles.period_id) l
        where step_obstacles.step in ('open', 'publish')
    )
    select f.code, f.detail, f.may_be_overruled,
        f.may_be_overruled and exists (
            select from registry.step_overrule v
            where v.period_id = step_obstacles.period_id and v.step = step_obstacles.step and v.code = f.code
                and v.detail = f.detail and v.confirmed_by is not null)
    from found f
$$;

-- The same for accounts that read the facts of the whole country, with the persons who overruled it; null means the
-- next step.
create function ranking.obstacles_of(half_year text, step text)
returns table (step_name text, code text, detail text, may_be_overruled boolean, is_overruled boolean, overrule integer,
    reason text, made_by text, confirmed_by text)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    asked text;
begin
    perform ranking.require_national('read_facts');
    select * into period from registry.evaluation_period p where p.half_year = obstacles_of.half_year;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = obstacles_of.half_year;
    end if;
    asked := coalesce(obstacles_of.step, case period.state when 'planned' then 'open' when 'open' then 'close'
        when 'closed' then 'rank' when 'ranked' then 'publish' when 'preview' then 'publish' end);
    return query
    select asked, o.code, o.detail, o.may_be_overruled, o.is_overruled, v.id, v.reason, m.name, c.name
    from ranking.step_obstacles(period.id, asked) o
    left join registry.step_overrule v on v.period_id = period.id and v.step = asked and v.code = o.code
        and v.detail = o.detail
    left join registry.account m on m.id = v.made_by
    left join registry.account c on c.id = v.confirmed_by
    order by o.code, o.detail;
end
$$;
grant execute on function ranking.obstacles_of(text, text) to pishkhan_app;

-- Refuses a step with obstacles that are not overruled, and lists all of them: `code: detail`, one a line.
create function ranking.require_no_obstacle(period_id integer, step text) returns void
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    found text;
begin
    select string_agg(o.code || ': ' || o.detail, E'\n' order by o.code, o.detail) into found
    from ranking.step_obstacles(require_no_obstacle.period_id, require_no_obstacle.step) o where not o.is_overruled;
    if found is not null then
        raise exception using errcode = 'RK113', message = 'step_has_obstacles', detail = found;
    end if;
end
$$;

-- One person overrules a present obstacle and gives the reason. The overrule holds once another person confirms it.
create function ranking.overrule_step(half_year text, step text, code text, detail text, reason text) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    new_overrule integer;
begin
    perform ranking.require_national('overrule_step');
    if coalesce(trim(overrule_step.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    period := ranking.locked_period(overrule_step.half_year);
    if not exists (
        select from ranking.step_obstacles(period.id, overrule_step.step) o
        where o.code = overrule_step.code and o.detail = overrule_step.detail and o.may_be_overruled) then
        raise exception using errcode = 'RK115', message = 'no_such_obstacle',
            detail = overrule_step.code || ': ' || overrule_step.detail;
    end if;
    insert into registry.step_overrule (period_id, step, code, detail, reason, made_by, maker)
    values (period.id, overrule_step.step, overrule_step.code, overrule_step.detail, trim(overrule_step.reason),
        registry.actor(), registry.person_of(registry.actor()))
    returning id into new_overrule;
    perform registry.record_act('overrule_step', period.half_year, trim(overrule_step.reason),
        jsonb_build_object('overrule', new_overrule, 'step', overrule_step.step, 'code', overrule_step.code,
            'detail', overrule_step.detail));
    return new_overrule;
end
$$;
grant execute on function ranking.overrule_step(text, text, text, text, text) to pishkhan_app;

-- True if it was unconfirmed before. The period is locked, so a step at the same time sees the confirmation completely
-- or not at all.
create function ranking.confirm_overrule(half_year text, overrule integer) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    known registry.step_overrule;
begin
    perform ranking.require_national('confirm_overrule');
    period := ranking.locked_period(confirm_overrule.half_year);
    select * into known from registry.step_overrule v
    where v.id = confirm_overrule.overrule and v.period_id = period.id for update;
    if known.id is null then
        raise exception using errcode = 'RK115', message = 'no_such_obstacle', detail = confirm_overrule.overrule::text;
    end if;
    if known.confirmed_by is not null then
        return false;
    end if;
    if known.maker = registry.person_of(registry.actor()) then
        raise exception using errcode = 'RK509', message = 'another_person_confirms',
            detail = (select a.name from registry.account a where a.id = known.made_by);
    end if;
    update registry.step_overrule v set confirmed_by = registry.actor(), confirmed_at = clock_timestamp()
    where v.id = known.id;
    perform registry.record_act('confirm_overrule', period.half_year, null,
        jsonb_build_object('overrule', known.id, 'step', known.step, 'code', known.code, 'detail', known.detail));
    return true;
end
$$;
grant execute on function ranking.confirm_overrule(text, integer) to pishkhan_app;
