package org.roamledger.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roamledger.report.DataAge;
import org.roamledger.report.DocumentNumber;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.Letterhead;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.Rounding;
import org.roamledger.report.RoundingRules;
import org.roamledger.report.Settlement;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

/// Asks the validator of the PDF Association whether documents are what they say they are.
class ArchiveTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:15:00Z");

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    /// With all that a document can have: a picture, tables over pages, and every kind of letter.
    private static byte[] pdf() throws IOException {
        var logo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_ARGB), "png", logo);
        var rules =
                RoundingRules.NONE.with(
                        null, new Rounding(Rounding.Mode.HALF_UP, Rounding.Each.GROUP));
        var report = ReportFixture.random(120, ZoneId.of("Europe/Stockholm"), 1);
        return SettlementDocument.pdf(
                new SettlementRequest(
                        Settlement.of(ReportFixture.view(report), Settlement.STANDARD),
                        List.of(new DataAge("Łódź & Жуков “hub” ß é å ö 充", null)),
                        new DocumentTerms(
                                new Letterhead(
                                        "Ångström <AB>",
                                        "Gatan 1\nÖrebro",
                                        "SE1",
                                        logo.toByteArray()),
                                rules),
                        new DocumentOptions(Locale.of("sv"), true),
                        new DocumentNumber(2026, 7, NOW),
                        NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_2_B", "PDFA_2_A", "PDFUA_1"})
    void documentsMeetTheStandard(PDFAFlavour standard) throws Exception {
        var pdf = pdf();
        var usual = Locale.getDefault();
        // The validator makes "Integer" small in the language of the computer.
        Locale.setDefault(Locale.ROOT);
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), standard);
                var validator = Foundries.defaultInstance().createValidator(standard, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTestAssertions().stream().map(TestAssertion::getMessage).toList())
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        } finally {
            Locale.setDefault(usual);
        }
    }
}
