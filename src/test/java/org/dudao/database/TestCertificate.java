package org.dudao.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * The certificate of the server of the tests, signed by itself for {@code 127.0.0.1}, and
 * a store by which a client knows it.
 */
public final class TestCertificate {

	/** The password of the store, which keeps nothing secret. */
	public static final String PASSWORD = "changeit";

	private static final String NAME = "server";

	private final Path directory;

	private TestCertificate(Path directory) {
		this.directory = directory;
	}

	/** The one of this JVM. */
	public static TestCertificate ofServer() {
		return Holder.CERTIFICATE;
	}

	/** The store by which a client knows the server. */
	public Path trusted() {
		return this.directory.resolve("trusted.p12");
	}

	Path certificate() {
		return this.directory.resolve("server.pem");
	}

	Path key() {
		return this.directory.resolve("server-key.pem");
	}

	private static TestCertificate create() {
		TestCertificate made = new TestCertificate(TemporaryDirectory.create("dudao-tls-"));
		try {
			made.write();
			return made;
		}
		catch (IOException | GeneralSecurityException fault) {
			throw new IllegalStateException("no certificate in " + made.directory, fault);
		}
	}

	private void write() throws IOException, GeneralSecurityException {
		Path store = this.directory.resolve("server.p12");
		generate(store);
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream bytes = Files.newInputStream(store)) {
			keys.load(bytes, PASSWORD.toCharArray());
		}
		pem(certificate(), "CERTIFICATE", keys.getCertificate(NAME).getEncoded());
		pem(key(), "PRIVATE KEY", keys.getKey(NAME, PASSWORD.toCharArray()).getEncoded());
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry(NAME, keys.getCertificate(NAME));
		try (var bytes = Files.newOutputStream(trusted())) {
			trusted.store(bytes, PASSWORD.toCharArray());
		}
	}

	private static void generate(Path store) throws IOException {
		Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
		Process process = new ProcessBuilder(keytool.toString(), "-genkeypair", "-alias", NAME, "-keyalg", "RSA",
				"-keysize", "2048", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1", "-validity", "2",
				"-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD)
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (!Files.exists(store)) {
			throw new IOException(said);
		}
	}

	private static void pem(Path file, String kind, byte[] bytes) throws IOException {
		Files.writeString(file,
				"-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(bytes)
						+ "\n-----END " + kind + "-----\n");
	}

	private static final class Holder {

		static final TestCertificate CERTIFICATE = create();

	}

}
