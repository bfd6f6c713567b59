-- One role per scope. The application logs in as wirt_app, which sees no tenant row until it has taken one of
-- these roles for the length of a transaction (docs/decisions/0003).
do $$
declare
    name text;
begin
    foreach name in array array['wirt_app', 'wirt_admin', 'wirt_reseller', 'wirt_customer', 'wirt_system', 'wirt_node'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I', name);
        end if;
    end loop;
end
$$;

alter role wirt_app login;
grant wirt_admin, wirt_reseller, wirt_customer, wirt_system, wirt_node to wirt_app with inherit false, set true;

create schema if not exists node;
revoke all on schema public from public;
grant usage on schema wirt to wirt_app, wirt_admin, wirt_reseller, wirt_customer, wirt_system;
grant usage on schema node to wirt_node;
