-- The look for drift asks mail servers by address: without these columns it failed as soon as a node served.
grant select (address, local, domain) on node.mail_user to wirt_system;
