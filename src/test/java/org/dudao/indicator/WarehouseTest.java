package org.dudao.indicator;

import org.dudao.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is tested on each database, with a warehouse of its own for each test. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
public abstract class WarehouseTest {

	@Parameter
	private TestDatabase database;

	protected Warehouse warehouse;

	@BeforeEach
	void open() {
		this.warehouse = new Warehouse(this.database);
	}

	@AfterEach
	void close() {
		this.warehouse.close();
	}

}
