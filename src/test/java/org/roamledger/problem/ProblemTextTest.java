package org.roamledger.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

class ProblemTextTest {

    static Stream<Problem> everyProblem() {
        return Arrays.stream(Problem.class.getPermittedSubclasses()).map(ProblemTextTest::example);
    }

    private static Problem example(Class<?> kind) {
        try {
            Constructor<?> constructor = kind.getDeclaredConstructors()[0];
            var values =
                    Arrays.stream(constructor.getParameterTypes())
                            .map(ProblemTextTest::value)
                            .toArray();
            return (Problem) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "it's {this}";
            case "Path" -> Path.of("some.file");
            case "Instant" -> Instant.parse("2026-10-25T00:30:00Z");
            case "Duration" -> Duration.ofSeconds(30);
            case "List" -> List.of("one", "two");
            case "int" -> 4_711;
            case "long" -> 64L << 20;
            default -> throw new IllegalStateException("no example of " + type);
        };
    }

    @ParameterizedTest
    @MethodSource("everyProblem")
    void everyProblemHasWordsInEachLanguage(Problem problem) {
        var english = ProblemText.of(Locale.ENGLISH).say(problem);
        var swedish = ProblemText.of(Locale.of("sv")).say(problem);
        assertThat(english).isNotBlank().doesNotContainPattern("\\{\\d");
        assertThat(swedish).isNotBlank().doesNotContainPattern("\\{\\d").isNotEqualTo(english);
    }

    @ParameterizedTest
    @MethodSource("everyProblem")
    void theNameOfAProblemIsThatOfItsTypeWhateverItHolds(Problem problem) {
        assertThat(problem.key()).isEqualToIgnoringCase(problem.getClass().getSimpleName());
    }
}
