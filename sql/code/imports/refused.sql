-- Owner: pishkhan_commands
-- The rows of an import that were not stored, and whether they were kept.

-- The first code of a row that the register lacks, as an expression over `r`: codes of other kinds of file, then its
-- own.
create function ranking.missing_code(kind registry.import_kind) returns text
language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce('case ' || string_agg(format(
            'when r.%I is not null and not exists (select from registry.%I k where k.code = r.%1$I) then %3$L',
            named.column_name, named.register, named.unknown_code), ' ' order by named.is_own, named.column_name)
        || ' end', 'null::text')
    from (
        select f.column_name, k.register, k.unknown_code, false as is_own
        from registry.import_reference f join registry.import_kind k on k.code = f.refers_to
        where f.kind = (missing_code.kind).code
        union all
        select 'code', (missing_code.kind).register, (missing_code.kind).unknown_code, true
        where (missing_code.kind).register is not null
    ) named
$$;

-- Lines of an import that were not stored, with the codes of their faults. A row that names an office, agency or
-- service whose own row was refused in the same act has no finding of its own.
create function ranking.refused_lines(import_key uuid, kind text) returns table (line integer, codes text)
language plpgsql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $body$
declare
    described registry.import_kind := ranking.described_kind(refused_lines.kind);
begin
    return query execute format($sql$
        select r.line, coalesce(nullif(concat_ws(' ', r.faults, found.codes), ''), absent.code)
        from staging.%I r
        cross join lateral (select %s as code) absent
        left join (
            select f.line, string_agg(distinct f.code, ' ' order by f.code) as codes
            from staging.finding f where f.import_key = $1 and f.is_error group by f.line
        ) found using (line)
        where r.import_key = $1 and r.made_in = pg_current_xact_id()
            and (r.is_faulty or found.line is not null or absent.code is not null)
        order by r.line
        $sql$, described.landing, ranking.missing_code(described)) using refused_lines.import_key;
end
$body$;
grant execute on function ranking.refused_lines(uuid, text) to pishkhan_app;

create function ranking.is_recorded(import_id bigint) returns boolean
language sql stable security definer set search_path = registry, pg_temp as $$
    select exists (select from registry.import i where i.id = is_recorded.import_id)
$$;
grant execute on function ranking.is_recorded(bigint) to pishkhan_app;
