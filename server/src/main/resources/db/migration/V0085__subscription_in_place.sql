-- Subscriptions without what is in the recycle bin: be it they themselves or whom they belong to. A view, because the planner
-- takes it apart as if its words stood in the question; a function with a question in it would be asked row by row. Whoever asks
-- sees what he would see of the table; the description, which customers must not read, is not in it.
create view wirt.subscription_in_place with (security_invoker = true) as
select s.id, s.guid, s.customer_id, s.reseller_id, s.node_id, s.name, s.limits, s.permissions, s.overuse, s.home, s.expires_at,
       s.disk_used, s.traffic_used, s.used_at, s.reasons
from wirt.subscription s
where s.reasons & 2048 = 0
  and not exists (select from wirt.account g where g.id in (s.customer_id, s.reseller_id) and g.removed);
grant select on wirt.subscription_in_place to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
