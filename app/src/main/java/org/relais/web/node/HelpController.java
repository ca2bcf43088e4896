package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import org.relais.access.spring.Needs;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages that only tell: the short guide and the components. */
@RestController
@Needs({})
public final class HelpController {
    private final Pages pages;
    private final Frames frames;

    public HelpController(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping("/help")
    ResponseEntity<byte[]> help(HttpServletRequest request) {
        return pages.show("node/help", frames.of(request, Section.HELP), "");
    }

    @GetMapping("/components")
    ResponseEntity<byte[]> components(HttpServletRequest request) {
        return pages.show("node/components", frames.of(request, Section.HELP, "components.title"), "");
    }
}
