-- Limits near the greatest number there is add up to more than that: then what is granted is the greatest number.
create or replace function wirt.count_again(p_accounts bigint[]) returns void
    language sql security definer set search_path = wirt, pg_temp
begin atomic
    select from wirt.account_counter where account_id = any(p_accounts) order by account_id for no key update;
    update wirt.account_counter c set subscriptions = n.subscriptions, domains = n.domains, disk_used = n.disk_used,
        disk_granted = n.disk_granted, traffic_used = n.traffic_used, traffic_granted = n.traffic_granted
    from unnest(p_accounts) a (id) cross join lateral (
        select count(*) filter (where s.counts) subscriptions,
            coalesce(sum(s.sites) filter (where s.counts), 0) domains,
            coalesce(sum(s.disk_used) filter (where s.counts), 0) disk_used,
            coalesce(sum(s.traffic_used) filter (where s.counts), 0) traffic_used,
            case when bool_or(s.disk < 0) filter (where s.counts) then -1
                else least(coalesce(sum(s.disk) filter (where s.counts), 0), 9223372036854775807)::bigint end disk_granted,
            case when bool_or(s.traffic < 0) filter (where s.counts) then -1
                else least(coalesce(sum(s.traffic) filter (where s.counts), 0), 9223372036854775807)::bigint end traffic_granted
        from (select u.disk_used, u.traffic_used, coalesce((u.limits ->> 'disk_space')::bigint, -1) disk,
                  coalesce((u.limits ->> 'max_traffic')::bigint, -1) traffic,
                  (select count(*) from wirt.site w where w.subscription_id = u.id) sites,
                  u.reasons & 2048 = 0 counts
              from wirt.subscription u where u.customer_id = a.id) s) n
    where c.account_id = a.id;
end;
