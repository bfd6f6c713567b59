-- What a subscription uses is measured by the servers: traffic since the first of a month, disk space at a moment.
alter table wirt.subscription add column traffic_month date;
comment on column wirt.subscription.traffic_used is 'bytes since the first day of traffic_month, the server''s time zone';
comment on column wirt.subscription.used_at is 'when disk or traffic was last measured; null: not yet';
create index subscription_unmeasured on wirt.subscription (id) where used_at is null;
grant select (traffic_month) on wirt.subscription to wirt_customer;
