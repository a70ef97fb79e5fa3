-- Every index costs each import or ranking its time, so a foreign key has one only where somebody asks by it, or where
-- the row that it names may go. Offices, imports, listed offices, declarations and holders never do.
create trigger holder_is_never_deleted before delete or truncate on registry.licence_holder
    for each statement execute function registry.refuse_change();

drop index registry.declaration_office_id_province_id_idx, registry.association_score_office_id_province_id_idx,
    registry.satisfaction_score_office_id_province_id_idx, registry.violation_office_id_province_id_idx,
    registry.office_history_id_province_id_idx, registry.census_office_office_id_province_id_idx,
    registry.declaration_revision_idx, registry.association_score_revision_idx,
    registry.satisfaction_score_revision_idx, registry.violation_revision_idx,
    registry.census_office_holder_id_idx, registry.census_office_earlier_declaration_idx,
    registry.assessment_census_id_office_id_code_idx;

-- An account that reads its own acts only reads them newest first.
create index act_actor_id_id_idx on registry.act (actor_id, id);
drop index registry.act_actor_id_idx;
