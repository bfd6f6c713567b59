-- Who asks: one role per server, known by the operating system. They outlive the database.
do $$
declare
    r text;
begin
    foreach r in array array['wirt_web', 'wirt_ftp', 'wirt_mail', 'wirt_mailbox', 'wirt_dns', 'wirt_agent'] loop
        if not exists (select from pg_roles where rolname = r) then execute format('create role %I login', r); end if;
    end loop;
    -- The views' own file names it.
    if not exists (select from pg_roles where rolname = 'wirt_node') then create role wirt_node; end if;
end
$$;
