-- Owner: pishkhan_views
-- Violation cases with their steps and sanctions, for accounts that may read cases: those of their provinces, an office
-- its own.

-- The newest title of a kind of violation; null if no scheme has a penalty for it.
create function ranking.title_of_violation(kind text, out title_fa text, out title_en text)
language sql stable set search_path = registry, pg_temp as $$
    select r.title_fa, r.title_en from registry.penalty_rule r
    where r.kind = title_of_violation.kind order by r.scheme_id desc limit 1
$$;

-- Every case with its newest step, and every decision that came by a file: of a case that was not heard here.
-- The planner inlines this function.
create function ranking.known_cases()
returns table (
    case_id integer, number text, office_id bigint, province_id integer, kind text, opened_on date, state text,
    since date, answer_until date, is_recorded boolean
)
language sql stable
begin atomic
    select c.id, c.number, c.office_id, c.province_id, c.kind, first.taken_on, last.step, last.taken_on,
        last.answer_until, first.step = 'recorded'
    from registry.violation_case c
    join registry.case_step first on first.case_id = c.id and first.number = 1
    cross join lateral (
        select s.step, s.taken_on, s.answer_until from registry.case_step s
        where s.case_id = c.id order by s.number desc limit 1
    ) last
    union all
    select null, v.decision_number, v.office_id, v.province_id, v.kind, v.decided_on,
        case when v.is_final then 'final'
             when exists (select from registry.violation e
                          where (e.office_id, e.decision_number, e.kind) = (v.office_id, v.decision_number, v.kind)
                              and e.is_final) then 'annulled'
             else 'recorded' end,
        v.decided_on, null, true
    from registry.violation v
    where not exists (
            select from registry.violation n
            where (n.office_id, n.decision_number, n.kind) = (v.office_id, v.decision_number, v.kind)
                and n.revision > v.revision)
        and not exists (
            select from registry.violation_case c
            where (c.office_id, c.number, c.kind) = (v.office_id, v.decision_number, v.kind));
end;

-- A page by office, and in an office by number and kind, after the case of the cursor. A filter that is null means all.
create function ranking.cases(
    province text, office text, kind text, state text, after_office text, after_position integer, page_size integer
)
returns table (
    case_id integer, number text, province_code text, office_code text, kind text, title_fa text, title_en text,
    opened_on date, state text, since date, answer_until date, is_recorded boolean, list_position integer
)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    with listed as (
        select c.*, o.code as office_code, row_number() over (
            partition by o.code order by c.number collate "C", c.kind collate "C")::integer as list_position
        from ranking.known_cases() c join registry.office o on o.id = c.office_id
        where (select ranking.require_permission('read_cases')) is not null
            and (cases.province is null or c.province_id = (select ranking.known_province(cases.province)))
            and (cases.office is null or c.office_id = (select ranking.office_id_of(cases.office)))
            and (cases.kind is null or c.kind = cases.kind)
            and (cases.state is null or c.state = cases.state)
    ), page as (
        select l.* from listed l
        where cases.after_office is null
            or (l.office_code collate "C", l.list_position) > (cases.after_office collate "C", cases.after_position)
        order by l.office_code collate "C", l.list_position
        limit cases.page_size
    )
    select page.case_id, page.number, p.code, page.office_code, page.kind, t.title_fa, t.title_en, page.opened_on,
        page.state, page.since, page.answer_until, page.is_recorded, page.list_position
    from page
    join registry.province p on p.id = page.province_id
    left join lateral ranking.title_of_violation(page.kind) t on true
    order by page.office_code collate "C", page.list_position
$$;
grant execute on function ranking.cases(text, text, text, text, text, integer, integer) to pishkhan_app;

-- One case with its newest step; no row if the actor may not read it.
create function ranking.case_of_number(case_number integer)
returns table (
    case_id integer, number text, province_code text, office_code text, kind text, title_fa text, title_en text,
    opened_on date, state text, since date, answer_until date, is_recorded boolean, list_position integer
)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    select c.case_id, c.number, p.code, o.code, c.kind, t.title_fa, t.title_en, c.opened_on, c.state, c.since,
        c.answer_until, c.is_recorded, 1
    from ranking.known_cases() c
    join registry.office o on o.id = c.office_id
    join registry.province p on p.id = c.province_id
    left join lateral ranking.title_of_violation(c.kind) t on true
    where c.case_id = case_of_number.case_number and (select ranking.require_permission('read_cases')) is not null
$$;
grant execute on function ranking.case_of_number(integer) to pishkhan_app;

create function ranking.case_steps(case_number integer)
returns table (
    number smallint, step text, taken_on date, answer_until date, ends_sanctions boolean, words text
)
language sql stable security definer set search_path = registry, pg_temp as $$
    select s.number, s.step, s.taken_on, s.answer_until, s.ends_sanctions, s.text
    from registry.case_step s
    where s.case_id = case_steps.case_number and (select ranking.require_permission('read_cases')) is not null
    order by s.number
$$;
grant execute on function ranking.case_steps(integer) to pishkhan_app;

-- A page of sanctions by number, after the one of the cursor; on a day, those that hold then.
create function ranking.sanctions(
    case_number integer, province text, office text, kind text, day date, after_sanction integer, page_size integer
)
returns table (
    sanction_id integer, case_id integer, case_number text, province_code text, office_code text, kind text, step text,
    first_on date, last_on date, ended_on date
)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    select s.id, s.case_id, c.number, p.code, o.code, s.kind, s.step, lower(s.holds), upper(s.holds) - 1,
        case when ended.day < upper(s.holds) or upper(s.holds) is null then ended.day end
    from registry.sanction s
    join registry.violation_case c on c.id = s.case_id
    join registry.office o on o.id = s.office_id
    join registry.province p on p.id = s.province_id
    left join lateral (
        select min(later.taken_on) as day from registry.case_step later
        where later.case_id = s.case_id and later.number > s.step_number and later.ends_sanctions
    ) ended on true
    where (select ranking.require_permission('read_cases')) is not null
        and (sanctions.case_number is null or s.case_id = sanctions.case_number)
        and (sanctions.province is null or s.province_id = (select ranking.known_province(sanctions.province)))
        and (sanctions.office is null or s.office_id = (select ranking.office_id_of(sanctions.office)))
        and (sanctions.kind is null or s.kind = sanctions.kind)
        and (sanctions.day is null or s.holds @> sanctions.day and coalesce(ended.day > sanctions.day, true))
        and (sanctions.after_sanction is null or s.id > sanctions.after_sanction)
    order by s.id
    limit sanctions.page_size
$$;
grant execute on function ranking.sanctions(integer, text, text, text, date, integer, integer) to pishkhan_app;
