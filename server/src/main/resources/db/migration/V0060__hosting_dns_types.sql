alter table wirt.dns_record
    drop constraint dns_record_type_check,
    add constraint dns_record_type_check
        check (type in ('A', 'AAAA', 'CNAME', 'MX', 'TXT', 'SRV', 'CAA', 'HTTPS', 'TLSA', 'DS', 'PTR', 'NS'));
