package org.relais.wiring;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log line as a JSON object: {@code at}, {@code level}, {@code logger}, {@code thread}, {@code message}, and of an error its
 * classes and its first places in the code, never its message: a library may put into it what it choked on.
 */
final class LogLines extends EncoderBase<ILoggingEvent> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PLACES = 12;

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", event.getInstant().toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("thread", event.getThreadName());
        line.put("message", event.getFormattedMessage());
        IThrowableProxy error = event.getThrowableProxy();
        if (error != null) {
            line.put("error", classes(error));
            line.put("places", places(error));
        }
        return (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> classes(IThrowableProxy error) {
        return java.util.stream.Stream.<@Nullable IThrowableProxy>iterate(
                        error, one -> one != null, one -> one == null ? null : one.getCause())
                .map(one -> one == null ? "" : one.getClassName())
                .toList();
    }

    private static List<String> places(IThrowableProxy error) {
        return Arrays.stream(error.getStackTraceElementProxyArray())
                .limit(PLACES)
                .map(StackTraceElementProxy::getStackTraceElement)
                .map(StackTraceElement::toString)
                .toList();
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
