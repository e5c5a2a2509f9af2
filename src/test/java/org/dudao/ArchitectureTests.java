package org.dudao;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.PlatformTransactionManager;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The house rules of the program that a compiler does not know. */
@AnalyzeClasses(packages = "org.dudao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	/** Earlier packages know nothing of later ones. */
	private static final List<String> ORDER = List.of("message", "catalog", "region", "intake", "database",
			"submission", "warehouse", "indicator", "finding", "scorecard", "report", "correction", "assessment",
			"dictionary", "receipt", "batch", "schedule", "metric", "upkeep", "doctor", "cli");

	@ArchTest
	static final ArchRule importsPointOnlyUpTheList = classes().that()
		.resideInAPackage("org.dudao.*..")
		.should(dependOnlyOnEarlierPackages())
		.because("data flows down the list of packages, so each can be read with only the earlier ones in mind");

	@ArchTest
	static final ArchRule intakeIsPure = noClasses().that()
		.resideInAPackage("org.dudao.intake..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework..")
		.because("a county runs the same checks on its own machine, without a database, before it sends");

	@ArchTest
	static final ArchRule onlyCommandsWriteToTheScreen = noClasses().that()
		.resideOutsideOfPackage("org.dudao.cli..")
		.should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
		.because("what a person reads comes from the message bundles, written by a command in the form asked for");

	@ArchTest
	static final ArchRule fieldsAreNotInjected = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION
		.because("a constructor says what a class needs, and a test can call it");

	@ArchTest
	static final ArchRule namesSayWhatAThingIs = noClasses().should()
		.haveNameMatching(".*(Impl|Utils?|Helper|Manager)(\\$.*)?")
		.because("a thing is named in the domain's words, and what fits no word is in the wrong place");

	@ArchTest
	static final ArchRule exceptionsAreNamed = codeUnits().that()
		.areDeclaredInClassesThat()
		.resideInAPackage("org.dudao..")
		.should(nameTheirExceptions())
		.because("a caller must know which faults to expect");

	@ArchTest
	static final ArchRule stepsRunInADatabaseTransaction = classes().should(setTransactionManagerOfEachStep())
		.because("a step without one silently runs without a transaction, and a failing chunk leaves its rows behind");

	@ArchTest
	static final ArchRule bootConfiguresBatch = noClasses().should()
		.dependOnClassesThat()
		.haveNameMatching("org\\.springframework\\.batch\\..*\\.Enable(BatchProcessing|JdbcJobRepository)")
		.because("it turns Spring Boot's configuration off, and with it the tables of the job history");

	@Test
	void modulesKeepTheirInsidesToThemselves() {
		ApplicationModules.of(DudaoApplication.class).verify();
	}

	@Test
	void seesAStepWithoutTransaction() {
		assertThatThrownBy(() -> stepsRunInADatabaseTransaction.check(only(BareSteps.class)))
			.hasMessageContaining("BareSteps.chunk");
		assertThatCode(() -> stepsRunInADatabaseTransaction.check(only(GuardedSteps.class))).doesNotThrowAnyException();
	}

	@Test
	void seesAnUnnamedException() {
		assertThatThrownBy(() -> exceptionsAreNamed.check(only(ItemWriter.class, Careless.class)))
			.hasMessageContaining("Careless.run");
	}

	@Test
	void seesAnImportDownTheList() {
		assertThat(place("org.dudao.intake")).isLessThan(place("org.dudao.submission"));
		assertThat(place("org.dudao.elsewhere")).isNegative();
		assertThat(place("org.dudao")).isNegative();
	}

	private static JavaClasses only(Class<?>... types) {
		return new ClassFileImporter().importClasses(types);
	}

	private static ArchCondition<JavaClass> dependOnlyOnEarlierPackages() {
		return new ArchCondition<>("depend only on packages before their own in " + ORDER) {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				int own = place(type.getPackageName());
				if (own < 0) {
					events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no listed package"));
				}
				type.getDirectDependenciesFromSelf()
					.stream()
					.filter((dependency) -> isOurs(dependency.getTargetClass()))
					.filter((dependency) -> place(dependency.getTargetClass().getPackageName()) > own
							|| place(dependency.getTargetClass().getPackageName()) < 0)
					.forEach((dependency) -> events
						.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
			}
		};
	}

	private static boolean isOurs(JavaClass type) {
		return type.getPackageName().startsWith("org.dudao");
	}

	private static int place(String packageName) {
		String[] names = packageName.split("\\.");
		return (names.length < 3) ? -1 : ORDER.indexOf(names[2]);
	}

	private static ArchCondition<JavaCodeUnit> nameTheirExceptions() {
		return new ArchCondition<>("not throw Exception or Throwable") {
			@Override
			public void check(JavaCodeUnit unit, ConditionEvents events) {
				boolean bridge = unit.getModifiers().contains(JavaModifier.SYNTHETIC);
				if (!bridge && unit.getExceptionTypes()
					.stream()
					.anyMatch((type) -> type.isEquivalentTo(Exception.class) || type.isEquivalentTo(Throwable.class))) {
					events.add(SimpleConditionEvent.violated(unit, unit.getDescription() + " throws anything"));
				}
			}
		};
	}

	private static ArchCondition<JavaClass> setTransactionManagerOfEachStep() {
		return new ArchCondition<>("set the transaction manager in each method that builds a step") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getCodeUnits()
					.stream()
					.filter((unit) -> unit.getCallsFromSelf().stream().anyMatch(ArchitectureTests::startsStep))
					.filter((unit) -> unit.getCallsFromSelf()
						.stream()
						.noneMatch(ArchitectureTests::setsTransactionManager))
					.forEach((unit) -> events.add(SimpleConditionEvent.violated(unit,
							unit.getDescription() + " sets no transaction manager")));
			}
		};
	}

	private static boolean startsStep(JavaCall<?> call) {
		return call.getTargetOwner().getPackageName().equals("org.springframework.batch.core.step.builder")
				&& (List.of("chunk", "tasklet").contains(call.getName()) || (call instanceof JavaConstructorCall
						&& call.getTargetOwner().isAssignableTo(ChunkOrientedStepBuilder.class)));
	}

	private static boolean setsTransactionManager(JavaCall<?> call) {
		return call.getName().equals("transactionManager")
				|| (call.getName().equals("tasklet") && call.getTarget().getRawParameterTypes().size() == 2);
	}

	static class Careless {

		void run() throws Exception {
		}

	}

	static class BareSteps {

		Step chunk(JobRepository repository, ItemReader<String> reader, ItemWriter<String> writer) {
			return new StepBuilder(repository).<String, String>chunk(10).reader(reader).writer(writer).build();
		}

	}

	static class GuardedSteps {

		Step chunk(JobRepository repository, PlatformTransactionManager transactions, ItemReader<String> reader,
				ItemWriter<String> writer) {
			return new StepBuilder(repository).<String, String>chunk(10)
				.transactionManager(transactions)
				.reader(reader)
				.writer(writer)
				.build();
		}

	}

}
