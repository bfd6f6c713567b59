-- Of scripts of web users plans speak in one spelling, subscriptions and domains in the other: both were told, of one thing.
insert into wirt.kept (subject, subject_id, name, value)
select subject, subject_id, 'hosting.wuscripts', value from wirt.kept
where subject in ('subscription', 'site') and name = 'hosting.wu_script'
on conflict do nothing;

delete from wirt.kept where subject in ('subscription', 'site') and name = 'hosting.wu_script';
