-- What a node tells every half minute does not wait behind a deed on many: it is told again. What it confirms goes by the
-- same connection, and somebody waits for that.
alter function wirt.node_traffic(bigint[], bigint[]) set lock_timeout = '200ms';
alter function wirt.node_disk(bigint[], bigint[]) set lock_timeout = '200ms';
