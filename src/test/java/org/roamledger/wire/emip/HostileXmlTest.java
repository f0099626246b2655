package org.roamledger.wire.emip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.session.RecordPlace;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import javax.xml.stream.XMLStreamException;

@Timeout(20)
class HostileXmlTest {

    @TempDir Path folder;
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private String url;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void refuses(String begin, String words) {
        var cdrs = new EmipCdrs();
        var xml = EmipText.WHOLE.replaceFirst("<\\?xml[^>]*>", begin);
        assertThatThrownBy(() -> cdrs.read(xml.getBytes(UTF_8), RecordPlace.unknown()))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining(words);
        assertThat(cdrs.delivery().sessions()).isEmpty();
        assertThat(requests).hasValue(0);
    }

    @Test
    void opensNoFileThatAnEntityNames() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "s");
        refuses("<!DOCTYPE x [<!ENTITY f SYSTEM '%s'>]>".formatted(secret.toUri()), "DOCTYPE");
    }

    @Test
    void asksNoServerForADefinition() {
        refuses("<!DOCTYPE x SYSTEM '%s'>".formatted(url), "DOCTYPE");
    }

    @Test
    void asksNoServerForAParameterEntity() {
        refuses("<!DOCTYPE x [<!ENTITY %% p SYSTEM '%s'> %%p;]>".formatted(url), "DOCTYPE");
    }

    @Test
    void expandsNoBillionLaughs() {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 'lol'>");
        for (var i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        refuses(laughs + "]>", "DOCTYPE");
    }

    @Test
    void followsNoInclusion() throws Exception {
        var include =
                "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='%s'/>".formatted(url);
        var cdrs = new EmipCdrs();
        cdrs.read(
                EmipText.with("<requestedServiceId>", include + "<requestedServiceId>")
                        .getBytes(UTF_8),
                RecordPlace.unknown());
        assertThat(cdrs.delivery().sessions()).hasSize(1);
        assertThat(requests).hasValue(0);
    }

    @Test
    void refusesElementsNestedWithoutEnd() {
        var deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
        var xml = EmipText.with("<requestedServiceId>", deep + "<requestedServiceId>");
        assertThatThrownBy(() -> new EmipCdrs().read(xml.getBytes(UTF_8), RecordPlace.unknown()))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void whatIsCutOffOrNoXmlIsRefusedAsAWhole() {
        for (var xml :
                new String[] {
                    EmipText.WHOLE.substring(0, 900), "<a", "<a>&nbsp;</a>", "", "<a/><b/>"
                }) {
            assertThatThrownBy(
                            () -> new EmipCdrs().read(xml.getBytes(UTF_8), RecordPlace.unknown()))
                    .isInstanceOf(XMLStreamException.class);
        }
    }
}
