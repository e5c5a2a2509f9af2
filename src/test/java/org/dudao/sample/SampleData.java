package org.dudao.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sample inbox and what a run must make of it. Run it to write {@code sample-data/}
 * anew, but for the official files of Beijing, which stay as they were published.
 */
final class SampleData {

	private final Figures figures = new Figures();

	private final List<PlannedFeed> plans = PlannedFeed.all();

	private final List<Received> made = made();

	/** All files of the inbox, by path; those of Beijing without their bytes. */
	List<Received> files() {
		return Stream.concat(this.made.stream(), Beijing.files().stream())
			.sorted(Comparator.comparing(Received::path))
			.toList();
	}

	/** All rows that a run must reject in files that it publishes. */
	List<RowFault> faults() {
		return files().stream().flatMap((file) -> file.faults().stream()).toList();
	}

	/** All findings that a run must come to. */
	List<Breach> breaches() {
		return Stream.concat(cityBreaches().stream(), Beijing.breaches().stream()).toList();
	}

	/** Those of them that are planted in the city. */
	List<Breach> cityBreaches() {
		return Stream
			.concat(new Breaches(this.figures).all().stream(),
					this.plans.stream().flatMap((plan) -> plan.breaches().stream()))
			.toList();
	}

	/** All verdicts that cannot be given because of something planted. */
	List<Unjudged> unjudged() {
		return Stream.concat(Unjudged.all().stream(), this.plans.stream().flatMap((plan) -> plan.unjudged().stream()))
			.toList();
	}

	/** Writes the files that are made here below the folder. */
	void write(Path inbox) throws IOException {
		for (Received file : this.made) {
			Path path = inbox.resolve(file.path());
			Files.createDirectories(path.getParent());
			Files.write(path, file.bytes());
		}
	}

	private List<Received> made() {
		FundingSheets fundings = new FundingSheets(this.figures);
		BudgetSheets budgets = new BudgetSheets(this.figures);
		List<Sheet> sheets = new ArrayList<>();
		for (int year : County.YEARS) {
			sheets.add(budgets.of(year));
			this.plans.forEach((plan) -> sheets.add(plan.of(year)));
			for (County county : County.ALL) {
				sheets.add(fundings.of(county, year));
				sheets.add(ClassSheets.of(county, year));
				sheets.add(RotationSheets.of(county, year));
			}
		}
		return sheets.stream().map(Faults::plant).flatMap((sheet) -> BadFiles.receive(sheet).stream()).toList();
	}

	/** Writes {@code sample-data/} below the working directory. */
	public static void main(String[] args) throws IOException {
		SampleData data = new SampleData();
		Path folder = Path.of("sample-data");
		data.write(folder.resolve("inbox"));
		Files.writeString(folder.resolve("expected.yaml"), ExpectedYaml.of(data));
		Path readme = folder.resolve("README.md");
		Files.writeString(readme, FaultTable.into(Files.readString(readme), data));
	}

}
