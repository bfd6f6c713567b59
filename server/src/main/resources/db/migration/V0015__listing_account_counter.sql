-- Counters that lists show and sort by: how many subscriptions and domains an account has, what they use and may use.
-- Counted anew for the accounts that a statement touched, so that no way of changing something can leave a wrong sum;
-- what is in the recycle bin does not count.
create table wirt.account_counter (
    account_id    bigint primary key,
    reseller_id   bigint not null,
    subscriptions integer not null default 0,
    domains       integer not null default 0,
    disk_used       bigint not null default 0,
    disk_granted    bigint not null default 0,
    traffic_used    bigint not null default 0,
    traffic_granted bigint not null default 0,
    disk_share      double precision generated always as (
        case when disk_granted > 0 then disk_used * 100.0::double precision / disk_granted
             when disk_granted = 0 and disk_used > 0 then 'infinity' end) stored,
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
comment on column wirt.account_counter.disk_granted is 'bytes; -1: unlimited, because one of the subscriptions is';
comment on column wirt.account_counter.disk_share is 'per cent of disk_granted; null: unlimited, or nothing of nothing';
-- Only those who have used half of what they may: the lists ask for the fullest, and measuring the others touches no
-- index more.
create index account_counter_disk_share on wirt.account_counter (disk_share, account_id) where disk_share > 50;
create index account_counter_subscriptions on wirt.account_counter (subscriptions, account_id);
create index account_counter_domains on wirt.account_counter (domains, account_id);
create index account_counter_reseller_subscriptions on wirt.account_counter (reseller_id, subscriptions, account_id);
create index account_counter_reseller_domains on wirt.account_counter (reseller_id, domains, account_id);
create index account_counter_disk on wirt.account_counter (disk_used, account_id);
create index account_counter_traffic on wirt.account_counter (traffic_used, account_id);
create index account_counter_reseller_disk on wirt.account_counter (reseller_id, disk_used, account_id);
create index account_counter_reseller_traffic on wirt.account_counter (reseller_id, traffic_used, account_id);
alter table wirt.account_counter enable row level security;
create policy admin on wirt.account_counter for select to wirt_admin, wirt_system using (true);
create policy reseller on wirt.account_counter for select to wirt_reseller using (reseller_id = wirt.reseller_scope());
create policy customer on wirt.account_counter for select to wirt_customer using (account_id = wirt.account_scope());
grant select on wirt.account_counter to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

create function wirt.count_account() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    insert into wirt.account_counter (account_id, reseller_id) select id, reseller_id from added;
    return null;
end
$$;
create trigger count_account after insert on wirt.account
    referencing new table as added for each statement execute function wirt.count_account();
insert into wirt.account_counter (account_id, reseller_id) values (1, 1);

create function wirt.count_again(p_accounts bigint[]) returns void
    language sql security definer set search_path = wirt, pg_temp
begin atomic
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
revoke execute on function wirt.count_again from public;

create function wirt.count_touched() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    perform wirt.count_again(array(select distinct customer_id from touched));
    return null;
end
$$;
create function wirt.count_changed() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
declare
    concerned bigint[] := array(
        select distinct unnest(array[o.customer_id, n.customer_id]) from before o join after n on n.id = o.id
        where o.customer_id <> n.customer_id or o.disk_used <> n.disk_used or o.traffic_used <> n.traffic_used
            or o.limits <> n.limits or (o.reasons & 2048) <> (n.reasons & 2048));
begin
    if cardinality(concerned) > 0 then perform wirt.count_again(concerned); end if;
    return null;
end
$$;
create trigger count_added after insert on wirt.subscription
    referencing new table as touched for each statement execute function wirt.count_touched();
create trigger count_gone after delete on wirt.subscription
    referencing old table as touched for each statement execute function wirt.count_touched();
create trigger count_changed after update on wirt.subscription
    referencing old table as before new table as after for each statement execute function wirt.count_changed();
create trigger count_added after insert on wirt.site
    referencing new table as touched for each statement execute function wirt.count_touched();
create trigger count_gone after delete on wirt.site
    referencing old table as touched for each statement execute function wirt.count_touched();
