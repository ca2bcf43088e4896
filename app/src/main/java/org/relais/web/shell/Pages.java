package org.relais.web.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Renders templates compiled with the program to whole answers that no cache keeps. */
public final class Pages {
    private static final String PACKAGE = "org.relais.templates";

    private final TemplateEngine engine;

    public Pages() {
        engine = TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);
        engine.setBinaryStaticContent(false);
    }

    /** The page as bytes. {@code model} is the template's {@code page} parameter. */
    public byte[] render(String template, Frame frame, Object model) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        engine.render(template + ".jte", Map.of("f", frame, "page", model), out);
        return out.toByteArray();
    }

    public ResponseEntity<byte[]> show(String template, Frame frame, Object model) {
        return show(HttpStatus.OK, template, frame, model);
    }

    public ResponseEntity<byte[]> show(HttpStatus status, String template, Frame frame, Object model) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, frame.language().code())
                .cacheControl(CacheControl.noStore())
                .body(render(template, frame, model));
    }

    /** Sends the browser elsewhere after a form was taken in. */
    public static ResponseEntity<byte[]> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
