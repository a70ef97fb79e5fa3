-- Owner: pishkhan_owner
-- Removes the rows that imports left out, once their time is over.

create function ranking.forget_refused_rows() returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    removed integer;
begin
    perform ranking.require_national('forget_refused_rows');
    delete from registry.refused_row r using registry.import i
    where i.id = r.import_id and i.recorded_at <= clock_timestamp() - registry.refused_rows_are_kept_for();
    get diagnostics removed = row_count;
    return removed;
end
$$;
grant execute on function ranking.forget_refused_rows() to pishkhan_app;
