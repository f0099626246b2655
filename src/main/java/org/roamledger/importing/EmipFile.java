package org.roamledger.importing;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.RecordPlace;
import org.roamledger.wire.emip.EmipCdrs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLStreamException;

/// Messages of eMIP as XML. Those that are no charge detail records are passed over, so that all
/// messages of an archive can be imported.
///
/// @param owner adds the organisation that the user named
record EmipFile(InputFile file, RecordOwner owner) implements RecordFile {

    /// A message takes a few kilobytes; a document of many of them is still one text in memory.
    private static final int LARGEST = 64 << 20;

    @Override
    public String format() {
        return "emip-cdr-xml";
    }

    @Override
    public void read(Batch batch, FileProgress progress) throws IOException {
        var xml = file.head(LARGEST + 1);
        if (xml.length > LARGEST) {
            throw new IOException("an XML document of more than " + LARGEST + " bytes");
        }
        var cdrs = new EmipCdrs();
        try {
            if (!cdrs.read(xml, new RecordPlace.InDocument(null))) {
                throw new ProblemException(new Problem.FormatUnknown(file.path()));
            }
        } catch (XMLStreamException e) {
            throw new ProblemException(problem(xml, e), e);
        }
        progress.at(xml.length);
        batch.add(owner.owned(cdrs.delivery()));
    }

    private Problem problem(byte[] xml, XMLStreamException e) {
        if (!new String(xml, StandardCharsets.ISO_8859_1).contains("chargeDetailRecord")) {
            return new Problem.FormatUnknown(file.path());
        }
        var at = e.getLocation();
        // The parser's own words come in the language of the computer.
        return new Problem.FileUnreadable(
                file.path(),
                at == null
                        ? String.valueOf(e.getMessage())
                        : "no well-formed XML (line %d, column %d)"
                                .formatted(at.getLineNumber(), at.getColumnNumber()));
    }
}
