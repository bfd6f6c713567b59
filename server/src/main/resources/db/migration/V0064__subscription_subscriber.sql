-- A subscription that goes to another owner takes all it has along by foreign key; the counters of both follow, and the
-- servers look again whether it is live.
create function wirt.count_handed_over() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    if tg_table_name = 'subscription' then
        update wirt.account_counter set subscriptions = subscriptions + case account_id when new.customer_id then 1 else -1 end
        where account_id in (old.customer_id, new.customer_id);
    else
        update wirt.account_counter set domains = domains + case account_id when new.customer_id then 1 else -1 end
        where account_id in (old.customer_id, new.customer_id);
    end if;
    return null;
end
$$;
revoke execute on function wirt.count_handed_over from public;
create trigger count_subscription_handed_over after update of customer_id on wirt.subscription
    for each row when (old.customer_id <> new.customer_id) execute function wirt.count_handed_over();
create trigger count_site_handed_over after update of customer_id on wirt.site
    for each row when (old.customer_id <> new.customer_id) execute function wirt.count_handed_over();
create trigger wake_handed_over after update of customer_id on wirt.subscription
    for each row when (old.customer_id <> new.customer_id) execute function wirt.wake();
alter table wirt.subscription enable always trigger wake_handed_over;
