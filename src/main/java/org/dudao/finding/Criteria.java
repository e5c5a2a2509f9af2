package org.dudao.finding;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conditions of a statement that is put together, each with its parameter. */
final class Criteria {

	private final StringBuilder sql = new StringBuilder("1 = 1");

	private final Map<String, Object> parameters = new LinkedHashMap<>();

	Criteria equal(String column, String name, @Nullable Object wanted) {
		if (wanted != null) {
			this.sql.append(" and ").append(column).append(" = :").append(name);
			this.parameters.put(name, wanted);
		}
		return this;
	}

	Criteria in(String column, String name, @Nullable Collection<?> wanted) {
		if (wanted != null) {
			this.sql.append(" and ").append(column).append(" in (:").append(name).append(")");
			this.parameters.put(name, wanted);
		}
		return this;
	}

	String sql() {
		return this.sql.toString();
	}

	JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
		JdbcClient.StatementSpec bound = statement;
		for (Map.Entry<String, Object> parameter : this.parameters.entrySet()) {
			bound = bound.param(parameter.getKey(), parameter.getValue());
		}
		return bound;
	}

}
