package org.roamledger.importing;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.RecordPlace;

import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// CDRs one per line: a line that is broken costs no other one.
record CdrLines(InputFile file, CdrReader reader) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_LINE = 64 << 20;
    private static final int LINES_PER_STEP = 64;

    /// A last line without its end was cut off; it is no reject, because nothing is wrong with it.
    void read(Batch batch, FileProgress progress) throws IOException {
        var number = 0L;
        try (var counted = new CountedInput(file.open());
                var in = new BufferedInputStream(counted, 1 << 16)) {
            var line = new ByteArrayOutputStream();
            for (var next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    add(line, next);
                    continue;
                }
                read(line, ++number, batch);
                if (number % LINES_PER_STEP == 0) {
                    progress.at(counted.count());
                }
            }
            if (isCutOff(line.toByteArray())) {
                throw new ProblemException(new Problem.FileCutOff(file.path(), batch.records()));
            }
            read(line, ++number, batch);
        }
    }

    private static void add(ByteArrayOutputStream line, int next) throws IOException {
        if (line.size() >= LONGEST_LINE) {
            throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
        }
        line.write(next);
    }

    private void read(ByteArrayOutputStream line, long number, Batch batch) {
        var text = line.toString(StandardCharsets.UTF_8).replace("\ufeff", "").strip();
        line.reset();
        if (text.isEmpty()) {
            return;
        }
        reader.read(text.getBytes(StandardCharsets.UTF_8), new RecordPlace.Line(number));
        batch.add(reader.delivery());
    }

    private static boolean isCutOff(byte[] lastLine) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), lastLine)) {
            parser.nextToken();
            parser.skipChildren();
            return false;
        } catch (UnexpectedEndOfInputException _) {
            return true;
        } catch (JacksonException _) {
            return false;
        }
    }
}
