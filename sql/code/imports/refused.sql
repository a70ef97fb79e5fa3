-- Owner: pishkhan_commands
-- What of an import was not stored, and whether it left a row.

-- Lines of an import that were not stored, with the codes of what is wrong with them. A row that names an office, agency
-- or service whose own row was refused in the same act has no finding of its own.
create function ranking.refused_lines(import_key uuid, kind text) returns table (line integer, codes text)
language plpgsql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $body$
declare
    landing regclass := case refused_lines.kind
        when 'offices' then 'staging.office_row'
        when 'declarations' then 'staging.submission_row'
        when 'association_scores' then 'staging.submission_row'
        when 'satisfaction_scores' then 'staging.submission_row'
        when 'scores' then 'staging.submission_row'
        when 'reviews' then 'staging.submission_row'
        when 'violations' then 'staging.violation_row'
        when 'agencies' then 'staging.agency_row'
        when 'services' then 'staging.service_row'
        when 'mou_targets' then 'staging.mou_target_row'
        when 'delegations' then 'staging.delegation_row'
        when 'contracts' then 'staging.contract_row'
    end;
    no_agency text := 'not exists (select from registry.agency a where a.code = r.agency_code)';
    no_service text := 'not exists (select from registry.service s where s.code = r.service_code)';
    no_office text := 'not exists (select from registry.office o where o.code = r.office_code)';
    missing text := case
        when refused_lines.kind = 'offices' then
            $$case when not exists (select from registry.office o where o.code = r.code) then 'office_unknown' end$$
        when refused_lines.kind = 'agencies' then 'null'
        when refused_lines.kind = 'services' then
            format($$case when %s then 'agency_unknown' when r.parent_code is not null
                and not exists (select from registry.service s where s.code = r.parent_code)
                then 'service_unknown' end$$, no_agency)
        when refused_lines.kind = 'mou_targets' then format($$case when %s then 'agency_unknown' end$$, no_agency)
        when refused_lines.kind = 'delegations' then format($$case when %s then 'service_unknown' end$$, no_service)
        when refused_lines.kind = 'contracts' then
            format($$case when %s then 'office_unknown' when %s then 'service_unknown' end$$, no_office, no_service)
        else format($$case when %s then 'office_unknown' end$$, no_office)
    end;
begin
    return query execute format($sql$
        select r.line, coalesce(nullif(concat_ws(' ', r.faults, found.codes), ''), absent.code)
        from %s r
        cross join lateral (select %s as code) absent
        left join (
            select f.line, string_agg(distinct f.code, ' ' order by f.code) as codes
            from staging.finding f where f.import_key = $1 and f.is_error group by f.line
        ) found using (line)
        where r.import_key = $1 and r.made_in = pg_current_xact_id()
            and (r.is_faulty or found.line is not null or absent.code is not null)
        order by r.line
        $sql$, landing, missing) using refused_lines.import_key;
end
$body$;
grant execute on function ranking.refused_lines(uuid, text) to pishkhan_app;

create function ranking.is_recorded(import_id bigint) returns boolean
language sql stable security definer set search_path = registry, pg_temp as $$
    select exists (select from registry.import i where i.id = is_recorded.import_id)
$$;
grant execute on function ranking.is_recorded(bigint) to pishkhan_app;
