-- A publication takes its place among the revisions, so that what was known up to a revision includes the ranks in force.
-- Whoever has a revision holds it until its transaction ends, as imports do.
create function registry.revision_of_publication() returns bigint
language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(hashtext('registry.revision'));
    return nextval('registry.revision');
end
$$;
-- Publications that were there before count as known since the beginning.
alter table registry.publication add column revision bigint not null default 0;
alter table registry.publication alter column revision set default registry.revision_of_publication();
