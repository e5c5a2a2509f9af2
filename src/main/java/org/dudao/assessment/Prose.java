package org.dudao.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.dudao.assessment.Report.Block;
import org.dudao.assessment.Report.Heading;
import org.dudao.assessment.Report.Items;
import org.dudao.assessment.Report.Paragraph;
import org.dudao.assessment.Report.Run;
import org.dudao.assessment.Report.Table;

/**
 * What a county writes itself, in Markdown. Only words, headings, lists and tables are
 * taken out of it: HTML, links and pictures have no place in the parts of a report, so
 * nothing of them can get into a page.
 */
final class Prose {

	private static final int SECTION_LEVEL = 2;

	private final Map<String, List<Block>> parts = new LinkedHashMap<>();

	private String part = "";

	/** Reads a text. */
	Prose(String markdown) {
		Node root = Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown);
		for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
			if (node instanceof org.commonmark.node.Heading heading && heading.getLevel() <= SECTION_LEVEL) {
				this.part = plain(runs(heading));
			}
			else {
				block(node, this.parts.computeIfAbsent(this.part, (none) -> new ArrayList<>()));
			}
		}
	}

	/**
	 * What stands below a heading, by the heading; what stands above all of them is
	 * empty.
	 */
	Map<String, List<Block>> parts() {
		return this.parts;
	}

	private static void block(Node node, List<Block> blocks) {
		if (node instanceof org.commonmark.node.Paragraph) {
			add(runs(node), blocks);
		}
		else if (node instanceof org.commonmark.node.Heading heading) {
			blocks.add(new Heading(1, runs(heading)));
		}
		else if (node instanceof OrderedList || node instanceof BulletList) {
			List<List<Run>> items = new ArrayList<>();
			for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
				items.add(runs(item));
			}
			blocks.add(new Items(node instanceof OrderedList, items));
		}
		else if (node instanceof TableBlock) {
			table(node, blocks);
		}
		else if (node instanceof BlockQuote) {
			for (Node inside = node.getFirstChild(); inside != null; inside = inside.getNext()) {
				block(inside, blocks);
			}
		}
		else if (node instanceof FencedCodeBlock code) {
			add(List.of(Run.words(code.getLiteral().strip())), blocks);
		}
		else if (node instanceof IndentedCodeBlock code) {
			add(List.of(Run.words(code.getLiteral().strip())), blocks);
		}
	}

	private static void add(List<Run> runs, List<Block> blocks) {
		if (!plain(runs).isBlank()) {
			blocks.add(new Paragraph(runs));
		}
	}

	private static void table(Node table, List<Block> blocks) {
		List<List<Run>> head = new ArrayList<>();
		List<List<List<Run>>> rows = new ArrayList<>();
		for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
			for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
				List<List<Run>> cells = cells(row);
				if (part instanceof TableHead) {
					head.addAll(cells);
				}
				else if (row instanceof TableRow) {
					rows.add(cells);
				}
			}
		}
		blocks.add(new Table(head, rows));
	}

	private static List<List<Run>> cells(Node row) {
		List<List<Run>> cells = new ArrayList<>();
		for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
			if (cell instanceof TableCell) {
				cells.add(runs(cell));
			}
		}
		return cells;
	}

	private static List<Run> runs(Node node) {
		List<Run> runs = new ArrayList<>();
		collect(node, false, runs);
		return runs;
	}

	private static void collect(Node node, boolean strong, List<Run> runs) {
		for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
			if (child instanceof Text text) {
				runs.add(new Run(text.getLiteral(), strong, null));
			}
			else if (child instanceof Code code) {
				runs.add(new Run(code.getLiteral(), strong, null));
			}
			else if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
				lineBreak(runs);
			}
			else {
				collect(child, strong || child instanceof StrongEmphasis || child instanceof Emphasis, runs);
			}
		}
	}

	/** A line that ends goes on without a blank where Chinese is written. */
	private static void lineBreak(List<Run> runs) {
		String before = runs.isEmpty() ? "" : runs.get(runs.size() - 1).text();
		boolean chinese = before.isEmpty() || before.codePointBefore(before.length()) >= 0x2E80;
		if (!chinese) {
			runs.add(Run.words(" "));
		}
	}

	private static String plain(List<Run> runs) {
		StringBuilder plain = new StringBuilder();
		runs.forEach((run) -> plain.append(run.text()));
		return plain.toString().strip();
	}

}
