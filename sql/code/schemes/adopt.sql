-- Owner: pishkhan_commands
-- Adopts a scheme, by the headquarters, and freezes it by the hash of its canonical text.

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

create function ranking.adopt_scheme(document text, canonical_text text, head jsonb) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    new_scheme integer;
    known registry.scheme;
    new_hash text := encode(sha256(convert_to(adopt_scheme.canonical_text, 'UTF8')), 'hex');
begin
    perform ranking.require_national('adopt_scheme');
    select * into known from registry.scheme s
    where s.code = adopt_scheme.head ->> 'code' and s.version = (adopt_scheme.head ->> 'version')::integer;
    if known.hash = new_hash then
        return known.id;
    end if;
    if known.id is not null then
        raise exception using errcode = 'RK307', message = 'scheme_is_frozen',
            detail = known.code || ' ' || known.version;
    end if;
    insert into registry.scheme (code, version, title_fa, title_en, is_sample, legal_basis, valid_from, valid_to, hash,
        canonical_text, document, minimum_total, non_participation_policy, unranked_ceiling, approval)
    select h.code, h.version, h.title_fa, h.title_en, h.is_sample, h.legal_basis, h.valid_from, h.valid_to, new_hash,
        adopt_scheme.canonical_text, adopt_scheme.document, h.minimum_total, h.non_participation_policy,
        h.unranked_ceiling, coalesce(h.approval, 'none')
    from jsonb_populate_record(null::registry.scheme, adopt_scheme.head) h
    returning id into new_scheme;
    perform ranking.store_groups(new_scheme, adopt_scheme.head);
    perform ranking.store_sources(new_scheme, adopt_scheme.head);
    perform ranking.store_criteria(new_scheme, adopt_scheme.head);
    perform ranking.store_consequences(new_scheme, adopt_scheme.head);
    perform ranking.store_appeal_rule(new_scheme, adopt_scheme.head);
    perform registry.record_act('adopt_scheme', (head ->> 'code') || ' ' || (head ->> 'version'), null,
        jsonb_build_object('hash', new_hash));
    return new_scheme;
end
$$;
grant execute on function ranking.adopt_scheme(text, text, jsonb) to pishkhan_app;
