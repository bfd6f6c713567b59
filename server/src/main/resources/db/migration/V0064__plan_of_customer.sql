-- A customer hears what the plans of his subscriptions are called, and nothing else of them.
grant select (id, guid, name) on wirt.plan to wirt_customer;
create policy customer on wirt.plan to wirt_customer
    using (exists (select from wirt.subscription s where s.plan_id = plan.id));
