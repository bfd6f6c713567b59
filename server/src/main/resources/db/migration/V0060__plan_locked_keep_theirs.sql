-- A reseller who is bound to a plan above which he was raised keeps what he got, also at the moment he is bound.
drop trigger plan_taken on wirt.reseller;
create trigger plan_taken before insert or update of plan_id on wirt.reseller
    for each row when (new.plan_id is not null and not new.locked) execute function wirt.take_plan();
