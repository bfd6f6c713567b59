-- What a node tells every half minute waits for the locks of no deed for ever: it is told again.
alter function wirt.node_traffic(bigint[], bigint[]) set lock_timeout = '5s';
alter function wirt.node_disk(bigint[], bigint[]) set lock_timeout = '5s';
