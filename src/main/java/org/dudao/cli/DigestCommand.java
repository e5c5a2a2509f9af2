package org.dudao.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.dudao.batch.PastDigest;
import org.dudao.report.Digest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code dudao digest}: one hash of all published facts, indicators and findings. */
@Command(name = "digest", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class DigestCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Mixin
	private AsOfOption asOf = new AsOfOption();

	@Override
	public Integer call() throws IOException {
		try (Engine engine = this.dudao.engine()) {
			Screen screen = this.dudao.screen();
			Digest.Sums sums = (this.asOf.moment() != null) ? engine.part(PastDigest.class).of(this.asOf.moment())
					: engine.part(Digest.class).of();
			if (screen.format() == Format.text) {
				this.asOf.head(screen);
				screen.line(sums.digest());
			}
			else {
				screen.show(this.asOf.mark(new Listing("digest", "facts", "indicators", "findings").add(sums.digest(),
						sums.facts(), sums.indicators(), sums.findings()), screen));
			}
			return Exit.DONE;
		}
	}

}
