-- What every node answers the DNS of every domain from: a row for each site, and no secret in it. All nodes are sent
-- all rows, so that a subscription that moves keeps its name servers.
create table wirt.zone (
    site_id     bigint primary key references wirt.site (id) on delete cascade,
    host        text not null,
    node_id     bigint not null,
    customer_id bigint not null,
    reseller_id bigint not null,
    gone        boolean not null,
    moving      boolean not null
);
comment on column wirt.zone.node_id is 'where the domain is served';
comment on column wirt.zone.gone is 'site or subscription is removed; whether the customer is, his account says';
comment on column wirt.zone.moving is 'the subscription is on its way to another node';
-- Triggers write it, the views of pdns and the nodes' own roles read it.
alter table wirt.zone enable row level security;

-- The one place that says what stands there. 2048 is REMOVED.
create function wirt.keep_zones(sites bigint[]) returns void
    language sql security definer set search_path = wirt, pg_temp as $$
    insert into wirt.zone as z (site_id, host, node_id, customer_id, reseller_id, gone, moving)
    select w.id, w.host, w.node_id, w.customer_id, w.reseller_id,
           w.released or (w.reasons | s.reasons) & 2048 <> 0,
           exists (select from wirt.relocation r where r.subscription_id = s.id)
    from wirt.site w
    join wirt.subscription s on s.id = w.subscription_id
    where w.id = any(sites)
    on conflict (site_id) do update set host = excluded.host, node_id = excluded.node_id,
        customer_id = excluded.customer_id, reseller_id = excluded.reseller_id, gone = excluded.gone,
        moving = excluded.moving
    where z <> excluded
$$;
revoke execute on function wirt.keep_zones(bigint[]) from public;
select wirt.keep_zones(array(select id from wirt.site));

create function wirt.zone_added() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    perform wirt.keep_zones(array(select id from touched));
    return null;
end
$$;
create trigger zone_added after insert on wirt.site
    referencing new table as touched for each statement execute function wirt.zone_added();

-- An owner and a node come by foreign key, a statement for each subscription.
create function wirt.zone_changed() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    perform wirt.keep_zones(array[new.id]);
    return null;
end
$$;
create trigger zone_changed after update of host, node_id, customer_id, reseller_id, released, reasons on wirt.site
    for each row when ((old.host, old.node_id, old.customer_id, old.reseller_id, old.released, old.reasons & 2048)
        <> (new.host, new.node_id, new.customer_id, new.reseller_id, new.released, new.reasons & 2048))
    execute function wirt.zone_changed();

-- Many at once: by statement, and nothing where nobody was removed or restored.
create function wirt.zone_removed() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
declare
    concerned bigint[] := array(
        select w.id from before o join after n on n.id = o.id join wirt.site w on w.subscription_id = n.id
        where (o.reasons & 2048) <> (n.reasons & 2048));
begin
    if cardinality(concerned) > 0 then perform wirt.keep_zones(concerned); end if;
    return null;
end
$$;
create trigger zone_removed after update on wirt.subscription
    referencing old table as before new table as after for each statement execute function wirt.zone_removed();

create function wirt.zone_moving() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    perform wirt.keep_zones(array(
        select w.id from touched t join wirt.site w on w.subscription_id = t.subscription_id));
    return null;
end
$$;
create trigger zone_moving after insert on wirt.relocation
    referencing new table as touched for each statement execute function wirt.zone_moving();
create trigger zone_settled after delete on wirt.relocation
    referencing old table as touched for each statement execute function wirt.zone_moving();
