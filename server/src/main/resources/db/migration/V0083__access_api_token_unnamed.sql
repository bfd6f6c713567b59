-- Programs that make keys for programs need not say what they are for.
alter table wirt.api_token drop constraint api_token_name_check, add check (length(name) <= 100);
