-- Who signs in over SFTP by a key. Each as OpenSSH writes it in one line: kind, key, and a remark that nobody checks.
alter table wirt.ftp_login add keys text[] not null default '{}'
    check (cardinality(keys) <= 50 and array_position(keys, null) is null);
grant select (keys) on wirt.ftp_login to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
