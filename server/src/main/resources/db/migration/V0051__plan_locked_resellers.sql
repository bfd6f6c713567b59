-- A reseller whose limits were raised by hand keeps them: changes of his plan skip him until he is bound to one again.
alter table wirt.reseller add column locked boolean not null default false;
comment on column wirt.reseller.locked is 'bound to a plan, but holds values of his own';

create or replace function wirt.give_plan() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    update wirt.subscription set limits = new.limits, permissions = new.permissions, apps = new.apps, overuse = new.overuse
    where plan_id = new.id and sync = 'SYNCED';
    update wirt.reseller set limits = new.limits, permissions = new.permissions, apps = new.apps, overuse = new.overuse,
        oversell = new.oversell
    where plan_id = new.id and not locked;
    return null;
end
$$;
