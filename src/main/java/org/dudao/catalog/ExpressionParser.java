package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;

import org.dudao.message.Message;

/**
 * Text to {@link Term}. EvalEx knows precedence and brackets; what it would evaluate by
 * maps and strings, a million rows long, becomes a small tree of our own.
 */
final class ExpressionParser {

	private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

	/** A text that means the same in Java and in every SQL: nothing to escape in it. */
	private static final Pattern WORD = Pattern.compile("[^'\\\\\\p{Cntrl}]*[^'\\\\\\s\\p{Cntrl}]");

	private static final ExpressionConfiguration GRAMMAR = ExpressionConfiguration.builder()
		.operatorDictionary(operators())
		.functionDictionary(functions())
		.defaultConstants(Map.of())
		.arraysAllowed(false)
		.structuresAllowed(false)
		.implicitMultiplicationAllowed(false)
		.build();

	private ExpressionParser() {
	}

	private static MapBasedOperatorDictionary operators() {
		MapBasedOperatorDictionary operators = new MapBasedOperatorDictionary();
		operators.addOperator("-", new PrefixMinusOperator());
		operators.addOperator("+", new InfixPlusOperator());
		operators.addOperator("-", new InfixMinusOperator());
		operators.addOperator("*", new InfixMultiplicationOperator());
		operators.addOperator("/", new InfixDivisionOperator());
		operators.addOperator("=", new InfixEqualsOperator());
		operators.addOperator("<>", new InfixNotEqualsOperator());
		operators.addOperator("<", new InfixLessOperator());
		operators.addOperator("<=", new InfixLessEqualsOperator());
		operators.addOperator(">", new InfixGreaterOperator());
		operators.addOperator(">=", new InfixGreaterEqualsOperator());
		operators.addOperator("&&", new InfixAndOperator());
		operators.addOperator("||", new InfixOrOperator());
		return operators;
	}

	private static MapBasedFunctionDictionary functions() {
		MapBasedFunctionDictionary functions = new MapBasedFunctionDictionary();
		functions.addFunction("ABS", new AbsFunction());
		functions.addFunction("MIN", new MinFunction());
		functions.addFunction("MAX", new MaxFunction());
		functions.addFunction("CEIL", new CeilingFunction());
		// Only how many operands it takes is read from the function.
		functions.addFunction("KNOWN", new AbsFunction());
		return functions;
	}

	static Term parse(String text) {
		try {
			return term(new com.ezylang.evalex.Expression(text, GRAMMAR).getAbstractSyntaxTree(), text);
		}
		catch (ParseException ex) {
			throw invalid(text, ex.getStartPosition(), ex.getTokenString());
		}
	}

	private static Term term(ASTNode node, String text) {
		Token token = node.getToken();
		return switch (token.getType()) {
			case NUMBER_LITERAL -> number(token, text);
			case VARIABLE_OR_CONSTANT -> new Term.Name(token.getValue());
			case PREFIX_OPERATOR -> new Term.Operation(Operator.MINUS, new Term.Literal(0L), operand(node, 0, text));
			case FUNCTION -> function(node, text);
			case INFIX_OPERATOR -> infix(node, text);
			default -> throw invalid(text, token.getStartPosition(), token.getValue());
		};
	}

	private static Term function(ASTNode node, String text) {
		Token token = node.getToken();
		List<Term> operands = node.getParameters().stream().map((operand) -> term(operand, text)).toList();
		return switch (token.getValue().toUpperCase(Locale.ROOT)) {
			case "ABS" -> new Applied.Absolute(operands.get(0));
			case "KNOWN" -> new Applied.Known(operands.get(0));
			case "CEIL" -> new Applied.Ceiling(operands.get(0));
			default -> {
				if (operands.size() < 2) {
					throw invalid(text, token.getStartPosition(), token.getValue());
				}
				yield new Applied.Extreme(token.getValue().equalsIgnoreCase("MIN"), operands);
			}
		};
	}

	private static Term infix(ASTNode node, String text) {
		String symbol = node.getToken().getValue();
		for (Comparator comparator : Comparator.values()) {
			if (comparator.symbol().equals(symbol)) {
				return comparison(node, comparator, text);
			}
		}
		Term left = operand(node, 0, text);
		Term right = operand(node, 1, text);
		for (Operator operator : Operator.values()) {
			if (operator.symbol().equals(symbol)) {
				return new Term.Operation(operator, left, right);
			}
		}
		return Term.Junction.of(symbol.equals("&&"), left, right);
	}

	private static Term comparison(ASTNode node, Comparator comparator, String text) {
		Token word = node.getParameters().get(1).getToken();
		if (word.getType() == Token.TokenType.STRING_LITERAL) {
			boolean known = comparator == Comparator.EQUAL || comparator == Comparator.NOT_EQUAL;
			if (!known || !(operand(node, 0, text) instanceof Term.Name name)
					|| !WORD.matcher(word.getValue()).matches()) {
				throw invalid(text, word.getStartPosition(), word.getValue());
			}
			return new Term.Match(name, List.of(word.getValue()), comparator == Comparator.EQUAL);
		}
		Term left = operand(node, 0, text);
		Term right = operand(node, 1, text);
		for (int i = 0; i < 2; i++) {
			boolean compares = ((i == 0) ? left : right) instanceof Term.Comparison
					|| ((i == 0) ? left : right) instanceof Term.Match;
			if (compares && !new Brackets(text).hold(node.getParameters().get(i))) {
				throw invalid(text, node.getToken().getStartPosition(), comparator.symbol());
			}
		}
		return new Term.Comparison(comparator, left, right);
	}

	private static Term operand(ASTNode node, int index, String text) {
		return term(node.getParameters().get(index), text);
	}

	private static Term number(Token token, String text) {
		String value = token.getValue().toLowerCase(Locale.ROOT);
		if (!NUMBER.matcher(value).matches()) {
			throw invalid(text, token.getStartPosition(), token.getValue());
		}
		return Term.Literal.of(new BigDecimal(value));
	}

	private static ExpressionInvalid invalid(String text, int position, String near) {
		return new ExpressionInvalid(Message.of("catalog.expression", text, position, near));
	}

}
