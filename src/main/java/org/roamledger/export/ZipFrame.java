package org.roamledger.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.ZipInputStream;

/// Writes a zip file (APPNOTE.TXT 6.3) of entries that are deflated already.
///
/// No zip64 and no data descriptors, which not every reader of workbooks knows: sizes are written
/// into an entry's header when the entry ends. All times are those of the first day a zip file can
/// name, so that equal content makes equal files.
final class ZipFrame {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int DIRECTORY_HEADER = 0x02014b50;
    private static final int DIRECTORY_END = 0x06054b50;
    private static final short VERSION = 20;
    private static final short DEFLATED = 8;
    private static final short FIRST_OF_JANUARY_1980 = 0x21;
    private static final int CRC_POSITION = 14;
    private static final long LIMIT = 0xFFFFFFFFL;

    private final FileChannel target;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    private byte[] name = new byte[0];
    private long begin;
    private int crc;
    private long length;
    private long rawLength;

    ZipFrame(FileChannel target) {
        this.target = target;
    }

    /// Writes a zip file again, without the times that its entries have.
    static void repack(byte[] zip, FileChannel target) throws IOException {
        var repacked = new ZipFrame(target);
        var piece = new Deflated();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                var content = entries.readAllBytes();
                piece.deflate(content, content.length);
                repacked.begin(entry.getName());
                repacked.add(piece);
                repacked.end();
            }
        }
        repacked.finish();
    }

    void begin(String entry) throws IOException {
        name = Bytes.utf8(entry);
        begin = target.position();
        crc = 0;
        length = 0;
        rawLength = 0;
        var header = buffer(30 + name.length);
        header.putInt(LOCAL_HEADER);
        putAbout(header);
        header.put(name);
        write(header.flip());
    }

    void add(Deflated piece) throws IOException {
        write(ByteBuffer.wrap(piece.bytes(), 0, piece.length()));
        crc = Crc32.joined(crc, piece.crc(), piece.rawLength());
        length += piece.length();
        rawLength += piece.rawLength();
    }

    void end() throws IOException {
        write(ByteBuffer.wrap(Deflated.END));
        length += Deflated.END.length;
        check(rawLength);
        check(target.position());
        var sizes = buffer(12);
        putSizes(sizes);
        sizes.flip();
        for (var at = begin + CRC_POSITION; sizes.hasRemaining(); ) {
            at += target.write(sizes, at);
        }
        addToDirectory();
        entries++;
    }

    private void addToDirectory() {
        var bytes = new byte[46 + name.length];
        var header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(DIRECTORY_HEADER);
        header.putShort(VERSION);
        putAbout(header);
        header.putShort((short) 0); // comment
        header.putShort((short) 0); // disk
        header.putShort((short) 0); // internal attributes
        header.putInt(0); // external attributes
        header.putInt((int) begin);
        header.put(name);
        directory.writeBytes(bytes);
    }

    /// What local header and directory say alike.
    private void putAbout(ByteBuffer header) {
        header.putShort(VERSION);
        header.putShort((short) 0); // flags
        header.putShort(DEFLATED);
        header.putShort((short) 0); // midnight
        header.putShort(FIRST_OF_JANUARY_1980);
        putSizes(header);
        header.putShort((short) name.length);
        header.putShort((short) 0); // extra field
    }

    private void putSizes(ByteBuffer header) {
        header.putInt(crc);
        header.putInt((int) length);
        header.putInt((int) rawLength);
    }

    void finish() throws IOException {
        var at = target.position();
        write(ByteBuffer.wrap(directory.toByteArray()));
        var end = buffer(22);
        end.putInt(DIRECTORY_END);
        end.putShort((short) 0); // this disk
        end.putShort((short) 0); // disk of the directory
        end.putShort((short) entries);
        end.putShort((short) entries);
        end.putInt(directory.size());
        end.putInt((int) at);
        end.putShort((short) 0); // comment
        write(end.flip());
    }

    private static void check(long size) throws IOException {
        if (size > LIMIT) {
            throw new IOException("a workbook cannot be larger than 4 GB: export fewer rows");
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }
}
