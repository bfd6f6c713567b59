package org.wirt.engine.embedded;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/// One file as an answer: only when the browser's copy is old (RFC 9110, 13), only the part that was asked for
/// (RFC 9110, 14), and no further than the site stays live.
final class FileAnswer {

    private static final int PIECE = 64 * 1024;

    private final Path file;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final long size;
    private final Instant modified;
    private final String tag;

    FileAnswer(Path file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        this.file = file;
        this.request = request;
        this.response = response;
        this.size = attributes.size();
        this.modified = attributes.lastModifiedTime().toInstant();
        this.tag = "\"" + Long.toHexString(modified.toEpochMilli()) + "-" + Long.toHexString(size) + "\"";
    }

    void send(Supplier<Downloads.Download> begin) throws IOException {
        response.setHeader("ETag", tag);
        response.setHeader("Last-Modified", date(modified));
        response.setHeader("Accept-Ranges", "bytes");
        if (unchanged()) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        switch (part()) {
            case ByteRange.Whole() -> body(HttpServletResponse.SC_OK, 0, size, begin);
            case ByteRange.Part(long first, long last) -> {
                response.setHeader("Content-Range", "bytes " + first + "-" + last + "/" + size);
                body(HttpServletResponse.SC_PARTIAL_CONTENT, first, last - first + 1, begin);
            }
            case ByteRange.Beyond() -> {
                response.setHeader("Content-Range", "bytes */" + size);
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            }
        }
    }

    private boolean unchanged() {
        var tags = request.getHeader("If-None-Match");
        if (tags != null) return tags.strip().equals("*") || names(tags, tag);
        return instant(request.getHeader("If-Modified-Since"))
                .map(since -> !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(since))
                .orElse(false);
    }

    private static boolean names(String tags, String tag) {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals(tag) || one.equals("W/" + tag));
    }

    private ByteRange part() {
        var range = request.getHeader("Range");
        var condition = request.getHeader("If-Range");
        if (range == null || (condition != null && !condition.equals(tag) && !condition.equals(date(modified))))
            return new ByteRange.Whole();
        return ByteRange.of(range, size);
    }

    private void body(int status, long from, long length, Supplier<Downloads.Download> begin) throws IOException {
        response.setStatus(status);
        response.setContentType(type());
        response.setContentLengthLong(length);
        if (request.getMethod().equals("HEAD")) return;
        try (var channel = FileChannel.open(file);
                var download = begin.get()) {
            send(channel.position(from), length, download);
        }
    }

    private void send(FileChannel channel, long length, Downloads.Download download) throws IOException {
        try {
            copy(channel, length, download);
        } catch (IOException e) {
            throw download.ended() ? new CloseNowException(e) : e;
        }
    }

    private void copy(FileChannel channel, long length, Downloads.Download download) throws IOException {
        var out = response.getOutputStream();
        var piece = ByteBuffer.allocate((int) Math.min(length, PIECE));
        for (var left = length; left > 0; left -= piece.limit()) {
            piece.clear().limit((int) Math.min(left, piece.capacity()));
            // A file cut short while it is sent, or a site suspended: the visitor sees a broken download, not a short
            // file.
            if (channel.read(piece) < piece.limit() || download.ended()) throw new CloseNowException();
            out.write(piece.array(), 0, piece.limit());
            download.sent(piece.limit());
        }
    }

    private String type() {
        return MediaTypeFactory.getMediaType(file.getFileName().toString())
                .orElse(MediaType.APPLICATION_OCTET_STREAM)
                .toString();
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZoneOffset.UTC));
    }

    private static Optional<Instant> instant(@Nullable String date) {
        if (date == null) return Optional.empty();
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
