package org.dudao.cli;

import java.util.concurrent.Callable;

import org.dudao.catalog.Indicator;
import org.dudao.indicator.IndicatorQuery;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.dudao.region.Region;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dudao indicators}: values with numerator and denominator. */
@Command(name = "indicators", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class IndicatorsCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Option(names = "--indicator", paramLabel = "NAME", descriptionKey = "help.indicator")
	private @Nullable String indicator;

	@Mixin
	private Scope scope = new Scope();

	@Override
	public Integer call() {
		try (Engine engine = this.dudao.engine()) {
			Given given = new Given(engine);
			Screen screen = this.dudao.screen();
			IndicatorQuery.Filter filter = new IndicatorQuery.Filter(given.indicator(this.indicator),
					this.scope.region(given), this.scope.period(), this.scope.asOf());
			Listing listing = new Listing("indicator", "region", "region_name", "period", "stage", "basis", "value",
					"unit", "numerator", "denominator", "origin", "gap", "gap_of", "covered", "expected", "prior",
					"growth");
			engine.part(IndicatorQuery.class).find(filter).forEach((value) -> add(listing, value, engine, screen));
			this.scope.head(screen);
			screen.show(this.scope.mark(listing, screen));
			if (listing.rows().isEmpty()) {
				screen.say("indicators.none");
			}
			return Exit.DONE;
		}
	}

	private static void add(Listing listing, Value value, Engine engine, Screen screen) {
		ValueKey key = value.key();
		String unit = engine.catalog().indicator(key.indicator()).map(Indicator::unit).orElse("");
		String name = engine.regions().byCode(key.region(), key.period()).map(Region::name).orElse("");
		listing.add(key.indicator(), key.region(), name, key.period(), key.stage(), key.basis(),
				Figures.plain(value.value()), unit, Figures.plain(value.numerator()),
				Figures.plain(value.denominator()), word("indicator.origin.", value.origin(), screen),
				word("indicator.gap.", value.gap(), screen), value.gapOf(), value.coverage().covered(),
				value.coverage().expected(), Figures.plain(value.prior()), Figures.plain(value.growth()));
	}

	/** Programs get the name of the value, people its sentence. */
	private static @Nullable Object word(String prefix, @Nullable Enum<?> value, Screen screen) {
		return (value == null || screen.format() != Format.text) ? value
				: screen.messages().text(VerdictText.key(prefix, value));
	}

}
