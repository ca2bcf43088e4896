package org.relais.web.shell;

import java.time.Duration;
import org.relais.access.spring.Open;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves {@link Assets}; they hold no health data and may be cached for ever. */
@RestController
@Open
public final class AssetController {
    private final Assets assets;

    public AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping(Assets.ROOT + "{hash}/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String hash, @PathVariable String name) {
        return assets.bytes(name)
                .filter(bytes -> assets.path(name).contains("/" + hash + "/"))
                .map(bytes -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, Assets.type(name))
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
