-- The program that a run was computed by; null for runs before it was noted.
alter table run add column program_version varchar(64);
