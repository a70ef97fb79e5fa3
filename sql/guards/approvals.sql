-- Rules for approvals of provinces: whose word they are, which facts they cover, and what voids them.

create or replace function registry.make_province_sets() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    insert into registry.province_set (period_id, province_id) select new.id, p.id from registry.province p;
    return null;
end
$$;

-- A writer of facts waits until an approval of the province has ended. If that one is newer than the writer's facts, it
-- would cover facts that nobody approved, so the writer must begin again with a newer revision.
create or replace function registry.hold_province_set(period_id integer, province_id integer, revision bigint)
returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform from registry.province_set s
    where s.period_id = hold_province_set.period_id and s.province_id = hold_province_set.province_id for share;
    if exists (select from registry.approval a
               where a.period_id = hold_province_set.period_id and a.province_id = hold_province_set.province_id
                   and a.revision > hold_province_set.revision) then
        raise exception using errcode = '40001', message = 'approved_meanwhile';
    end if;
end
$$;

-- An approval waits until no writer of the province's facts is under way, and keeps others away.
create or replace function registry.lock_province_set(period_id integer, province_id integer) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform from registry.province_set s
    where s.period_id = lock_province_set.period_id and s.province_id = lock_province_set.province_id for update;
end
$$;
grant execute on function registry.lock_province_set(integer, integer) to pishkhan_commands;

-- Decisions count in every half-year that is open and ends after them.
create or replace function registry.guard_decisions_of_sets() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform registry.hold_province_set(touched.period_id, touched.province_id, touched.revision)
    from (
        select p.id as period_id, a.province_id, min(a.revision) as revision
        from added a join registry.evaluation_period p on p.state = 'open' and p.last_on >= a.decided_on
        group by p.id, a.province_id order by p.id, a.province_id
    ) touched;
    return null;
end
$$;

-- The newest fact of each province in a half-year: what a source said, a verdict, a decision that may count.
create or replace function registry.newest_facts(period_id integer, only_province integer default null)
returns table (province_id integer, revision bigint)
language plpgsql stable security definer set search_path = registry, pg_temp set jit = off as $$
#variable_conflict use_column
begin
    return query
    select f.province_id, max(f.revision)
    from (
        select s.province_id, s.revision from registry.submission s where s.period_id = newest_facts.period_id
        union all
        select r.province_id, r.revision from registry.review r where r.period_id = newest_facts.period_id
        union all
        select v.province_id, v.revision from registry.violation v
        join registry.evaluation_period p on p.id = newest_facts.period_id and v.decided_on <= p.last_on
    ) f
    where newest_facts.only_province is null or f.province_id = newest_facts.only_province
    group by f.province_id;
end
$$;

-- The state of each province's approval: missing, half, whole, or voided by a later fact. No flag is kept. An approval
-- covers the facts up to the revision of the first of the two.
create or replace function registry.approval_states(period_id integer, only_province integer default null)
returns table (province_id integer, state text, digest text, first_revision bigint, second_revision bigint)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select s.province_id,
        case when a.revision is null then 'missing' when f.revision > coalesce(a.first_revision, a.revision) then 'voided'
             when a.first_revision is null then 'half' else 'whole' end,
        a.digest, coalesce(a.first_revision, a.revision), case when a.first_revision is not null then a.revision end
    from registry.province_set s
    left join registry.newest_facts(approval_states.period_id, approval_states.only_province) f
        on f.province_id = s.province_id
    left join lateral (
        select a.* from registry.approval a
        where a.period_id = s.period_id and a.province_id = s.province_id order by a.revision desc limit 1
    ) a on true
    where s.period_id = approval_states.period_id
        and (approval_states.only_province is null or s.province_id = approval_states.only_province);
end
$$;
grant execute on function registry.approval_states(integer, integer) to pishkhan_commands;

-- The lines of a province's facts: what each source said last, the verdicts on it, and the newest decisions.
create or replace function registry.lines_of_province(period_id integer, province_id integer) returns setof text
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    select concat_ws(' ', 'said', to_json(o.code), c.code, s.number, array_to_string(s.value, ',', '-'),
        array_to_string(s.respondents, ',', '-'), array_to_string(s.said_in, ',', '-'))
    from (
        select distinct on (s.office_id, s.source) s.* from registry.submission s
        where s.period_id = lines_of_province.period_id and s.province_id = lines_of_province.province_id
        order by s.office_id, s.source, s.number desc
    ) s
    join registry.office o on o.id = s.office_id
    join registry.evaluation_period p on p.id = s.period_id
    join registry.source c on c.scheme_id = p.scheme_id and c.position = s.source
    union all
    select concat_ws(' ', 'judged', to_json(o.code), c.code, r.number, array_to_string(r.verdict, ',', '-'),
        array_to_string(r.value, ',', '-'), array_to_string(r.of_numbers, ',', '-'),
        case when r.rejects_all then r.of_number end)
    from (
        select distinct on (r.office_id, r.source) r.* from registry.review r
        where r.period_id = lines_of_province.period_id and r.province_id = lines_of_province.province_id
        order by r.office_id, r.source, r.number desc
    ) r
    join registry.office o on o.id = r.office_id
    join registry.evaluation_period p on p.id = r.period_id
    join registry.source c on c.scheme_id = p.scheme_id and c.position = r.source
    union all
    select concat_ws(' ', 'decided', to_json(o.code), to_json(v.decision_number), v.kind, v.decided_on, v.is_final)
    from (
        select distinct on (v.office_id, v.decision_number, v.kind) v.*
        from registry.violation v
        join registry.evaluation_period p on p.id = lines_of_province.period_id and v.decided_on <= p.last_on
        where v.province_id = lines_of_province.province_id
        order by v.office_id, v.decision_number, v.kind, v.revision desc
    ) v
    join registry.office o on o.id = v.office_id
$$;

-- SHA-256 of exactly what an approval approves: the lines of the province's facts in the order of their bytes.
create or replace function registry.digest_of_province(period_id integer, province_id integer) returns text
language sql stable security definer set search_path = registry, pg_temp as $$
    select encode(sha256(convert_to(concat_ws(E'\n', 'pishkhan-approval 1', p.half_year, v.code, h.hash, (
        select string_agg(line, E'\n' order by line collate "C")
        from registry.lines_of_province(digest_of_province.period_id, digest_of_province.province_id) line), ''), 'UTF8')), 'hex')
    from registry.evaluation_period p
    join registry.scheme h on h.id = p.scheme_id
    join registry.province v on v.id = digest_of_province.province_id
    where p.id = digest_of_province.period_id
$$;
grant execute on function registry.digest_of_province(integer, integer) to pishkhan_commands;

-- The body for which the actor approves: the headquarters for its own role, the region for every other one.
create or replace function registry.actor_body() returns text
language sql stable security definer set search_path = registry, pg_temp as $$
    select case a.role when 'headquarters' then 'headquarters' else 'region' end
    from registry.account a where a.id = registry.actor() and a.is_active
$$;
grant execute on function registry.actor_body() to pishkhan_commands;

-- True if a person has submitted or judged facts of a province in a half-year.
create or replace function registry.took_part_in_set(period_id integer, province_id integer, person integer)
returns boolean
language sql stable security definer set search_path = registry, pg_temp as $$
    select exists (
        select from registry.submission s
        where s.period_id = took_part_in_set.period_id and s.province_id = took_part_in_set.province_id
            and s.person_id = took_part_in_set.person
    ) or exists (
        select from registry.review r
        where r.period_id = took_part_in_set.period_id and r.province_id = took_part_in_set.province_id
            and r.reviewer_id = took_part_in_set.person)
$$;

-- An approval is its actor's own word for its body, while no writer of the province's facts is under way, over exactly
-- the present facts.
create or replace function registry.guard_approval() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    facts bigint;
begin
    perform registry.open_period_scheme(new.period_id);
    perform registry.lock_province_set(new.period_id, new.province_id);
    if new.actor_id is distinct from registry.actor() or new.member is distinct from registry.actor_person() then
        raise exception using errcode = 'RK511', message = 'not_the_actor';
    end if;
    if not registry.actor_may('approve_province') then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'approve_province';
    end if;
    if new.province_id <> all (registry.actor_provinces()) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    if new.body is distinct from registry.actor_body() then
        perform registry.refuse_constraint('approval_is_of_the_actors_body');
    end if;
    if new.body = 'headquarters' and registry.took_part_in_set(new.period_id, new.province_id, new.member) then
        perform registry.refuse_constraint('headquarters_approves_uninvolved');
    end if;
    facts := (select f.revision from registry.newest_facts(new.period_id, new.province_id) f);
    if facts >= new.revision then
        perform registry.refuse_constraint('approval_is_newer_than_its_facts');
    end if;
    if facts > new.first_revision then
        perform registry.refuse_constraint('voided_approval_is_not_completed');
    end if;
    if exists (select from registry.approval a
               where a.period_id = new.period_id and a.province_id = new.province_id
                   and a.revision = new.first_revision and a.first_revision is not null) then
        perform registry.refuse_constraint('completed_approval_is_a_first_one');
    end if;
    if new.digest is distinct from registry.digest_of_province(new.period_id, new.province_id) then
        raise exception using errcode = 'RK208', message = 'other_facts_are_approved', detail = new.digest;
    end if;
    return null;
end
$$;
