package org.dudao.batch;

import org.springframework.jdbc.core.simple.JdbcClient;

final class Judging {

	Judging(JdbcClient jdbc) {
	}

	void judge(long run, long token) {
	}

}
