package org.dudao.batch;

import java.sql.SQLException;

import org.dudao.database.TestDatabase;
import org.h2.tools.Server;

/** H2 as a server in this process, with one database: so others can reach it too. */
final class H2Server implements AutoCloseable {

	private final Server server;

	private final TestDatabase.Connection connection;

	private H2Server(Server server, TestDatabase.Connection connection) {
		this.server = server;
		this.connection = connection;
	}

	/** A new one whose database has that password. */
	static H2Server start(String password) {
		try {
			Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
			String url = TestDatabase.H2.fresh()
				.url()
				.replace("jdbc:h2:file:", "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/");
			return new H2Server(server, new TestDatabase.Connection(url, "sa", password));
		}
		catch (SQLException fault) {
			throw new IllegalStateException(fault);
		}
	}

	TestDatabase.Connection connection() {
		return this.connection;
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
