-- The number 1 is that of the database server that is always there: nothing that is kept has it.
select nextval(pg_get_serial_sequence('wirt.kept_object', 'id'));

-- The administrator's database servers. Whoever makes a database may name one, and sees nothing else of his.
create function wirt.db_servers() returns setof wirt.kept_object
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select k.id, k.kind, k.subject, k.subject_id, k.name, k.data from wirt.kept_object k where k.kind = 'db-server';
end;
revoke execute on function wirt.db_servers() from public;
grant execute on function wirt.db_servers() to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

-- Who may use all databases of a subscription may do so on one server. So far there was one.
update wirt.kept_object set data = data || '{"db-server-id": "1"}'
where kind = 'database-user' and coalesce(data ->> 'db-id', '') = '' and not data ? 'db-server-id';
