-- Names of places stay: what is published names its places, and must not change. A place under another name is another
-- place. A migration that corrects a name all the same raises the number in the tags of whole publications.
create trigger province_keeps_its_name before update on registry.province for each row
    when (row(old.code, old.name_fa, old.name_en) is distinct from row(new.code, new.name_fa, new.name_en))
    execute function registry.refuse_change();
create trigger county_keeps_its_name before update on registry.county for each row
    when (row(old.code, old.name_fa, old.province_id) is distinct from row(new.code, new.name_fa, new.province_id))
    execute function registry.refuse_change();
create trigger locality_keeps_its_name before update on registry.locality for each row
    when (row(old.name_fa, old.county_id) is distinct from row(new.name_fa, new.county_id))
    execute function registry.refuse_change();
