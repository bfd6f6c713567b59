-- Usage of many is told while others are worked on: whoever takes several rows takes them in the order of their numbers, as
-- the deeds do, or two of them wait for each other.
create or replace function wirt.give_plan() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    perform from wirt.subscription where plan_id = new.id and sync = 'SYNCED' order by id for no key update;
    update wirt.subscription set limits = new.limits, permissions = new.permissions, apps = new.apps, overuse = new.overuse
    where plan_id = new.id and sync = 'SYNCED';
    update wirt.reseller set limits = new.limits, permissions = new.permissions, apps = new.apps, overuse = new.overuse,
        oversell = new.oversell
    where plan_id = new.id and not locked;
    return null;
end
$$;

create or replace function wirt.count_again(p_accounts bigint[]) returns void
    language sql security definer set search_path = wirt, pg_temp
begin atomic
    select from wirt.account_counter where account_id = any(p_accounts) order by account_id for no key update;
    update wirt.account_counter c set subscriptions = n.subscriptions, domains = n.domains, disk_used = n.disk_used,
        disk_granted = n.disk_granted, traffic_used = n.traffic_used, traffic_granted = n.traffic_granted
    from unnest(p_accounts) a (id) cross join lateral (
        select count(*) subscriptions, coalesce(sum(s.sites), 0) domains,
            coalesce(sum(s.disk_used), 0) disk_used, coalesce(sum(s.traffic_used), 0) traffic_used,
            case when bool_or(s.disk < 0) then -1 else coalesce(sum(s.disk), 0) end disk_granted,
            case when bool_or(s.traffic < 0) then -1 else coalesce(sum(s.traffic), 0) end traffic_granted
        from (select u.disk_used, u.traffic_used, coalesce((u.limits ->> 'disk_space')::bigint, -1) disk,
                  coalesce((u.limits ->> 'max_traffic')::bigint, -1) traffic,
                  (select count(*) from wirt.site w where w.subscription_id = u.id) sites
              from wirt.subscription u where u.customer_id = a.id and u.reasons & 2048 = 0) s) n
    where c.account_id = a.id;
end;

create or replace function wirt.node_traffic(subscriptions bigint[], bytes bigint[]) returns void
language sql security definer set search_path = wirt, pg_temp as $$
    select from wirt.subscription where id = any(subscriptions) and node_id = wirt.calling_node() order by id for no key update;
    update wirt.subscription s set traffic_month = m.month, used_at = clock_timestamp(),
        traffic_used = t.bytes + case when s.traffic_month = m.month then s.traffic_used else 0 end
    from unnest(subscriptions, bytes) t (id, bytes), (select date_trunc('month', now() at time zone 'UTC')::date) m (month)
    where s.id = t.id and s.node_id = wirt.calling_node()
$$;

create or replace function wirt.node_disk(subscriptions bigint[], bytes bigint[]) returns void
language sql security definer set search_path = wirt, pg_temp as $$
    select from wirt.subscription where id = any(subscriptions) and node_id = wirt.calling_node() order by id for no key update;
    update wirt.subscription s set disk_used = d.bytes, used_at = clock_timestamp()
    from unnest(subscriptions, bytes) d (id, bytes) where s.id = d.id and s.node_id = wirt.calling_node()
$$;
