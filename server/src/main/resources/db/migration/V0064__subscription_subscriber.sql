-- A subscription that goes to another owner takes all it has along by foreign key; the servers look again whether it is
-- live.
create trigger wake_handed_over after update of customer_id on wirt.subscription
    for each row when (old.customer_id <> new.customer_id) execute function wirt.wake();
alter table wirt.subscription enable always trigger wake_handed_over;
