package org.podium.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered, up to the body.
 *
 * @param status HTTP status; 0 when it is none
 * @param chunked true when the body comes in chunks (RFC 9112, 7.1)
 * @param retryAfterSeconds when to come back; negative when it does not say
 */
record ResponseHead(int status, boolean chunked, int retryAfterSeconds) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})\\b");
    private static final Pattern CHUNKED = Pattern.compile("\r\ntransfer-encoding:\\s*chunked\\s*\r\n");
    private static final Pattern RETRY_AFTER = Pattern.compile("\r\nretry-after:\\s*(\\d{1,6})\\s*\r\n");
    private static final ByteBuf END =
            Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("\r\n\r\n", StandardCharsets.US_ASCII));

    /** More than any server says here. */
    private static final int LIMIT = 16 << 10;

    /** Reads a head when all of it is there, and leaves the body; null when more must come. */
    static @Nullable ResponseHead read(ByteBuf bytes) {
        int from = bytes.readerIndex();
        int end = ByteBufUtil.indexOf(END, bytes);
        if (end < 0) {
            return bytes.readableBytes() > LIMIT ? new ResponseHead(0, false, -1) : null;
        }
        String head = bytes.readCharSequence(end + END.readableBytes() - from, StandardCharsets.ISO_8859_1)
                .toString()
                .toLowerCase(Locale.ROOT);
        Matcher status = STATUS.matcher(head.toUpperCase(Locale.ROOT));
        Matcher retry = RETRY_AFTER.matcher(head);
        return new ResponseHead(
                status.lookingAt() ? Integer.parseInt(status.group(1)) : 0,
                CHUNKED.matcher(head).find(),
                retry.find() ? Integer.parseInt(retry.group(1)) : -1);
    }
}
