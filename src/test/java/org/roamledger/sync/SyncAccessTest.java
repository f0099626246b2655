package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.net.URI;
import java.util.List;
import java.util.Set;

class SyncAccessTest extends SyncScene {

    @Test
    void acceptsTheVersionDetailsUrlToo() {
        office.withCdrs(3);
        assertThat(source(office.url("/ocpi/2.2.1"), false).counts().added()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 500})
    void sendsTheTokenAsItIsWhereTheServerWantsItSo(int refusal) {
        office.rawToken = true;
        office.refusal = refusal;
        office.withCdrs(3);
        assertThat(sync().problem()).isNull();
    }

    @Test
    void sendsTheTokenAsItIsWhereTheServerRefusesItInAnEnvelope() {
        office.rawToken = true;
        office.refusal = 200;
        office.refusalBody = "{\"status_code\": 2002, \"status_message\": \"no\"}";
        office.withCdrs(3);
        assertThat(sync().problem()).isNull();
    }

    @Test
    void saysThatTheTokenIsRefusedInAnEnvelope() {
        office.refusal = 200;
        office.refusalBody = "{\"status_code\": 2004}";
        assertThat(sync("wrong").problem())
                .isEqualTo(new Problem.TokenRefused(office.versions().toString(), 200));
    }

    @Test
    void saysThatTheTokenIsRefused() {
        var result = sync("wrong-s3cret");
        assertThat(result.problem())
                .isEqualTo(new Problem.TokenRefused(office.versions().toString(), 401));
        assertThat(store.source("acme").problem()).isEqualTo("tokenRefused");
    }

    @Test
    void saysThatTheTokenIsMissing() {
        var result =
                new Sync(
                                store,
                                name -> {
                                    throw new ProblemException(new Problem.TokenMissing(name));
                                },
                                quick.settings())
                        .sync(added(office.versions()), false, Progress.NONE);
        assertThat(result.problem()).isEqualTo(new Problem.TokenMissing("acme"));
    }

    @Test
    void refusesAnAddressThatIsNoWebAddress() {
        assertThat(source(URI.create("ftp://h/x"), false).problem())
                .isEqualTo(new Problem.BadUrl("ftp://h/x"));
    }

    @Test
    void saysWhichModulesAreMissing() {
        office.modules = List.of("tariffs");
        assertThat(sync().problem()).isEqualTo(new Problem.ModuleMissing("acme", "Reports"));
        assertThat(store.source("acme").missingModules()).isEqualTo(Set.of("Reports", "Stations"));
    }

    @Test
    void readsNoSessionsWithoutStations() {
        office.modules = List.of("cdrs");
        office.withCdrs(1);
        assertThat(sync().problem()).isEqualTo(new Problem.ModuleMissing("acme", "Stations"));
        assertThat(office.requests("cdrs")).isEmpty();
    }

    @Test
    void remembersWhichModulesAreMissingWhileTheServerIsAway() {
        office.modules = List.of("cdrs");
        sync();
        office.fault =
                (exchange, _) -> {
                    FakeServer.send(exchange, 404, "");
                    return true;
                };
        sync();
        assertThat(store.source("acme").missingModules()).isEqualTo(Set.of("Stations"));
    }

    @Test
    void doesWithoutTariffs() {
        office.modules = List.of("cdrs", "locations");
        office.withCdrs(1);
        assertThat(sync().ok()).isTrue();
    }

    @Test
    void saysThatThereIsNoCommonVersion() {
        office.fault =
                (exchange, _) -> {
                    FakeBackOffice.send(
                            exchange, "[{\"version\": \"3.0\", \"url\": \"http://h\"}]");
                    return true;
                };
        assertThat(sync().problem())
                .isEqualTo(
                        new Problem.NoMutualVersion(office.versions().toString(), List.of("3.0")));
    }

    @Test
    void doesNotTakeTheTokenToAnEndpointElsewhere() {
        office.fault =
                (exchange, _) -> {
                    FakeBackOffice.send(
                            exchange,
                            "[{\"version\": \"2.2.1\", \"url\": \"https://evil.example/\"}]");
                    return true;
                };
        assertThat(sync().problem()).isInstanceOf(Problem.RedirectElsewhere.class);
    }

    @Test
    void passesOnTheWordsOfTheServerButNotTheToken() {
        office.fault =
                (exchange, _) -> {
                    FakeServer.send(
                            exchange,
                            200,
                            "{\"status_code\": 3001, \"status_message\": \"no %s here\"}"
                                    .formatted(FakeBackOffice.TOKEN));
                    return true;
                };
        assertThat(sync().problem())
                .isEqualTo(
                        new Problem.OcpiError(office.versions().toString(), 3001, "no *** here"));
    }

    @Test
    void saysThatAPageIsAWebPage() {
        office.fault =
                (exchange, _) -> {
                    FakeServer.send(exchange, 200, "<html>Please sign in</html>");
                    return true;
                };
        assertThat(sync().problem()).isInstanceOf(Problem.WebPageInsteadOfData.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"detail\": \"Not found\"}", "[]", "{\"status_code\": 1000}"})
    void saysThatAnAnswerIsNotOcpi(String body) {
        office.fault =
                (exchange, _) -> {
                    FakeServer.send(exchange, 200, body);
                    return true;
                };
        assertThat(sync().problem()).isInstanceOf(Problem.UnreadableAnswer.class);
    }

    @Test
    void keepsTheTokenOutOfProblemsAndStore() {
        office.fault =
                (exchange, _) -> {
                    FakeServer.send(exchange, 500, FakeBackOffice.TOKEN);
                    return true;
                };
        assertThat(String.valueOf(sync().problem())).doesNotContain(FakeBackOffice.TOKEN);
        assertThat(new OcpiToken("s3cret").toString()).doesNotContain("s3cret");
    }
}
