-- Makes and changes the tables, by "dudao schema --apply", before a new version or a new catalogue runs.
-- It is locked until somebody gives it a password: see README.md.
create user if not exists 'dudao_migration'@'%' account lock;
grant select, insert, update, delete, create, alter, drop, index, references on dudao.* to 'dudao_migration'@'%';
