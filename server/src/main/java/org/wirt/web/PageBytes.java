package org.wirt.web;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A page as it is rendered, in one array: it leaves in one piece, because every single write would pass through the
/// wrappers of all filters.
final class PageBytes implements TemplateOutput {

    private static final int USUAL = 64 * 1024;

    private byte[] bytes = new byte[USUAL];
    private int length;

    int length() {
        return length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    @Override
    public void writeContent(String value) {
        writeBinaryContent(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeContent(String value, int beginIndex, int endIndex) {
        writeContent(value.substring(beginIndex, endIndex));
    }

    @Override
    public void writeBinaryContent(byte[] value) {
        if (value.length > bytes.length - length)
            bytes = Arrays.copyOf(bytes, bytes.length + Math.max(bytes.length, value.length));
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }
}
