package org.dudao.region;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import org.dudao.catalog.RegionSource;
import org.jspecify.annotations.Nullable;

/** Reads the file of regions. A mistake in it names the file, the line and the cell. */
final class RegionFile {

	private final RegionSource source;

	private final List<Region> regions = new ArrayList<>();

	private final Map<Region, String> parents = new HashMap<>();

	private long line;

	RegionFile(RegionSource source) {
		this.source = source;
		Path file = source.file();
		try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
				CSVReader csv = new CSVReaderBuilder(text).withCSVParser(new RFC4180ParserBuilder().build()).build()) {
			read(csv);
		}
		catch (CsvValidationException ex) {
			throw mistake(ex.getMessage());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read the regions of " + file, ex);
		}
	}

	/** The regions in the order of the file. */
	List<Region> regions() {
		return this.regions;
	}

	/** The parent's code as a column of the file gives it, where there is one. */
	Map<Region, String> parents() {
		return this.parents;
	}

	private void read(CSVReader csv) throws IOException, CsvValidationException {
		this.line = 1;
		String[] header = csv.readNext();
		if (header == null) {
			throw mistake("expected a header, found nothing");
		}
		if (header[0].startsWith("\uFEFF")) {
			header[0] = header[0].substring(1);
		}
		int code = column(header, this.source.code());
		int name = column(header, this.source.name());
		int level = column(header, this.source.level());
		int from = column(header, this.source.from());
		int until = column(header, this.source.until());
		int successors = optionalColumn(header, this.source.successors());
		int parent = optionalColumn(header, this.source.parent());
		for (String[] cells = csv.readNext(); cells != null; cells = csv.readNext()) {
			this.line = csv.getLinesRead();
			if (cells.length == 1 && cells[0].isBlank()) {
				continue;
			}
			if (cells.length != header.length) {
				throw mistake("expected " + header.length + " cells, found " + cells.length);
			}
			Integer ended = cells[until].isEmpty() ? null : year(cells[until]);
			Region region = new Region(cells[code], cells[name],
					this.source.levels().getOrDefault(cells[level], cells[level]), year(cells[from]), ended,
					(successors < 0) ? List.of() : successors(cells[successors], ended));
			this.regions.add(region);
			if (parent >= 0 && !cells[parent].isEmpty()) {
				this.parents.put(region, cells[parent]);
			}
		}
	}

	private int optionalColumn(String[] header, @Nullable String name) {
		return (name != null) ? column(header, name) : -1;
	}

	private int column(String[] header, String name) {
		int index = Arrays.asList(header).indexOf(name);
		if (index < 0) {
			throw mistake("expected a column " + name + ", found " + String.join(", ", header));
		}
		return index;
	}

	/**
	 * {@code 420605[1984];420602}: without brackets it is the year in which it ceased.
	 */
	private List<Region.Successor> successors(String cell, @Nullable Integer ended) {
		List<Region.Successor> successors = new ArrayList<>();
		for (String one : cell.isBlank() ? new String[0] : cell.split(";")) {
			int bracket = one.indexOf('[');
			if (bracket > 0 && one.endsWith("]")) {
				successors.add(new Region.Successor(one.substring(0, bracket),
						year(one.substring(bracket + 1, one.length() - 1))));
			}
			else if (bracket < 0 && ended != null) {
				successors.add(new Region.Successor(one.strip(), ended));
			}
			else {
				throw mistake("expected a successor as code or code[year], found " + one);
			}
		}
		return List.copyOf(successors);
	}

	private int year(String cell) {
		try {
			return Integer.parseInt(cell.strip());
		}
		catch (NumberFormatException ex) {
			throw mistake("expected a year, found " + cell);
		}
	}

	private IllegalArgumentException mistake(String what) {
		return new IllegalArgumentException(this.source.file() + ":" + this.line + ": " + what);
	}

}
