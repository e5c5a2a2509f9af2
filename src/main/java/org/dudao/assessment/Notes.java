package org.dudao.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.assessment.Report.Note;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;

/** Numbers the evidence in the order in which figures name it. */
final class Notes {

	private final Map<ValueKey, Integer> numbers = new LinkedHashMap<>();

	private final List<Note> notes = new ArrayList<>();

	private final EvidenceText evidence;

	Notes(EvidenceText evidence) {
		this.evidence = evidence;
	}

	/** The number of the note on a value. */
	int number(Value value) {
		return this.numbers.computeIfAbsent(value.key(), (key) -> {
			int number = this.numbers.size() + 1;
			this.notes.add(new Note(number, key, this.evidence.of(value)));
			return number;
		});
	}

	List<Note> all() {
		return List.copyOf(this.notes);
	}

}
