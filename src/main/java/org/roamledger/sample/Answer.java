package org.roamledger.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/// An answer, ready to be sent.
///
/// @param headers beyond those of every answer; a `Content-Encoding` says that the body is encoded
record Answer(int httpStatus, Map<String, String> headers, byte[] body, Pace pace) {

    /// How an answer is sent.
    enum Pace {
        AT_ONCE,
        BYTE_BY_BYTE,
        HALF
    }

    Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(httpStatus, more, body, pace);
    }

    Answer without(String header) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Answer(httpStatus, fewer, body, pace);
    }

    Answer with(byte[] otherBody) {
        return new Answer(httpStatus, headers, otherBody, pace);
    }

    Answer at(Pace otherPace) {
        return new Answer(httpStatus, headers, body, otherPace);
    }
}
