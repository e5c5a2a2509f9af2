-- The indicator that a formula lacks, or the parameter without a value.
alter table indicator_value add column gap_of varchar(64);
