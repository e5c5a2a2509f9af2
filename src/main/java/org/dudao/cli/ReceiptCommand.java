package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.dudao.receipt.Receipt;
import org.dudao.receipt.ReceiptWriter;
import org.dudao.receipt.Receipts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dudao receipt}: what the sender of a file is told, as things stand now. */
@Command(name = "receipt", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ReceiptCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(paramLabel = "ID", descriptionKey = "help.submission")
	private long id;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", descriptionKey = "help.receipt.output")
	private @Nullable Path output;

	@Override
	public Integer call() throws IOException {
		Format form = form();
		try (Engine engine = this.dudao.engine()) {
			Screen screen = this.dudao.screen(Format.text);
			Receipt receipt = engine.part(Receipts.class)
				.of(this.id)
				.orElseThrow(() -> new Refusal("given.unknown-submission", this.id));
			ReceiptWriter writer = engine.part(ReceiptWriter.class);
			String text = (form == Format.json) ? writer.json(receipt, screen.locale())
					: writer.html(receipt, screen.locale());
			if (this.output == null && form == Format.json) {
				screen.line(text);
				return Exit.DONE;
			}
			Path file = (this.output != null) ? this.output : Path.of("receipt-" + this.id + "." + form);
			writer.write(file, text);
			screen.say("receipt.written", file);
			return Exit.DONE;
		}
	}

	/** What is asked for, else what the file is called. */
	private Format form() {
		Format asked = this.dudao.format();
		if (asked == Format.csv || asked == Format.docx) {
			throw new Refusal("receipt.format", asked);
		}
		boolean json = this.output != null && this.output.toString().toLowerCase(Locale.ROOT).endsWith(".json");
		return (asked != Format.text) ? asked : json ? Format.json : Format.html;
	}

}
