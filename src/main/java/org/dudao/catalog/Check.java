package org.dudao.catalog;

import java.util.List;

/** What a rule demands of an indicator. The set is closed: the catalogue names one. */
public sealed interface Check {

	/** The indicator whose value, or growth, is judged. */
	String indicator();

	/** Not below the prior year. */
	record NeverDecreases(String indicator) implements Check {
	}

	/** Above the prior year. */
	record Increases(String indicator) implements Check {
	}

	/** Growth over the prior year above that of another indicator. */
	record GrowsFasterThan(String indicator, String than) implements Check {
	}

	/** Not below the threshold. */
	record AtLeast(String indicator, List<Threshold> thresholds) implements Check {
	}

	/** Not above the threshold. */
	record AtMost(String indicator, List<Threshold> thresholds) implements Check {
	}

}
