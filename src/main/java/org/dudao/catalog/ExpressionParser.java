package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
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
		return operators;
	}

	private static MapBasedFunctionDictionary functions() {
		MapBasedFunctionDictionary functions = new MapBasedFunctionDictionary();
		functions.addFunction("ABS", new AbsFunction());
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
			case PREFIX_OPERATOR ->
				new Term.Operation(Term.Operator.MINUS, new Term.Literal(0L), operand(node, 0, text));
			case FUNCTION -> new Term.Absolute(operand(node, 0, text));
			case INFIX_OPERATOR -> infix(node, text);
			default -> throw invalid(text, token.getStartPosition(), token.getValue());
		};
	}

	private static Term infix(ASTNode node, String text) {
		Term left = operand(node, 0, text);
		Term right = operand(node, 1, text);
		String symbol = node.getToken().getValue();
		for (Term.Operator operator : Term.Operator.values()) {
			if (operator.symbol().equals(symbol)) {
				return new Term.Operation(operator, left, right);
			}
		}
		for (Term.Comparator comparator : Term.Comparator.values()) {
			if (comparator.symbol().equals(symbol)) {
				boolean chained = left instanceof Term.Comparison || right instanceof Term.Comparison;
				if (chained) {
					throw invalid(text, node.getToken().getStartPosition(), symbol);
				}
				return new Term.Comparison(comparator, left, right);
			}
		}
		throw invalid(text, node.getToken().getStartPosition(), symbol);
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
