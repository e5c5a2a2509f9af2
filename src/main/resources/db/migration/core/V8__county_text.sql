-- What counties write themselves into their reports, and from when to when it counted.

create table county_text (
  id            bigint       not null auto_increment primary key,
  region        varchar(16)  not null,
  period        int          not null,
  sha256        char(64)     not null,       -- of its bytes, by which the archive has it
  file_name     varchar(255) not null,
  received_at   datetime(6)  not null,
  superseded_at datetime(6),
  key county_text_place (region, period)
) default charset=utf8mb4 collate=utf8mb4_bin;
