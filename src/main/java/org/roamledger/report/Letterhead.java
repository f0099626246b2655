package org.roamledger.report;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;

/// Who issues settlement documents.
///
/// @param name legal name; empty for a document without a letterhead
/// @param address lines, separated by line feeds
/// @param vatId VAT identification number, as it is to be printed
/// @param logo PNG or JPEG file; absent for none
@SuppressWarnings("ArrayRecordComponent") // compared by content, and copied
public record Letterhead(String name, String address, String vatId, byte @Nullable [] logo) {

    /// Documents say nothing of who issues them.
    public static final Letterhead NONE = new Letterhead("", "", "", null);

    /// Logos are kept in the store: what is larger is a photograph.
    public static final int MOST_LOGO_BYTES = 1 << 20;

    public Letterhead {
        name = name.strip();
        address = address.strip();
        vatId = vatId.strip();
        logo = logo == null ? null : logo.clone();
    }

    @Override
    public byte @Nullable [] logo() {
        return logo == null ? null : logo.clone();
    }

    public Letterhead withLogo(byte @Nullable [] changed) {
        return new Letterhead(name, address, vatId, changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Letterhead that
                && name.equals(that.name)
                && address.equals(that.address)
                && vatId.equals(that.vatId)
                && Arrays.equals(logo, that.logo);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, address, vatId, Arrays.hashCode(logo));
    }

    @Override
    public String toString() {
        return "Letterhead[name=%s, vatId=%s, logo=%s]".formatted(name, vatId, logo != null);
    }
}
