package org.dudao.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.ReportForm;
import org.dudao.catalog.ReportForm.Phrase;
import org.dudao.catalog.Stage;
import org.dudao.catalog.Text;
import org.dudao.region.Region;

/**
 * What every sentence of a report shares.
 *
 * @param form the form of the report
 * @param catalog the catalogue
 * @param region the region
 * @param period the period
 * @param locale the language
 */
record Scope(ReportForm form, Catalog catalog, Region region, int period, Locale locale) {

	/**
	 * The pattern filled in; figures of a text of its own are added to what all share.
	 */
	String say(Text pattern, Map<String, Object> arguments) {
		Map<String, Object> all = new java.util.HashMap<>(arguments);
		all.put("region", this.region.name());
		all.put("year", String.valueOf(this.period));
		all.put("prior_year", String.valueOf(this.period - 1));
		ULocale language = isChinese() ? ULocale.CHINESE : ULocale.ENGLISH;
		return new MessageFormat(pattern.in(this.locale), language).format(all).strip().replaceAll("\\s+", " ");
	}

	String say(Phrase phrase, Map<String, Object> arguments) {
		return say(this.form.phrases().get(phrase), arguments);
	}

	boolean isChinese() {
		return this.locale.getLanguage().equals("zh");
	}

	/** What stands between the items of a list. */
	String comma() {
		return isChinese() ? "、" : ", ";
	}

	String stage(String name) {
		return this.catalog.stage(name).map(Stage::title).map((title) -> title.in(this.locale)).orElse(name);
	}

	String indicator(String name) {
		return this.catalog.indicator(name).map(Indicator::title).map((title) -> title.in(this.locale)).orElse(name);
	}

	/** The feeds that would bring an indicator, by their titles. */
	List<String> feeds(String indicator) {
		Indicator known = this.catalog.indicator(indicator).orElse(null);
		if (known == null) {
			return List.of(indicator);
		}
		String feed = known.feed();
		if (feed == null) {
			return known.where().values().stream().flatMap((operand) -> feeds(operand).stream()).distinct().toList();
		}
		return List.of(this.catalog.feed(feed).map(Feed::title).map((title) -> title.in(this.locale)).orElse(feed));
	}

}
