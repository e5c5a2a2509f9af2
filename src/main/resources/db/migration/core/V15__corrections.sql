-- Which submission was made out of which by a correction file, and what that file said of each rejected row.

alter table submission add column parent_id bigint;
alter table submission add column correction_sha256 char(64);
alter table submission add column correction_name varchar(255);
create index submission_parent on submission (parent_id);
create index submission_correction on submission (correction_sha256);

create table corrected_row (
  submission_id bigint      not null,        -- the child
  parent_line   int         not null,        -- the line in the parent's file, whose row was rejected there
  line          int,                         -- the line in the child's file, null when the row was taken out
  standing      varchar(8)  not null,        -- RETURNED, LEFT, DELETED
  issues        mediumtext  not null,        -- JSON: what was wrong with a row that was left out, else empty
  primary key (submission_id, parent_line)
) default charset=utf8mb4 collate=utf8mb4_bin;
