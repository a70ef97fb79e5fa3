-- Owner: pishkhan_commands
-- Adds, attaches and erases evidence.

-- Refuses evidence that no adopted scheme asks for: of an unknown criterion, or of a kind that no rule of it names.
create function ranking.require_evidence_rule(criterion text, kind text) returns void
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    kinds text[] := array(
        select unnest(r.kinds) from registry.evidence_rule r
        join registry.criterion c on c.scheme_id = r.scheme_id and c.position = r.criterion
        where c.code = require_evidence_rule.criterion);
begin
    if kinds = '{}' then
        raise exception using errcode = 'RK618', message = 'unknown_criterion', detail = require_evidence_rule.criterion;
    end if;
    if require_evidence_rule.kind <> all (kinds) then
        perform registry.refuse_constraint('evidence_kind_is_of_its_rule');
    end if;
end
$$;

-- Refuses an upload of evidence before its bytes come.
create function ranking.begin_evidence(office_code text, criterion text, kind text) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_permission('add_evidence');
    perform ranking.known_office(begin_evidence.office_code);
    perform ranking.require_evidence_rule(begin_evidence.criterion, begin_evidence.kind);
end
$$;
grant execute on function ranking.begin_evidence(text, text, text) to pishkhan_app;

-- Adds an item of evidence and returns its number; the same file for the same criterion again changes nothing.
create function ranking.add_evidence(
    office_code text, criterion text, kind text, issued_on date, valid_until date, file_name text, media_type text,
    bytes bytea, is_scanned boolean
) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    office registry.office;
    content bytea;
    known bigint;
begin
    perform ranking.begin_evidence(add_evidence.office_code, add_evidence.criterion, add_evidence.kind);
    office := ranking.known_office(add_evidence.office_code);
    perform ranking.require_past_day(add_evidence.issued_on);
    content := ranking.keep_content(add_evidence.bytes, add_evidence.media_type);
    select e.id into known from registry.evidence e
    where e.office_id = office.id and e.criterion = add_evidence.criterion and e.kind = add_evidence.kind
        and e.digest = content and e.erased_at is null;
    if known is not null then
        return known;
    end if;
    insert into registry.evidence (office_id, province_id, criterion, kind, issued_on, valid_until, file_name, digest,
        is_scanned, actor_id, person_id)
    values (office.id, office.province_id, add_evidence.criterion, add_evidence.kind, add_evidence.issued_on,
        add_evidence.valid_until,
        coalesce(nullif(registry.written_file_name(add_evidence.file_name), ''), add_evidence.kind), content,
        add_evidence.is_scanned, registry.actor(), registry.actor_person())
    returning id into known;
    -- The name of a file may name a person.
    perform registry.record_act('add_evidence', office.code, null, jsonb_build_object(
        'evidence', known, 'criterion', add_evidence.criterion, 'kind', add_evidence.kind,
        'issued_on', add_evidence.issued_on, 'digest', encode(content, 'hex'), 'is_scanned', add_evidence.is_scanned));
    return known;
end
$$;
grant execute on function ranking.add_evidence(text, text, text, date, date, text, text, bytea, boolean)
    to pishkhan_app;

-- Erases an item of evidence with a reason. What supports a submission is erased by the headquarters only.
create function ranking.erase_evidence(office_code text, evidence bigint, reason text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    office registry.office;
    item registry.evidence;
begin
    perform ranking.require_permission('erase_evidence');
    if coalesce(btrim(erase_evidence.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    office := ranking.known_office(erase_evidence.office_code);
    select * into item from registry.evidence e
    where e.id = erase_evidence.evidence and e.office_id = office.id for update;
    if item.id is null then
        raise exception using errcode = 'RK615', message = 'unknown_evidence', detail = erase_evidence.evidence;
    end if;
    if item.erased_at is not null then
        return;
    end if;
    if not registry.actor_is_national() and exists (
        select from registry.submission_evidence s where s.evidence_id = item.id and s.office_id = office.id) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'evidence ' || item.id;
    end if;
    update registry.evidence e set erased_by = registry.actor_person(), erased_at = clock_timestamp(),
        erase_reason = btrim(erase_evidence.reason)
    where e.id = item.id;
    perform ranking.erase_content(item.digest);
    perform registry.record_act('erase_evidence', office.code, btrim(erase_evidence.reason),
        jsonb_build_object('evidence', item.id, 'digest', encode(item.digest, 'hex')));
end
$$;
grant execute on function ranking.erase_evidence(text, bigint, text) to pishkhan_app;
