-- The database. Run as an administrator; for MySQL 8 and MariaDB 10.6 and newer alike.
create database if not exists dudao character set utf8mb4 collate utf8mb4_bin;
