-- Owner: pishkhan_commands
-- The working group's approval of a province's facts: one person of the region and one of the headquarters.

-- Approves exactly the facts with this digest, first or as the second of two. True if the approval is whole with it;
-- null if the body of the actor has approved these facts before, so that nothing is stored.
create function ranking.approve_province(half_year text, province text, digest text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    place integer;
    body text := registry.actor_body();
    standing record;
    first registry.approval;
begin
    perform ranking.require_permission('approve_province');
    if approve_province.digest !~ '^[0-9a-f]{64}$' then
        raise exception using errcode = 'RK208', message = 'other_facts_are_approved', detail = approve_province.digest;
    end if;
    period := ranking.period_under_review(approve_province.half_year);
    place := ranking.known_province(approve_province.province);
    if place <> all (registry.actor_provinces()) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    -- Before the set, as imports take them: a close that waits for the first stands behind no holder of the second.
    perform pg_advisory_xact_lock_shared(hashtext('registry.revision'));
    perform registry.lock_province_set(period.id, place);
    select * into standing from registry.approval_states(period.id, place);
    select * into first from registry.approval a
    where a.period_id = period.id and a.province_id = place and a.revision = standing.first_revision;
    if standing.state = 'whole' or standing.state = 'half' and first.body = body then
        if standing.digest <> approve_province.digest then
            raise exception using errcode = 'RK208', message = 'other_facts_are_approved', detail = approve_province.digest;
        end if;
        return null;
    end if;
    if standing.state <> 'half' then
        first := null;
    end if;
    insert into registry.approval (period_id, province_id, revision, body, member, actor_id, digest, first_revision,
        first_body, first_member)
    values (period.id, place, ranking.next_revision(), body, registry.actor_person(), registry.actor(),
        approve_province.digest, first.revision, first.body, first.member);
    perform registry.record_act('approve_province', period.half_year, null, jsonb_build_object(
        'province', (select p.code from registry.province p where p.id = place), 'body', body,
        'digest', approve_province.digest, 'is_whole', first.revision is not null));
    return first.revision is not null;
end
$$;
grant execute on function ranking.approve_province(text, text, text) to pishkhan_app;

-- The approvals of the provinces of the actor's scope: their states, and who approved. The present digest is made for a
-- named province only, because it reads all its facts.
create function ranking.approvals(half_year text, province text)
returns table (province_code text, province_name text, state text, approved_digest text, present_digest text,
    region_member text, region_at timestamptz, headquarters_member text, headquarters_at timestamptz)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
#variable_conflict use_column
declare
    period registry.evaluation_period := ranking.period_to_review(approvals.half_year);
    place integer := case when approvals.province is not null then ranking.known_province(approvals.province) end;
begin
    -- An approval is about all offices of a province.
    if place <> all (registry.actor_provinces()) or registry.actor_is_bound_to_offices() then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    return query
    select v.code, v.name_fa, s.state, s.digest,
        case when place is not null then registry.digest_of_province(period.id, place) end,
        r.name, r.approved_at, h.name, h.approved_at
    from registry.approval_states(period.id, place) s
    join registry.province v on v.id = s.province_id and v.id = any (registry.actor_provinces())
    left join lateral (
        select m.name, a.approved_at from registry.approval a join registry.account m on m.id = a.actor_id
        where a.period_id = period.id and a.province_id = s.province_id and a.body = 'region'
            and a.revision in (s.first_revision, s.second_revision)
    ) r on true
    left join lateral (
        select m.name, a.approved_at from registry.approval a join registry.account m on m.id = a.actor_id
        where a.period_id = period.id and a.province_id = s.province_id and a.body = 'headquarters'
            and a.revision in (s.first_revision, s.second_revision)
    ) h on true
    order by v.code;
end
$$;
grant execute on function ranking.approvals(text, text) to pishkhan_app;
