-- Which regions and periods a file is about, also when it was rejected and its facts are gone.

create table submission_place (
  submission_id bigint       not null,
  region        varchar(32)  not null,
  period        int          not null,
  primary key (submission_id, region, period)
) default charset=utf8mb4 collate=utf8mb4_bin;
