package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// Tells the objects of a list apart in 64 bits.
///
/// Among a million objects the chance that two look alike is one in thirty million; they would be
/// fetched once more.
final class Identity {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Identity() {}

    /// By owner and id, whatever their case. An object without id is told by its content: told by
    /// its place it would look new on every page of a server that knows no pages.
    ///
    /// @param raw the object's own bytes
    static long of(JsonNode object, byte[] raw) {
        var id = object.path("id");
        if (!id.isValueNode() || id.isNull()) {
            var content = text(FNV_OFFSET, "#");
            for (var next : raw) {
                content = (content ^ next) * FNV_PRIME;
            }
            return mixed(content);
        }
        var hash = text(FNV_OFFSET, object.path("country_code").asString(""));
        hash = text(hash, "*");
        hash = text(hash, object.path("party_id").asString(""));
        hash = text(hash, "/");
        return mixed(text(hash, id.asString("").strip()));
    }

    private static long text(long hash, @Nullable String text) {
        var result = hash;
        for (var i = 0; text != null && i < text.length(); i++) {
            result = (result ^ Character.toLowerCase(text.charAt(i))) * FNV_PRIME;
        }
        return result;
    }

    private static long mixed(long hash) {
        var result = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        result = (result ^ (result >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return result ^ (result >>> 33);
    }
}
