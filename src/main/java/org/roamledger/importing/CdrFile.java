package org.roamledger.importing;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.RecordPlace;
import org.roamledger.wire.oicp.OicpPage;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// CDRs of OCPI and OICP as JSON: an array, an answer with `data`, a page with `content`, single
/// objects, or one object per line.
///
/// @param reader reads each record
record CdrFile(InputFile file, CdrReader reader) implements RecordFile {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern FIRST_RECORD = Pattern.compile("\\s*\\{.*[^\\s\\[:,]\\s*");
    private static final int RECORDS_PER_STEP = 64;
    private static final int HEAD = 1 << 20;

    @Override
    public String format() {
        return reader.format();
    }

    @Override
    public void read(Batch batch, FileProgress progress) throws IOException {
        if (isOneRecordPerLine()) {
            new CdrLines(file, reader).read(batch, progress);
            return;
        }
        try (var bytes = new RecentBytes(open());
                var parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            new Stream(parser, bytes, batch, progress).readAll();
        } catch (JacksonIOException e) {
            throw new IOException(e.getOriginalMessage(), e);
        } catch (UnexpectedEndOfInputException e) {
            throw new ProblemException(new Problem.FileCutOff(file.path(), batch.records()), e);
        } catch (JacksonException e) {
            throw new ProblemException(new Problem.FileUnreadable(file.path(), fault(e)), e);
        }
    }

    private static String fault(JacksonException e) {
        var at = e.getLocation();
        return at == null
                ? String.valueOf(e.getOriginalMessage())
                : "no well-formed JSON (line %d, column %d)"
                        .formatted(at.getLineNr(), at.getColumnNr());
    }

    private InputStream open() throws IOException {
        var mark = ByteOrderMark.of(file.head(3));
        if (!mark.charset().equals(StandardCharsets.UTF_8)) {
            throw new ProblemException(
                    new Problem.FileUnreadable(
                            file.path(), "JSON in " + mark.charset() + ", not UTF-8"));
        }
        var in = file.open();
        in.skipNBytes(mark.length());
        return in;
    }

    /// In no other form does a second line start with an object right after a first one that ended
    /// with whatever ends a record.
    private boolean isOneRecordPerLine() throws IOException {
        var lines =
                new String(file.head(HEAD), StandardCharsets.UTF_8)
                        .replace("\ufeff", "")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(2)
                        .toList();
        return lines.size() == 2
                && FIRST_RECORD.matcher(lines.getFirst()).matches()
                && lines.getLast().startsWith("{");
    }

    /// One reading of the file.
    private final class Stream {

        private final JsonParser parser;
        private final RecentBytes bytes;
        private final Batch batch;
        private final FileProgress progress;
        private long index;

        private Stream(JsonParser parser, RecentBytes bytes, Batch batch, FileProgress progress) {
            this.parser = parser;
            this.bytes = bytes;
            this.batch = batch;
            this.progress = progress;
        }

        private void readAll() {
            while (parser.nextToken() != null) {
                switch (parser.currentToken()) {
                    case START_ARRAY -> readElements();
                    case START_OBJECT -> readRootObject();
                    default -> readRecord();
                }
            }
        }

        private void readElements() {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                readRecord();
            }
        }

        /// An answer of a back office or a page of Hubject, whose records are streamed, or a single
        /// CDR, which has no list of them.
        private void readRootObject() {
            var from = parser.currentTokenLocation().getByteOffset();
            var isAnswer = false;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                var isData = "data".equals(name);
                var value = parser.nextToken();
                if ((isData || OicpPage.isRecords(name)) && value == JsonToken.START_ARRAY) {
                    isAnswer = true;
                    readElements();
                } else if (isData && value == JsonToken.START_OBJECT) {
                    isAnswer = true;
                    readRecord();
                } else {
                    parser.skipChildren();
                }
            }
            if (!isAnswer) {
                handOn(from);
            }
        }

        private void readRecord() {
            var from = parser.currentTokenLocation().getByteOffset();
            if (parser.currentToken().isScalarValue()) {
                parser.getString();
            }
            parser.skipChildren();
            handOn(from);
        }

        private void handOn(long from) {
            var to = parser.currentLocation().getByteOffset();
            reader.read(bytes.between(from, to), RecordPlace.item("cdrs", index));
            bytes.forgetUntil(to);
            batch.add(reader.delivery());
            if (index++ % RECORDS_PER_STEP == 0) {
                progress.at(bytes.count());
            }
        }
    }
}
