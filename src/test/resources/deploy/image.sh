# shellcheck shell=bash
# Builds and runs the image without a container engine: bash image.sh DIRECTORY, as root, in a mount and process namespace of its
# own. DIRECTORY holds "stage", the instructions of the last stage as calls of the functions below; "run", what is to be
# run in the image afterwards, in the same way; "java", a link to a JDK; and "build", the files of the first stage.
# What each run says lies in DIRECTORY/NAME.out, and how it ended in DIRECTORY/NAME.code.
set -eu
directory=$1
root=$directory/root
workdir=/
user=0:0
environment=(PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin JAVA_HOME=/opt/java/openjdk LANG=en_US.UTF-8)

# What the base image has: the packages without which there is no system, and the few that its own Dockerfile names.
# So whatever else this machine has, such as curl, is not found.
base() {
	local required
	required=$(dpkg-query -W -f '${Package} ${Essential} ${Priority}\n' | awk '$2 == "yes" || /required/ { print $1 }')
	mkdir -p "$root"/{usr/bin,usr/sbin,usr/lib,usr/lib64,opt/java/openjdk,proc,dev,tmp,data,inbox,etc}
	ln -s usr/bin usr/sbin usr/lib usr/lib64 "$root"
	# shellcheck disable=SC2046,SC2086 # a word a package
	dpkg -L $(apt-cache depends --recurse --installed --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
		--no-enhances $required passwd fontconfig ca-certificates tzdata | grep '^[a-z]' | sort -u) 2>/dev/null |
		grep -vE '^/usr/share/(doc|man|locale|info)/|diverted' | sort -u | tar -C / --no-recursion -cf - -T - 2>/dev/null | tar -C "$root" -xf - || true
	cp /etc/passwd /etc/group /etc/ld.so.cache "$root/etc/"
	chmod 1777 "$root/tmp"
	mount --bind "$(readlink -f "$directory/java")" "$root/opt/java/openjdk"
	mount -t proc proc "$root/proc"
	for device in null zero random urandom; do
		touch "$root/dev/$device"
		mount --bind "/dev/$device" "$root/dev/$device"
	done
	ln -s /proc/self/fd "$root/dev/fd"
}

# As the engine does it: a new environment, the user's number, no way to more rights.
within() { (become "$@"); }

# The same as the process that it is called in, so that a signal reaches the program itself.
become() {
	exec setpriv --no-new-privs chroot --userspec="$user" --groups='' "$root" /usr/bin/env -i "${environment[@]}" HOME=/ \
		/bin/sh -c "cd '$workdir' && exec \"\$@\"" sh "$@"
}

ENV() { environment+=("$@"); }
WORKDIR() {
	workdir=$1
	mkdir -p "$root$1"
}
RUN() { within /bin/sh -c "$1"; }
USER() { user=$1; }
# The content of folders, and files by their name.
COPY() {
	local from=$1 to=$root$workdir/${*: -1}
	shift
	for source in "${@:1:$#-1}"; do
		if [ -d "$from/$source" ]; then
			mkdir -p "$to"
			cp -a "$from/$source/." "$to"
		else
			cp -a "$from/$source" "$to"
		fi
	done
}

# From now on nothing can be written but in /data, which a volume takes over as it is, and in an empty /tmp.
seal() {
	cp -a "$root/data" "$directory/volume"
	mount --rbind "$root" "$root"
	mount -o remount,bind,ro "$root"
	mount --bind "$directory/volume" "$root/data"
	mount -t tmpfs tmpfs "$root/tmp"
	mount --bind "$directory/inbox" "$root/inbox"
	mount -o remount,bind,ro "$root/inbox"
}

# run NAME COMMAND…
run() {
	local name=$1 code=0
	shift
	within "$@" >"$directory/$name.out" 2>&1 </dev/null || code=$?
	echo "$code" >"$directory/$name.code"
}

# served NAME COMMAND…, while it answers with health: HEALTH is the command of the image's own health check.
served() {
	local name=$1 code=0 tries=0
	shift
	become "$@" >"$directory/$name.out" 2>&1 </dev/null &
	local pid=$!
	until within "${HEALTH[@]}" >"$directory/$name-health.out" 2>&1; do
		tries=$((tries + 1))
		if [ $tries -ge 180 ] || ! kill -0 $pid 2>/dev/null; then
			break
		fi
		sleep 1
	done
	within "${HEALTH[@]}" >>"$directory/$name-health.out" 2>&1 || code=$?
	echo "$code" >"$directory/$name-health.code"
	kill -TERM $pid 2>/dev/null || true
	code=0
	wait $pid || code=$?
	echo "$code" >"$directory/$name.code"
	code=0
	within "${HEALTH[@]}" >"$directory/$name-gone.out" 2>&1 || code=$?
	echo "$code" >"$directory/$name-gone.code"
}

base
# shellcheck source=/dev/null
. "$directory/stage"
seal
# shellcheck source=/dev/null
. "$directory/run"
