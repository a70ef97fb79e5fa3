-- Why a step of a half-year could not be taken is the operator's matter: its texts may name what is not published yet.
insert into registry.role_deed (role, deed)
values ('headquarters', 'read_step_failures'), ('auditor', 'read_step_failures'), ('system', 'read_step_failures');
