-- Programs are told when a subscription has used up its space or its traffic, whoever measured it, and also when a smaller limit
-- makes it so. It is told once: again only after the usage was below the limit, as with each new month.
create function wirt.used_up(used bigint, granted text) returns boolean
    language sql immutable parallel safe
    return used > 0 and coalesce(granted::bigint, -1) >= 0 and used >= granted::bigint;

create function wirt.tell_used_up() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
declare
    resource text := tg_argv[0];
    used text := resource || '-used';
begin
    insert into wirt.audit (actor_id, actor, door, request_id, verb, object, object_id, object_name, account_id, reseller_id, outcome,
        before, after)
    values (0, 'Wirt', 'SYSTEM', gen_random_uuid()::text, 'subscription.' || resource || '-limit', 'subscription', new.id, new.name,
        new.customer_id, new.reseller_id, 'DONE',
        jsonb_build_object(used, to_jsonb(old) -> tg_argv[1]),
        jsonb_build_object(used, to_jsonb(new) -> tg_argv[1], 'limit.' || tg_argv[2], new.limits -> tg_argv[2]));
    return null;
end
$$;
revoke execute on function wirt.tell_used_up from public;

create trigger disk_used_up after update on wirt.subscription for each row
    when (wirt.used_up(new.disk_used, new.limits ->> 'disk_space') and not wirt.used_up(old.disk_used, old.limits ->> 'disk_space'))
    execute function wirt.tell_used_up('disk', 'disk_used', 'disk_space');
create trigger traffic_used_up after update on wirt.subscription for each row
    when (wirt.used_up(new.traffic_used, new.limits ->> 'max_traffic')
        and not (wirt.used_up(old.traffic_used, old.limits ->> 'max_traffic')
            and old.traffic_month is not distinct from new.traffic_month))
    execute function wirt.tell_used_up('traffic', 'traffic_used', 'max_traffic');
