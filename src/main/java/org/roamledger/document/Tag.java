package org.roamledger.document;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/// An element of what a document is made of, for those who have it read to them (ISO 32000-1,
/// section 14.7): a heading, a paragraph, a table, a cell.
///
/// Bare dictionaries, because a document of 200 pages has 50,000 of them.
final class Tag {

    private static final COSName TYPE = COSName.getPDFName("StructElem");

    private final COSDictionary dictionary = new COSDictionary();

    /// @param role a standard structure type: `Table`, `TR`, `TD`
    Tag(String role, COSDictionary parent) {
        dictionary.setItem(COSName.TYPE, TYPE);
        dictionary.setName(COSName.S, role);
        dictionary.setItem(COSName.P, parent);
    }

    COSDictionary dictionary() {
        return dictionary;
    }

    Tag within(String role) {
        var inner = new Tag(role, dictionary);
        inners().add(inner.dictionary);
        return inner;
    }

    private COSArray inners() {
        var inners = dictionary.getCOSArray(COSName.K);
        if (inners == null) {
            inners = new COSArray();
            dictionary.setItem(COSName.K, inners);
        }
        return inners;
    }

    /// Says that the element is the title of a column.
    Tag ofColumn() {
        var attributes = new COSDictionary();
        attributes.setDirect(true);
        attributes.setName(COSName.O, "Table");
        attributes.setName(COSName.getPDFName("Scope"), "Column");
        dictionary.setItem(COSName.A, attributes);
        return this;
    }

    /// Says in words what a picture shows.
    Tag shows(String words) {
        dictionary.setString(COSName.ALT, words);
        return this;
    }

    /// Says where the content of the element stands; it has no elements within.
    void stands(PDPage page, int number) {
        dictionary.setItem(COSName.PG, page);
        dictionary.setInt(COSName.K, number);
    }
}
