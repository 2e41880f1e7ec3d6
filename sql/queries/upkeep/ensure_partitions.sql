SELECT ensure_partitions() AS made
