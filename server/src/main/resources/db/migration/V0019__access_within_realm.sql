-- What a reseller does not hold himself holds for nobody below him, whatever their contracts say: the lower of the two
-- counts. Access to the panel is each one's own. The administrator's realm bounds nothing.
create function wirt.within_realm(p_permissions jsonb, p_reseller bigint) returns jsonb
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select coalesce(
        (select jsonb_object_agg(k.key, case when k.key = 'panel_access' or r.permissions @> jsonb_build_object(k.key, true)
                                             then k.value else 'false'::jsonb end)
         from wirt.reseller r cross join jsonb_each(p_permissions) k
         where r.account_id = p_reseller),
        p_permissions);
end;
revoke execute on function wirt.within_realm from public;
grant execute on function wirt.within_realm to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
