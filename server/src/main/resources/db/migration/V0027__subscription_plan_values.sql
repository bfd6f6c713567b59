-- A subscription that follows its plan holds the plan's values in its own columns, so that every reader, customers
-- included, finds what is granted in one row. These triggers are the one place that keeps it so; leaving a plan freezes
-- the values as they are.
create function wirt.take_plan() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    select p.limits, p.permissions, p.apps, p.overuse into new.limits, new.permissions, new.apps, new.overuse
    from wirt.plan p where p.id = new.plan_id;
    return new;
end
$$;
create trigger plan_taken before insert or update of plan_id, sync on wirt.subscription
    for each row when (new.sync = 'SYNCED') execute function wirt.take_plan();
-- A reseller whose limits were raised by hand keeps them, also at the moment he is bound to a plan.
create trigger plan_taken before insert or update of plan_id on wirt.reseller
    for each row when (new.plan_id is not null and not new.locked) execute function wirt.take_plan();

create function wirt.give_plan() returns trigger
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
create trigger plan_given after update of limits, permissions, apps, overuse, oversell on wirt.plan
    for each row execute function wirt.give_plan();
