-- The plan 'Unlimited' of a fresh installation grants all that a plan of hosting is expected to grant; these four were
-- missing. Who has changed it meanwhile keeps it as it is.
update wirt.plan
set permissions = permissions || '{"manage_anonftp":true,"manage_performance":true,"manage_quota":true,"remote_db":true}'
where account_id = 1 and kind = 'HOSTING' and name = 'Unlimited' and changed = 0;
