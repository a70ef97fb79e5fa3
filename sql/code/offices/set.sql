-- Owner: pishkhan_commands
-- Corrects one office by hand, with a reason. A correction is an import of one row, named after the command.

-- Locks out other imports and corrections until the transaction ends.
create function ranking.hold_offices() returns void
language sql security definer
begin atomic
    select ranking.require_permission('correct_office');
    select pg_advisory_xact_lock(hashtext('registry.office'));
end;
grant execute on function ranking.hold_offices() to pishkhan_app;

-- The versions of an office in the order of their days: from the one of a day until the next change of the state.
create function ranking.versions_until_next_state(office_id bigint, day date) returns registry.office[]
language sql stable set search_path = registry, pg_temp as $$
    with version as (
        select distinct on (v.effective_on) row(v.*)::registry.office as office, v.effective_on, v.state
        from (
            select o.* from registry.office o where o.id = versions_until_next_state.office_id
            union all
            select h.* from registry.office_history h where h.id = versions_until_next_state.office_id
        ) v
        order by v.effective_on, v.revision desc
    ), then_known as (
        select v.effective_on, v.state from version v where v.effective_on <= versions_until_next_state.day
        order by v.effective_on desc limit 1
    )
    select array_agg(v.office order by v.effective_on)
    from version v join then_known t on v.effective_on >= t.effective_on
    where v.effective_on < all (select later.effective_on from version later
                                where later.effective_on > t.effective_on and later.state <> t.state)
$$;

-- Records a decision after later facts: it holds from its day until the day of the next change of the state, whatever
-- else changed in between. Null if no decision changes the state of that day; otherwise whether anything changed.
create function ranking.decide_earlier(known registry.office, state text, effective_on date) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    versions registry.office[] := ranking.versions_until_next_state(
        (decide_earlier.known).id, decide_earlier.effective_on);
    new_revision bigint;
begin
    if versions is null or not (ranking.is_by_decision(decide_earlier.state)
            or ranking.is_by_decision((versions[1]).state)) then
        return null;
    elsif (versions[1]).state = decide_earlier.state then
        return false;
    end if;
    new_revision := ranking.next_revision();
    insert into registry.office_history
    select decided.*
    from unnest(versions) v
    cross join lateral jsonb_populate_record(v, jsonb_build_object('state', decide_earlier.state,
        'effective_on', greatest(v.effective_on, decide_earlier.effective_on), 'revision', new_revision)) decided
    where v.effective_on < (decide_earlier.known).effective_on;
    if (versions[cardinality(versions)]).effective_on = (decide_earlier.known).effective_on then
        update registry.office o set state = decide_earlier.state, revision = new_revision
        where o.id = (decide_earlier.known).id;
    end if;
    return true;
end
$$;

create function ranking.store_correction(corrected registry.office, effective_on date) returns void
language sql security definer set search_path = registry, pg_temp as $$
    update registry.office o
    set (county_id, locality_id, kind, licence_number, licensed_on, expires_on, state, manager_name, deputy_name,
         address, postal_code, tenure, floor_area, equipment, has_signboard, is_accessible, posts_tariff, staff_count,
         insured_staff_count, disabled_staff_count, effective_on, revision)
      = ((corrected).county_id, (corrected).locality_id, (corrected).kind, (corrected).licence_number,
         (corrected).licensed_on, (corrected).expires_on, (corrected).state, (corrected).manager_name,
         (corrected).deputy_name, (corrected).address, (corrected).postal_code, (corrected).tenure,
         (corrected).floor_area, (corrected).equipment, (corrected).has_signboard, (corrected).is_accessible,
         (corrected).posts_tariff, (corrected).staff_count, (corrected).insured_staff_count,
         (corrected).disabled_staff_count, store_correction.effective_on, ranking.next_revision())
    where o.id = (corrected).id;
$$;

-- Refuses changes of fields that no correction changes.
create function ranking.require_changeable_fields(changes jsonb) returns void
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    fixed text[] := array(select field from jsonb_object_keys(require_changeable_fields.changes) field
        where field <> all ('{locality}' || ranking.office_fields()));
begin
    if fixed <> '{}' then
        raise exception using errcode = 'RK106', message = 'field_is_fixed', detail = array_to_string(fixed, ', ');
    end if;
end
$$;

-- An office whose row no other transaction changes meanwhile.
create function ranking.office_to_correct(code text) returns registry.office
language plpgsql set search_path = registry, pg_temp as $$
declare
    known registry.office;
begin
    select * into known from registry.office o where o.code = office_to_correct.code
    for no key update;
    if known.id is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = office_to_correct.code;
    end if;
    return known;
end
$$;

-- The office with the changes; a locality is named, and lies in the county of the office.
create function ranking.corrected_office(known registry.office, changes jsonb) returns registry.office
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    corrected registry.office := jsonb_populate_record(known, corrected_office.changes);
    new_locality integer;
begin
    if corrected_office.changes ? 'locality' then
        select l.id into new_locality from registry.locality l
        where l.county_id = known.county_id
            and l.kind = case corrected.kind when 'urban' then 'city' else 'village' end
            and l.name_key = registry.name_key(corrected_office.changes ->> 'locality');
        if new_locality is null then
            raise exception using errcode = 'RK602', message = 'unknown_place',
                detail = corrected_office.changes ->> 'locality';
        end if;
        corrected.locality_id := new_locality;
    end if;
    return corrected;
end
$$;

create function ranking.correct_office(code text, changes jsonb, effective_on date, reason text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    known registry.office;
    corrected registry.office;
    has_changed boolean;
begin
    perform ranking.require_permission('correct_office');
    if coalesce(trim(correct_office.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    perform ranking.require_past_day(correct_office.effective_on);
    perform ranking.require_changeable_fields(correct_office.changes);
    perform ranking.hold_offices();
    known := ranking.office_to_correct(correct_office.code);
    corrected := ranking.corrected_office(known, correct_office.changes);
    if correct_office.effective_on < known.effective_on and correct_office.changes - 'state' = '{}' then
        has_changed := ranking.decide_earlier(known, corrected.state, correct_office.effective_on);
    end if;
    if has_changed is null then
        has_changed := not ranking.same_office(known, corrected);
        if has_changed then
            perform ranking.store_correction(corrected, correct_office.effective_on);
        end if;
    end if;
    if not has_changed then
        return false;
    end if;
    perform registry.record_act('correct_office', correct_office.code, correct_office.reason,
        jsonb_build_object('effective_on', correct_office.effective_on, 'changes',
            -- Names and addresses are personal: the record names the fields, not their values.
            to_jsonb(array(select jsonb_object_keys(correct_office.changes) order by 1))));
    return true;
end
$$;
grant execute on function ranking.correct_office(text, jsonb, date, text) to pishkhan_app;
