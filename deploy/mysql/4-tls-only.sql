-- From now on the server refuses both users over a connection that is not encrypted.
alter user 'dudao_migration'@'%' require ssl;
alter user 'dudao'@'%' require ssl;
