-- Runs the nights and every command. It reads and writes rows, and can change no table.
-- It is locked until somebody gives it a password: see README.md.
create user if not exists 'dudao'@'%' account lock;
grant select, insert, update, delete on dudao.* to 'dudao'@'%';
