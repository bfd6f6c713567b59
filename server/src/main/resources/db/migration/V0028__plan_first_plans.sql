-- A fresh installation has these two (decision 13). Permissions a plan does not name are off, limits it does not name unlimited.
insert into wirt.plan (kind, account_id, reseller_id, name, limits, permissions, apps) values
('HOSTING', 1, 1, 'Unlimited', '{}',
 '{"panel_access":true,"create_domains":true,"manage_subdomains":true,"manage_aliases":true,"manage_ftp":true,"manage_mail":true,"manage_maillists":true,"manage_dns":true,"manage_phosting":true,"manage_php_settings":true,"manage_php_version":true,"manage_crontab":true,"manage_users":true,"manage_apps":true,"manage_db_users":true,"manage_log":true,"manage_webstat":true,"backup_local":true,"backup_remote":true,"manage_sh_access":true,"manage_spamfilter":true,"manage_virusfilter":true}',
 null),
('HOSTING', 1, 1, 'Default Domain',
 '{"disk_space":10737418240,"max_traffic":107374182400,"max_site":10,"max_subdom":-1,"max_dom_aliases":-1,"max_box":50,"mbox_quota":1073741824,"total_mboxes_quota":-1,"max_maillists":10,"max_wu":0,"max_subftp_users":10,"max_db":10,"max_db_size":-1,"max_tasks":10,"max_users":10}',
 '{"panel_access":true,"create_domains":true,"manage_subdomains":true,"manage_aliases":true,"manage_ftp":true,"manage_mail":true,"manage_dns":true,"manage_phosting":true,"manage_php_settings":true,"manage_crontab":true,"manage_users":true,"manage_apps":true,"manage_db_users":true,"manage_log":true,"manage_webstat":true,"backup_local":true}',
 null);
