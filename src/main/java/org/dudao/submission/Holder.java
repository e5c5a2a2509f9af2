package org.dudao.submission;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds the lease: a process of a host.
 *
 * @param host the host's name
 * @param pid the process
 * @param startedAt when the process began, in milliseconds since 1970, since numbers of
 * processes are used again; 0 when the system does not tell
 */
public record Holder(String host, long pid, long startedAt) {

	/**
	 * What holds the lease from the beginning of a restoring to its end. No process is
	 * called so, so that nobody takes it for dead.
	 */
	public static final Holder UNFINISHED_RESTORE = new Holder("unfinished-restore", 0, 0);

	/** The system derives the start from a boot time that may wander by a second. */
	private static final long START_TOLERANCE_MILLIS = 5_000;

	/** Linux gives the first space of process numbers always this name. */
	private static final String SPACE_OF_THE_HOST = "pid:[4026531836]";

	/** This process. */
	public static Holder here() {
		return new Holder(hostName(), ProcessHandle.current().pid(), start(ProcessHandle.current()));
	}

	/** The form in which the lease keeps it. */
	public String text() {
		return this.host + ":" + this.pid + ":" + this.startedAt;
	}

	/** Reads back {@link #text()}. */
	static Holder parse(String text) {
		int second = text.lastIndexOf(':');
		int first = text.lastIndexOf(':', second - 1);
		return new Holder(text.substring(0, first), Long.parseLong(text.substring(first + 1, second)),
				Long.parseLong(text.substring(second + 1)));
	}

	/**
	 * Whether it was a process of this very host that is no more: then nobody has to wait
	 * for its lease to run out. Not knowing is no.
	 */
	boolean isDeadHere() {
		if (!this.host.equals(hostName()) || this.startedAt == 0) {
			return false;
		}
		Optional<ProcessHandle> process = ProcessHandle.of(this.pid).filter(ProcessHandle::isAlive);
		return process.isEmpty() || Math.abs(start(process.get()) - this.startedAt) > START_TOLERANCE_MILLIS;
	}

	private static long start(ProcessHandle process) {
		return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
	}

	private static String hostName() {
		try {
			return InetAddress.getLocalHost().getHostName() + container();
		}
		catch (UnknownHostException nameless) {
			return "localhost" + container();
		}
	}

	/**
	 * Containers may share the name of a host and number their processes anew, so that
	 * each takes the other's for one of its own that is dead. Empty outside of a
	 * container.
	 */
	private static String container() {
		try {
			String space = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
			return space.equals(SPACE_OF_THE_HOST) ? "" : "/" + space.replaceAll("\\D", "");
		}
		catch (IOException | UnsupportedOperationException | SecurityException notLinux) {
			return "";
		}
	}

}
