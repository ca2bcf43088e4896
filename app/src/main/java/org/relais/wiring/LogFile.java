package org.relais.wiring;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.LoggerFactory;

/**
 * The technical log of a running node: {@code logs/relais.log} in its data directory, one JSON object a line, at most ten
 * files of 5 MiB, mode 0600. What is logged never holds health data, and neither do exceptions: see {@link LogLines}.
 */
final class LogFile implements AutoCloseable {
    private static final String NAME = "relais.log";
    private static final int KEPT = 9;

    private final Logger root;
    private final RollingFileAppender<ILoggingEvent> appender;

    private LogFile(Logger root, RollingFileAppender<ILoggingEvent> appender) {
        this.root = root;
        this.appender = appender;
    }

    static LogFile start(Path data) throws IOException {
        return start(data, FileSize.valueOf("5MB"));
    }

    static LogFile start(Path data, FileSize most) throws IOException {
        Path folder = data.resolve("logs");
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
        if (posix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        LogLines lines = new LogLines();
        lines.setContext(context);
        lines.start();
        RollingFileAppender<ILoggingEvent> appender = new PrivateAppender();
        appender.setContext(context);
        appender.setEncoder(lines);
        appender.setFile(folder.resolve(NAME).toString());
        rolling(appender, context, folder, most);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        return new LogFile(root, appender);
    }

    private static void rolling(
            RollingFileAppender<ILoggingEvent> appender, LoggerContext context, Path folder, FileSize most) {
        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(folder.resolve(NAME) + ".%i");
        window.setMinIndex(1);
        window.setMaxIndex(KEPT);
        window.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(most);
        size.start();
        appender.setRollingPolicy(window);
        appender.setTriggeringPolicy(size);
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Files that only their owner may read. */
    private static final class PrivateAppender extends RollingFileAppender<ILoggingEvent> {
        @Override
        public void openFile(String name) throws IOException {
            Path file = Path.of(name);
            if (!Files.exists(file) && posix(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            super.openFile(name);
        }
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
    }
}
