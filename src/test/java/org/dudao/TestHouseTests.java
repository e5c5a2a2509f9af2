package org.dudao;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/** The house rules of the tests. */
@AnalyzeClasses(packages = "org.dudao", importOptions = ImportOption.OnlyIncludeTests.class)
class TestHouseTests {

	@ArchTest
	static final ArchRule testsDoNotSleep = noClasses().should()
		.callMethodWhere(target(name("sleep")))
		.because("a test that sleeps is slow on a good day and wrong on a bad one");

	@ArchTest
	static final ArchRule noTestClassIsSwitchedOff = noClasses().should()
		.beAnnotatedWith(Disabled.class)
		.because("a test that is not run proves nothing");

	@ArchTest
	static final ArchRule noTestIsSwitchedOff = noMethods().should()
		.beAnnotatedWith(Disabled.class)
		.because("a test that is not run proves nothing");

	@ArchTest
	static final ArchRule testsAreNamedByFacts = noMethods().that()
		.areAnnotatedWith(Test.class)
		.should()
		.haveNameMatching("(test|should)[A-Z_].*|.*_.*")
		.because("the name of a test is the fact that it proves");

}
