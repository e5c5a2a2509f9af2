package org.dudao.catalog;

import java.util.Set;

/** Words that one of the databases keeps for itself, so that no column can have them. */
final class SqlWords {

	private static final Set<String> RESERVED = Set
		.of("""
				add all alter analyze and any array as asc asymmetric authorization before between both by call cascade case cast change
				char check collate column condition constraint continue convert create cross cube cursor database day declare default delayed
				delete desc describe distinct div double drop dual each else empty end except exists exit explain false fetch float for force
				foreign from full function general get grant group grouping groups having hour if ignore ilike in index inner insert int integer
				intersect interval into is join key keys kill lag lead leading leave left like limit linear lines load localtime lock long loop
				manual match minus minute mod month natural not null numeric of offset on option or order out outer over parallel partition
				precision primary procedure purge qualify range rank read real recursive references regexp release rename repeat replace
				require resignal restrict return revoke right row rownum rows schema second select separator set show signal some spatial sql ssl
				starting stored symmetric system table terminated then to top trailing trigger true uescape undo union unique unknown unlock
				unsigned update usage use user using value values varying virtual when where while window with write xor year zerofill
				"""
			.strip()
			.split("\\s+"));

	private SqlWords() {
	}

	static boolean contain(String name) {
		return RESERVED.contains(name);
	}

}
