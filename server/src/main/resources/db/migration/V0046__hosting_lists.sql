-- The lists of subscriptions and domains: over all or by realm, sorted; what is dark by small partial indexes.
create index site_host_id on wirt.site (host, id) where not released;
create index site_reseller_host_id on wirt.site (reseller_id, host, id) where not released;
create index site_dark on wirt.site (id) where reasons <> 0 or disabled;
create index site_host_text on wirt.site using gin (host wirt.gin_trgm_ops);
create index subscription_created on wirt.subscription (created_at, id);
create index subscription_reseller_created on wirt.subscription (reseller_id, created_at, id);
create index subscription_dark on wirt.subscription (id) where reasons <> 0;
create index subscription_name_text on wirt.subscription using gin (name wirt.gin_trgm_ops);
