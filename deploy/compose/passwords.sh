# Read by the entry point of MySQL's image after the files of deploy/mysql: the two users of Dudao get the passwords of their
# files and are unlocked. The statements go through a pipe, so no password stands in a list of processes.
# shellcheck shell=bash

dudao_quoted() {
	local text
	text=$(cat "$1")
	[ -n "$text" ] || {
		echo "dudao: $1 is empty; it must hold the password." >&2
		return 1
	}
	text=${text//\\/\\\\}
	printf "'%s'" "${text//\'/\'\'}"
}

dudao_passwords() {
	local secrets=${DUDAO_SECRETS:-/run/secrets} runtime migration
	runtime=$(dudao_quoted "$secrets/dudao-db") || return 1
	migration=$(dudao_quoted "$secrets/dudao-migration") || return 1
	docker_process_sql <<-SQL
		alter user 'dudao'@'%' identified by $runtime account unlock;
		alter user 'dudao_migration'@'%' identified by $migration account unlock;
	SQL
}

dudao_passwords || exit 1
