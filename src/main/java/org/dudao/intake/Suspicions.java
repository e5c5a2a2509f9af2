package org.dudao.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dudao.message.Message;

/**
 * What the sensors say of one file: each once, with the first place that it was told.
 */
final class Suspicions {

	private final Set<String> said = new HashSet<>();

	private final List<Message> holds = new ArrayList<>();

	private final List<Message> informs = new ArrayList<>();

	/** Takes in what a sensor says, unless that sensor has spoken. */
	void add(Message message) {
		if (this.said.add(message.code())) {
			boolean informs = Sensor.of(message.code())
				.filter((sensor) -> sensor.effect() == Sensor.Effect.INFORMS)
				.isPresent();
			(informs ? this.informs : this.holds).add(message);
		}
	}

	/** Why the file is to be held. */
	List<Message> holds() {
		return List.copyOf(this.holds);
	}

	/** What the officer is told. */
	List<Message> informs() {
		return List.copyOf(this.informs);
	}

}
