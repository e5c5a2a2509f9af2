package org.dudao.deploy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The image as it is built and run, without a container engine: the instructions of the
 * Dockerfile's last stage on the packages that its base has, then the program as its user
 * on a root that cannot be written.
 */
class ImageIT {

	private static final int NEEDS_OFFICER = 2;

	private static final int STOPPED = 128 + 15;

	private static final String PROGRAM = "/opt/dudao/dudao";

	/** {@code -Xshare:on} refuses to start when the archive of classes does not fit. */
	private static final String ARCHIVE_OR_NOTHING = "env DUDAO_JAVA_OPTS=-Xshare:on ";

	@TempDir
	private static Path directory;

	@BeforeAll
	static void buildAndRun() throws IOException, InterruptedException {
		assumeTrue(ProcessHandle.current().info().user().filter("root"::equals).isPresent(),
				"not root on Linux: the image's layout is not run");
		for (String needed : List.of("unshare", "setpriv", "chroot", "dpkg-query", "apt-cache")) {
			assumeTrue(
					Stream.of(System.getenv("PATH").split(":"))
						.anyMatch((folder) -> Files.isExecutable(Path.of(folder, needed))),
					needed + " is not installed: the image's layout is not run");
		}
		assumeTrue(mayMount(), "namespaces may not be made here, as in a container: the image's layout is not run");
		Path jar = Path.of("target/dudao.jar");
		assumeTrue(Files.isRegularFile(jar), "no target/dudao.jar: the image's layout is not run");
		Files.createSymbolicLink(directory.resolve("java"), java());
		Files.createDirectories(directory.resolve("build/src"));
		sh("extract", "java/bin/java", "-Djarmode=tools", "-jar", jar.toAbsolutePath().toString(), "extract",
				"--destination", "build/src/app");
		Path inbox = Path.of("sample-data/inbox").toAbsolutePath();
		Files.createDirectories(directory.resolve("inbox"));
		sh("inbox", "cp", "-r", inbox.resolve("110000").toString(), inbox.resolve("420602").toString(), "inbox");
		Files.writeString(directory.resolve("stage"), stage());
		Files.writeString(directory.resolve("run"), runs());
		sh("image", "unshare", "--mount", "--pid", "--fork", "--kill-child", "bash",
				Path.of("src/test/resources/deploy/image.sh").toAbsolutePath().toString(), directory.toString());
	}

	/** Root of a container is root, and may not even so. */
	private static boolean mayMount() throws IOException, InterruptedException {
		return new ProcessBuilder("unshare", "--mount", "--pid", "--fork", "true").redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor() == 0;
	}

	/** The newest one, as the image has it; else that of the tests. */
	private static Path java() throws IOException {
		Path installed = Path.of("/usr/lib/jvm");
		if (Files.isDirectory(installed)) {
			try (Stream<Path> all = Files.list(installed)) {
				Path newest = all.filter((jdk) -> jdk.getFileName().toString().matches("temurin-25-.*"))
					.findFirst()
					.orElse(null);
				if (newest != null) {
					return newest;
				}
			}
		}
		return Path.of(System.getProperty("java.home"));
	}

	private static String stage() {
		Path here = Path.of("").toAbsolutePath();
		return Dockerfile.ofThisProject().last().stream().map((one) -> switch (one.name()) {
			case "RUN" -> "RUN " + quoted(one.arguments());
			case "ENV", "WORKDIR", "USER" -> one.name() + " " + one.arguments();
			case "COPY" -> one.arguments().startsWith("--from=build /")
					? "COPY " + directory.resolve("build") + " " + one.arguments().substring("--from=build /".length())
					: "COPY " + here + " " + one.arguments();
			default -> ": " + quoted(one.name());
		}).collect(Collectors.joining("\n"));
	}

	private static String runs() throws IOException {
		List<String> health = Dockerfile.words(Dockerfile.ofThisProject().last("HEALTHCHECK").get(0));
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		return """
				run nightly %1$s nightly --inbox /inbox
				run digest %2$s%1$s digest
				run chinese %1$s report --region 420602 --period 2024 --lang zh -o /data/report.html
				run doctor %1$s doctor
				run user id
				run write sh -c 'touch /opt/dudao/x; touch /x; touch /inbox/x; touch /data/x && touch /tmp/x'
				ENV DUDAO_PORT=%3$d
				HEALTH=(%4$s)
				served serve %1$s serve --inbox /inbox
				""".formatted(PROGRAM, ARCHIVE_OR_NOTHING, port,
				health.stream().map(ImageIT::quoted).collect(Collectors.joining(" ")));
	}

	private static String quoted(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

	private static void sh(String name, String... command) throws IOException, InterruptedException {
		Path out = directory.resolve(name + ".log");
		Process process = new ProcessBuilder(command).directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(out.toFile())
			.start();
		assertThat(process.waitFor(15, TimeUnit.MINUTES)).as(name).isTrue();
		assertThat(process.exitValue()).as(Files.readString(out)).isZero();
	}

	private static String said(String name) throws IOException {
		return Files.readString(directory.resolve(name + ".out"));
	}

	private static int code(String name) throws IOException {
		return Integer.parseInt(Files.readString(directory.resolve(name + ".code")).strip());
	}

	@Test
	void runsANightAsItsUserOnARootThatCannotBeWritten() throws IOException {
		assertThat(code("nightly")).as(said("nightly")).isEqualTo(NEEDS_OFFICER);
		assertThat(said("nightly")).contains("Run 1: ").doesNotContain("Exception", "Read-only");
		assertThat(said("user")).startsWith("uid=10001").contains("gid=10001").endsWith("groups=10001(dudao)\n");
	}

	@Test
	void nothingCanBeWrittenButToDataAndTmp() throws IOException {
		assertThat(code("write")).isZero();
		assertThat(said("write")).contains("'/opt/dudao/x': Read-only", "'/x': Read-only", "'/inbox/x': Read-only")
			.doesNotContain("/data/x", "/tmp/x");
	}

	@Test
	void startsFromItsOwnArchiveOfClasses() throws IOException {
		assertThat(said("digest")).matches("[0-9a-f]{64}\n");
		assertThat(code("digest")).isZero();
	}

	@Test
	void doctorFindsNoFaultInTheImage() throws IOException {
		assertThat(code("doctor")).as(said("doctor")).isIn(0, NEEDS_OFFICER);
	}

	@Test
	void writesAReportWithTheFontsThatItHas() throws IOException {
		assertThat(code("chinese")).as(said("chinese")).isZero();
		assertThat(directory.resolve("volume/report.html")).content().contains("襄城区", "<svg");
	}

	@Test
	void servesAndItsHealthCheckSeesThatItLivesAndThatItIsGone() throws IOException {
		assertThat(code("serve-health")).as(said("serve")).isZero();
		assertThat(code("serve")).isIn(0, STOPPED);
		assertThat(code("serve-gone")).isNotZero();
	}

}
