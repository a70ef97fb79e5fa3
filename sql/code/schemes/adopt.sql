-- Owner: pishkhan_commands
-- Two persons of the headquarters adopt a scheme: one proposes it, which freezes it by the hash of its canonical text,
-- another confirms it.

-- The groups of the criteria of a scheme.
create function ranking.store_groups(scheme_id integer, head jsonb) returns void
language sql set search_path = registry, pg_temp as $$
    insert into registry.criterion_group
    select store_groups.scheme_id, g.position, g.code, g.title_fa, g.title_en, g.maximum
    from jsonb_populate_recordset(null::registry.criterion_group, store_groups.head -> 'groups') g;
$$;

-- The sources of a scheme, and who writes for each.
create function ranking.store_sources(scheme_id integer, head jsonb) returns void
language sql set search_path = registry, pg_temp as $$
    insert into registry.source
    select store_sources.scheme_id, s.position, s.code, s.title_fa, s.title_en, s.kind, s.is_declaration, s.review,
        s.reply_days, s.criteria, s.unchanged_within
    from jsonb_populate_recordset(null::registry.source, store_sources.head -> 'sources') s;
    insert into registry.source_writer
    select store_sources.scheme_id, w.source, w.role, w.is_on_behalf
    from jsonb_populate_recordset(null::registry.source_writer, store_sources.head -> 'source_writers') w;
$$;

-- The criteria of a scheme, the checks of their values, and the rules of their evidence.
create function ranking.store_criteria(scheme_id integer, head jsonb) returns void
language sql set search_path = registry, pg_temp as $$
    insert into registry.criterion (scheme_id, position, code, group_position, title_fa, title_en, source, kinds,
        value_type, maximum, clause, register_field)
    select store_criteria.scheme_id, c.position, c.code, c.group_position, c.title_fa, c.title_en, c.source, c.kinds,
        c.value_type, c.maximum, c.clause, c.register_field
    from jsonb_populate_recordset(null::registry.criterion, store_criteria.head -> 'criteria') c;
    insert into registry.value_check
    select store_criteria.scheme_id, v.criterion, v.at_most
    from jsonb_populate_recordset(null::registry.value_check, store_criteria.head -> 'checks') v;
    insert into registry.evidence_rule
    select store_criteria.scheme_id, e.criterion, e.is_required, e.kinds, e.least, e.most, e.oldest_days, e.oldest_months
    from jsonb_populate_recordset(null::registry.evidence_rule, store_criteria.head -> 'evidence_rules') e;
$$;

-- What follows from a score: the penalties, and the ranks with their shares of the services.
create function ranking.store_consequences(scheme_id integer, head jsonb) returns void
language sql set search_path = registry, pg_temp as $$
    insert into registry.penalty_rule
    select store_consequences.scheme_id, r.kind, r.title_fa, r.title_en, r.clause
    from jsonb_populate_recordset(null::registry.penalty_rule, store_consequences.head -> 'penalty_rules') r;
    insert into registry.rank_threshold
    select store_consequences.scheme_id, r.rank, r.title_fa, r.title_en, r.service_ceiling
    from jsonb_populate_recordset(null::registry.rank_threshold, store_consequences.head -> 'ranks') r;
$$;

-- The days of appeals, for a scheme that hears them.
create function ranking.store_appeal_rule(scheme_id integer, head jsonb) returns void
language sql set search_path = registry, pg_temp as $$
    insert into registry.appeal_rule
    select store_appeal_rule.scheme_id, r.preview_days, r.file_days, r.decide_days, r.undecided, r.silence
    from jsonb_populate_record(null::registry.appeal_rule, store_appeal_rule.head -> 'appeals') r
    where jsonb_typeof(store_appeal_rule.head -> 'appeals') = 'object';
$$;

-- A simulation of a proposed scheme on a publication, with the offices that would have another rank. What is known of
-- these offices comes from the publication, not from the program.
create function ranking.store_simulation(scheme_id integer, given jsonb) returns void
language plpgsql set search_path = registry, pg_temp
set enable_nestloop = off set jit = off as $$
declare
    new_simulation integer;
    published registry.publication;
begin
    select * into strict published from registry.publication p where p.id = (given ->> 'publication')::integer;
    insert into registry.scheme_simulation (scheme_id, publication_id, offices, ranked, moved, entered, missing,
        line_code, line_offices, line_gained, line_lost, digest, text, simulated_by, simulated_at)
    select store_simulation.scheme_id, published.id, s.offices, s.ranked, s.moved, s.entered, s.missing, s.line_code,
        s.line_offices, s.line_gained, s.line_lost, s.digest, convert_to(given ->> 'text', 'UTF8'),
        registry.actor_person(), clock_timestamp()
    from jsonb_populate_record(null::registry.scheme_simulation, given - 'text') s
    returning id into new_simulation;
    insert into registry.simulated_move (simulation_id, office_id, province_id, code, kind, rank_before, rank_after,
        total_before, total_after)
    select new_simulation, c.office_id, c.province_id, c.code, c.kind, a.rank, m.rank_after, a.total, m.total_after
    from jsonb_populate_recordset(null::registry.simulated_move, given -> 'moves') m
    join registry.census_office c on c.census_id = published.census_id and c.code = m.code
    join registry.assessment a on a.run_id = published.run_id and a.office_id = c.office_id;
end
$$;

create function ranking.store_scheme(document text, canonical_text text, head jsonb, hash text) returns integer
language plpgsql set search_path = registry, pg_temp as $$
declare
    new_scheme integer;
begin
    insert into registry.scheme (code, version, title_fa, title_en, is_sample, legal_basis, valid_from, valid_to, hash,
        canonical_text, document, minimum_total, non_participation_policy, unranked_ceiling, most_moved,
        approval)
    select h.code, h.version, h.title_fa, h.title_en, h.is_sample, h.legal_basis, h.valid_from, h.valid_to,
        store_scheme.hash, store_scheme.canonical_text, store_scheme.document, h.minimum_total,
        h.non_participation_policy, h.unranked_ceiling, h.most_moved, coalesce(h.approval, 'none')
    from jsonb_populate_record(null::registry.scheme, store_scheme.head) h
    returning id into new_scheme;
    perform ranking.store_groups(new_scheme, store_scheme.head);
    perform ranking.store_sources(new_scheme, store_scheme.head);
    perform ranking.store_criteria(new_scheme, store_scheme.head);
    perform ranking.store_consequences(new_scheme, store_scheme.head);
    perform ranking.store_appeal_rule(new_scheme, store_scheme.head);
    insert into registry.scheme_proposal (scheme_id, proposed_by, proposed_at)
    values (new_scheme, registry.actor_person(), clock_timestamp());
    return new_scheme;
end
$$;

-- Allows a proposal before its effect is simulated, which takes seconds.
create function ranking.begin_proposal() returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_national('propose_scheme');
end
$$;
grant execute on function ranking.begin_proposal() to pishkhan_app;

-- Proposes a scheme. `simulation` is its effect on the newest publication, null before the first one. The same scheme
-- again is no new proposal; where another half-year was published since, the new simulation is stored beside the old.
create function ranking.propose_scheme(document text, canonical_text text, head jsonb, simulation jsonb)
returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    known registry.scheme;
    new_hash text := encode(sha256(convert_to(propose_scheme.canonical_text, 'UTF8')), 'hex');
    is_new boolean;
    is_simulated boolean;
begin
    perform ranking.require_national('propose_scheme');
    select * into known from registry.scheme s
    where s.code = propose_scheme.head ->> 'code' and s.version = (propose_scheme.head ->> 'version')::integer;
    if known.hash <> new_hash then
        raise exception using errcode = 'RK307', message = 'scheme_is_frozen',
            detail = known.code || ' ' || known.version;
    end if;
    is_new := known.id is null;
    if is_new then
        known.id := ranking.store_scheme(
            propose_scheme.document, propose_scheme.canonical_text, propose_scheme.head, new_hash);
    end if;
    is_simulated := jsonb_typeof(propose_scheme.simulation) = 'object'
        and not exists (select from registry.scheme_confirmation c where c.scheme_id = known.id)
        and not exists (select from registry.scheme_simulation s where s.scheme_id = known.id
                            and s.publication_id = (propose_scheme.simulation ->> 'publication')::integer);
    if is_simulated then
        perform ranking.store_simulation(known.id, propose_scheme.simulation);
    end if;
    if is_new or is_simulated then
        perform registry.record_act('propose_scheme', (head ->> 'code') || ' ' || (head ->> 'version'), null,
            jsonb_strip_nulls(jsonb_build_object('hash', new_hash,
                'simulation', case when is_simulated then propose_scheme.simulation - 'text' - 'moves' end)));
    end if;
    return known.id;
end
$$;
grant execute on function ranking.propose_scheme(text, text, jsonb, jsonb) to pishkhan_app;

-- Confirms a scheme that another person has proposed; confirmed already, it stays so. `overrule` is the reason why more
-- offices may move than the scheme in use allows.
create function ranking.confirm_scheme(code text, version integer, overrule text) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    scheme registry.scheme;
    proposer integer;
    confirmed registry.scheme_confirmation;
begin
    perform ranking.require_national('confirm_scheme');
    select * into scheme from registry.scheme s
    where s.code = confirm_scheme.code and s.version = confirm_scheme.version;
    if scheme.id is null then
        raise exception using errcode = 'RK103', message = 'unknown_scheme',
            detail = confirm_scheme.code || ' ' || confirm_scheme.version;
    end if;
    if exists (select from registry.scheme_confirmation c where c.scheme_id = scheme.id) then
        return scheme.id;
    end if;
    select p.proposed_by into strict proposer from registry.scheme_proposal p where p.scheme_id = scheme.id;
    if proposer = registry.actor_person() then
        raise exception using errcode = 'RK509', message = 'another_person_confirms',
            detail = (select a.name from registry.account a where a.id = registry.actor());
    end if;
    insert into registry.scheme_confirmation (scheme_id, proposed_by, confirmed_by, confirmed_at, overrule)
    values (scheme.id, proposer, registry.actor_person(), clock_timestamp(), btrim(confirm_scheme.overrule))
    on conflict (scheme_id) do nothing returning * into confirmed;
    if confirmed.scheme_id is not null then
        perform registry.record_act('confirm_scheme', scheme.code || ' ' || scheme.version, confirmed.overrule,
            jsonb_strip_nulls(jsonb_build_object('hash', scheme.hash, 'most_moved', confirmed.exceeded)
                || coalesce((select jsonb_build_object('simulation', s.digest, 'moved', s.moved, 'ranked', s.ranked)
                             from registry.scheme_simulation s
                             where s.scheme_id = scheme.id and s.publication_id = registry.newest_publication()), '{}')));
    end if;
    return scheme.id;
end
$$;
grant execute on function ranking.confirm_scheme(text, integer, text) to pishkhan_app;
