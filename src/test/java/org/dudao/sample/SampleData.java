package org.dudao.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sample city's inbox. Run it to write {@code sample-data/} anew. */
final class SampleData {

	private final Figures figures = new Figures();

	/** All files of the city, by path. */
	List<Received> files() {
		List<Sheet> sheets = new ArrayList<>();
		FundingSheets fundings = new FundingSheets(this.figures);
		BudgetSheets budgets = new BudgetSheets(this.figures);
		for (int year : County.YEARS) {
			sheets.add(budgets.of(year));
			for (County county : County.ALL) {
				sheets.add(fundings.of(county, year));
				sheets.add(ClassSheets.of(county, year));
				sheets.add(RotationSheets.of(county, year));
			}
		}
		return sheets.stream().map(Faults::plant).flatMap((sheet) -> BadFiles.receive(sheet).stream()).toList();
	}

	/** Writes them below the folder. */
	void write(Path inbox) throws IOException {
		for (Received file : files()) {
			Path path = inbox.resolve(file.path());
			Files.createDirectories(path.getParent());
			Files.write(path, file.bytes());
		}
	}

	/** Writes {@code sample-data/} below the working directory. */
	public static void main(String[] args) throws IOException {
		new SampleData().write(Path.of("sample-data", "inbox"));
	}

}
