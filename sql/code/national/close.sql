-- Close: the census is frozen. Owned by the owner of the tables, since it must see every province.

-- The version of every office that held on a day. An office first known later is listed with its first version.
create function ranking.offices_as_of(day date) returns setof registry.office
language sql stable set search_path = registry, pg_temp as $$
    select distinct on (version.id) version.*
    from (select * from registry.office union all select * from registry.office_history) version
    order by version.id, version.effective_on <= offices_as_of.day desc,
        case when version.effective_on <= offices_as_of.day then version.effective_on end desc,
        case when version.effective_on > offices_as_of.day then version.effective_on end,
        version.revision desc
$$;

-- An office and the offices it continues: a move and a change of code keep the holder and the declaration; a merger
-- and a transfer begin anew.
create function ranking.office_lineage() returns table (office_id bigint, ancestor_id bigint)
language sql stable set search_path = registry, pg_temp as $$
    with recursive known as (
        select distinct on (p.office_id, p.predecessor_id) p.office_id, p.predecessor_id, p.kind
        from registry.office_predecessor p
        order by p.office_id, p.predecessor_id, p.revision desc
    ), continued as (
        select known.office_id, known.predecessor_id as ancestor_id from known
        where known.kind in ('move', 'code_change')
    ), lineage as (
        select continued.office_id, continued.ancestor_id from continued
        union
        select lineage.office_id, continued.ancestor_id
        from lineage join continued on continued.office_id = lineage.ancestor_id
    )
    select lineage.office_id, lineage.ancestor_id from lineage where lineage.office_id <> lineage.ancestor_id
$$;

create function ranking.earlier_declarations(first_on date)
returns table (office_id bigint, earlier_office_id bigint, earlier_period_id integer, earlier_revision bigint,
    was_carried_already boolean)
language sql stable set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with declared as (
        select d.office_id, d.office_id as declarer_id, d.period_id, d.revision from registry.declaration d
        union all
        select l.office_id, d.office_id, d.period_id, d.revision
        from ranking.office_lineage() l join registry.declaration d on d.office_id = l.ancestor_id
    ), last as (
        select distinct on (declared.office_id) declared.*, p.last_on
        from declared join registry.evaluation_period p on p.id = declared.period_id
        where p.last_on < earlier_declarations.first_on
        order by declared.office_id, p.last_on desc, declared.declarer_id = declared.office_id desc,
            declared.revision desc, declared.declarer_id
    )
    select last.office_id, last.declarer_id, last.period_id, last.revision,
        exists (
            select from registry.evaluation_period p
            join registry.assessment a on a.run_id = p.run_id
            where p.last_on > last.last_on and p.last_on < earlier_declarations.first_on
                and a.rank_origin = 'carried_forward'
                and a.office_id in (last.office_id, last.declarer_id))
    from last
$$;

create function ranking.close_period(half_year text) returns bigint
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    period registry.evaluation_period;
    new_census bigint;
    listed integer;
begin
    perform ranking.require_national('close_period');
    period := ranking.locked_period(close_period.half_year);
    if period.state <> 'open' then
        raise exception using errcode = 'RK102', message = 'period_state', detail = period.state || ' → closed';
    end if;
    perform pg_advisory_xact_lock(hashtext('registry.revision'));
    new_census := ranking.next_revision();
    select count(*) into listed from registry.office;
    insert into registry.census values (new_census, period.id, period.census_on, listed, clock_timestamp());
    insert into registry.census_office
    select new_census, o.id, o.code, o.province_id, o.county_id, o.locality_id, o.kind, o.holder_id,
        case when o.state = 'active' and o.expires_on < period.census_on then 'expired' else o.state end,
        o.licensed_on, o.expires_on, e.earlier_office_id, e.earlier_period_id, e.earlier_revision,
        coalesce(e.was_carried_already, false),
        exists (select from registry.declaration d where d.office_id = o.id and d.period_id = period.id)
    from ranking.offices_as_of(period.census_on) o
    left join ranking.earlier_declarations(period.first_on) e on e.office_id = o.id;
    -- A run follows, and reads what may have come in a moment ago.
    analyze registry.census_office, registry.declaration, registry.association_score, registry.satisfaction_score,
        registry.violation;
    update registry.evaluation_period set state = 'closed', census_id = new_census where id = period.id;
    perform registry.record_act('close_period', period.half_year, null,
        jsonb_build_object('census', new_census, 'offices', listed));
    return new_census;
end
$$;
grant execute on function ranking.close_period(text) to pishkhan_app;
