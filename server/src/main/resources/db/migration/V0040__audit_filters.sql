-- What the audit log is filtered by besides time and realm.
create index audit_verb on wirt.audit (verb, at desc, id desc);
create index audit_actor on wirt.audit (lower(actor), at desc, id desc);
