package org.dudao.scorecard;

import java.util.List;

import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be known before points can be given.
 *
 * @param region the code of the region that it is missing from
 * @param rule the rule that cannot be judged; null where a value itself is marked
 * @param indicator the indicator that the cause lies in
 * @param stage the stage, empty when it is not by stage
 * @param why the cause as a sentence
 * @param feeds the feeds that would bring it
 */
public record Unknown(String region, @Nullable String rule, String indicator, String stage, Message why,
		List<String> feeds) {
}
