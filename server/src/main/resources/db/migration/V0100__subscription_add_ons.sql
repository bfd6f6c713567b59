-- What is sold on top of a plan, as subscriptions take it. What programs say of it besides stands in wirt.kept_object, under the
-- same number. A limit that it does not name it does not raise.
create table wirt.add_on (
    id          bigint primary key references wirt.kept_object (id) on delete cascade,
    guid        uuid not null unique,
    name        text not null,
    account_id  bigint not null,
    reseller_id bigint not null,
    limits      jsonb not null,
    permissions jsonb not null,
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
create index add_on_account on wirt.add_on (account_id, reseller_id);

create table wirt.subscription_add_on (
    subscription_id bigint not null references wirt.subscription (id) on delete cascade,
    add_on_id       bigint not null references wirt.add_on (id) on delete cascade,
    primary key (subscription_id, add_on_id)
);
create index subscription_add_on_of on wirt.subscription_add_on (add_on_id);

alter table wirt.add_on enable row level security;
alter table wirt.subscription_add_on enable row level security;
create policy admin on wirt.add_on to wirt_admin, wirt_system using (true);
create policy reseller on wirt.add_on to wirt_reseller using (reseller_id = wirt.reseller_scope());
create policy customer on wirt.add_on to wirt_customer
    using (exists (select from wirt.subscription_add_on b where b.add_on_id = add_on.id));
create policy admin on wirt.subscription_add_on to wirt_admin, wirt_system using (true);
create policy tenant on wirt.subscription_add_on to wirt_reseller, wirt_customer
    using (exists (select from wirt.subscription s where s.id = subscription_add_on.subscription_id));
grant select, insert, update, delete on wirt.add_on, wirt.subscription_add_on to wirt_admin, wirt_reseller, wirt_system;
grant select (id, guid, name) on wirt.add_on to wirt_customer;
grant select on wirt.subscription_add_on to wirt_customer;

-- These limits with those of an add-on, as Limits.plus in Java: amounts are added up, of sizes of a single thing the larger one
-- holds, unlimited wins, and a warning stays where it was.
create function wirt.limits_plus(held jsonb, more jsonb) returns jsonb
    language sql immutable parallel safe
begin atomic
    select coalesce(jsonb_object_agg(h.key, case
        when not more ? h.key then h.value
        when -1 in (h.value::numeric, (more -> h.key)::numeric) then to_jsonb(-1)
        when h.key in ('hard_quota', 'disk_warn', 'traffic_warn', 'max_cl') then h.value
        when h.key in ('mbox_quota', 'out_msgs_box', 'out_msgs_domain', 'out_msgs_subscription')
            then to_jsonb(greatest(h.value::numeric, (more -> h.key)::numeric))
        else to_jsonb(least(h.value::numeric + (more -> h.key)::numeric, 9223372036854775807)) end), '{}')
    from jsonb_each(held) h;
end;

-- On if either says on, as Permissions.or in Java.
create function wirt.permissions_or(held jsonb, more jsonb) returns jsonb
    language sql immutable parallel safe
begin atomic
    select held || coalesce(jsonb_object_agg(m.key, m.value), '{}') from jsonb_each(more) m
    where m.value = 'true' or not held ? m.key;
end;

-- A subscription that follows its plan holds the plan's values and those of its add-ons in its own columns (V0027).
create function wirt.take_plan_and_add_ons() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
declare
    one record;
begin
    select p.limits, p.permissions, p.apps, p.overuse into new.limits, new.permissions, new.apps, new.overuse
    from wirt.plan p where p.id = new.plan_id;
    for one in select a.limits, a.permissions from wirt.subscription_add_on b join wirt.add_on a on a.id = b.add_on_id
               where b.subscription_id = new.id order by a.id
    loop
        new.limits := wirt.limits_plus(new.limits, one.limits);
        new.permissions := wirt.permissions_or(new.permissions, one.permissions);
    end loop;
    return new;
end
$$;
drop trigger plan_taken on wirt.subscription;
create trigger plan_taken before insert or update of plan_id, sync on wirt.subscription
    for each row when (new.sync = 'SYNCED') execute function wirt.take_plan_and_add_ons();

create or replace function wirt.give_plan() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    perform from wirt.subscription where plan_id = new.id and sync = 'SYNCED' order by id for no key update;
    update wirt.subscription s set limits = new.limits, permissions = new.permissions, apps = new.apps, overuse = new.overuse
    where plan_id = new.id and sync = 'SYNCED' and not exists (select from wirt.subscription_add_on b where b.subscription_id = s.id);
    update wirt.subscription s set sync = sync
    where plan_id = new.id and sync = 'SYNCED' and exists (select from wirt.subscription_add_on b where b.subscription_id = s.id);
    update wirt.reseller set limits = new.limits, permissions = new.permissions, apps = new.apps, overuse = new.overuse,
        oversell = new.oversell
    where plan_id = new.id and not locked;
    return null;
end
$$;

-- Whoever follows his plan and has an add-on, has what it gives at once, and no longer than he has it.
create function wirt.take_again(p_subscriptions bigint[]) returns void
    language sql set search_path = wirt, pg_temp as $$
    select from wirt.subscription where id = any(p_subscriptions) and sync = 'SYNCED' order by id for no key update;
    update wirt.subscription set sync = sync where id = any(p_subscriptions) and sync = 'SYNCED'
$$;
revoke execute on function wirt.take_again from public;

create function wirt.give_add_on() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    perform wirt.take_again(array(select subscription_id from wirt.subscription_add_on where add_on_id = new.id));
    return null;
end
$$;
create trigger add_on_given after update of limits, permissions on wirt.add_on
    for each row execute function wirt.give_add_on();

create function wirt.add_on_bound() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    perform wirt.take_again(array(select distinct subscription_id from touched));
    return null;
end
$$;
create trigger add_on_bound after insert on wirt.subscription_add_on
    referencing new table as touched for each statement execute function wirt.add_on_bound();
create trigger add_on_unbound after delete on wirt.subscription_add_on
    referencing old table as touched for each statement execute function wirt.add_on_bound();
