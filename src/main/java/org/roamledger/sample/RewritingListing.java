package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/// A list whose objects are changed before they are sent.
///
/// @param change what is done to each object; the same at any time
record RewritingListing(Listing listing, Consumer<ObjectNode> change) implements Listing {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @Override
    public Window window(long from, long until) {
        var window = listing.window(from, until);
        return new Window() {
            @Override
            public long total() {
                return window.total();
            }

            @Override
            public void write(long offset, int limit, JsonGenerator json) {
                var bytes = new ByteArrayOutputStream();
                try (var honest = JSON.createGenerator(bytes)) {
                    honest.writeStartArray();
                    window.write(offset, limit, honest);
                    honest.writeEndArray();
                }
                for (var node : JSON.readTree(bytes.toByteArray())) {
                    change.accept((ObjectNode) node);
                    json.writeRawValue(node.toString());
                }
            }
        };
    }
}
