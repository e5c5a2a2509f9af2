package org.dudao.catalog;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;

/**
 * Whether brackets stand around a part of an expression, which EvalEx forgets. It matters
 * where without them two comparisons would be chained, and nobody means what that means.
 */
final class Brackets {

	private final String text;

	Brackets(String text) {
		this.text = text;
	}

	/** Whether a pair of brackets holds that part and nothing else. */
	boolean hold(ASTNode part) {
		int from = start(part);
		int to = end(part);
		for (int i = from - 1; i >= 0 && " (".indexOf(this.text.charAt(i)) >= 0; i--) {
			if (this.text.charAt(i) == '(') {
				int closing = closing(i);
				if (closing >= to && this.text.substring(to, closing).chars().allMatch((c) -> c == ' ' || c == ')')) {
					return true;
				}
			}
		}
		return false;
	}

	private static int start(ASTNode part) {
		int own = part.getToken().getStartPosition() - 1;
		return part.getParameters().stream().mapToInt(Brackets::start).reduce(own, Math::min);
	}

	private static int end(ASTNode part) {
		Token token = part.getToken();
		boolean quoted = token.getType() == Token.TokenType.STRING_LITERAL;
		int own = token.getStartPosition() - 1 + token.getValue().length() + (quoted ? 2 : 0);
		return part.getParameters().stream().mapToInt(Brackets::end).reduce(own, Math::max);
	}

	/** Where the bracket that opens there closes. */
	private int closing(int opening) {
		int depth = 0;
		boolean quoted = false;
		for (int i = opening; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			quoted ^= c == '"';
			depth += quoted ? 0 : (c == '(') ? 1 : (c == ')') ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		return -1;
	}

}
