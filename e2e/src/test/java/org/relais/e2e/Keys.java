package org.relais.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keys pressed on a page as hardware does: trusted events with their own times, all handed to the browser at once, so
 * that a busy machine does not stretch the pauses between them (Chrome DevTools Protocol, Input.dispatchKeyEvent).
 */
final class Keys {
    static final int ALT = 1;
    static final int CTRL = 2;
    static final int SHIFT = 8;

    private final List<JsonObject> events = new ArrayList<>();
    private double at;

    /** One key down and up. {@code text} is what it types, null for nothing; {@code held} the keys held meanwhile. */
    Keys press(String code, String key, @Nullable String text, int held) {
        event(text == null ? "rawKeyDown" : "keyDown", code, key, text, held);
        return event("keyUp", code, key, null, held);
    }

    /** A key that is held. */
    Keys down(String code, String key, int held) {
        return event("rawKeyDown", code, key, null, held);
    }

    Keys up(String code, String key) {
        return event("keyUp", code, key, null, 0);
    }

    /** The next key comes so much later. */
    Keys after(int millis) {
        at += millis / 1000.0;
        return this;
    }

    private Keys event(String type, String code, String key, @Nullable String text, int held) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("code", code);
        event.addProperty("key", key);
        event.addProperty("modifiers", held);
        event.addProperty("timestamp", at);
        event.addProperty("windowsVirtualKeyCode", virtual(key));
        if (text != null) {
            event.addProperty("text", text);
        }
        events.add(event);
        return this;
    }

    private static int virtual(String key) {
        return switch (key) {
            case "Enter" -> 13;
            case "Tab" -> 9;
            case "Shift" -> 16;
            case "Control" -> 17;
            case "AltGraph", "Alt" -> 18;
            default ->
                key.length() == 1 && Character.isLetterOrDigit(key.charAt(0)) && key.charAt(0) < 128
                        ? Character.toUpperCase(key.charAt(0))
                        : 0;
        };
    }

    /** Plays them; returns when the page has had them all. */
    void on(Page page, int debugPort) {
        CDPSession session = page.context().newCDPSession(page);
        String target = session.send("Target.getTargetInfo")
                .getAsJsonObject("targetInfo")
                .get("targetId")
                .getAsString();
        session.detach();
        Answers answers = new Answers(events.size());
        URI line = URI.create("ws://127.0.0.1:" + debugPort + "/devtools/page/" + target);
        try (HttpClient http = HttpClient.newHttpClient()) {
            WebSocket socket =
                    http.newWebSocketBuilder().buildAsync(line, answers).join();
            double now = System.currentTimeMillis() / 1000.0;
            for (int i = 0; i < events.size(); i++) {
                JsonObject event = events.get(i);
                event.addProperty("timestamp", now + event.get("timestamp").getAsDouble());
                JsonObject call = new JsonObject();
                call.addProperty("id", i + 1);
                call.addProperty("method", "Input.dispatchKeyEvent");
                call.add("params", event);
                socket.sendText(call.toString(), true).join();
            }
            answers.await();
            socket.abort();
        }
    }

    /** Counts what the browser answers. */
    private static final class Answers implements WebSocket.Listener {
        private final CountDownLatch left;

        Answers(int expected) {
            left = new CountDownLatch(expected);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            if (last) {
                left.countDown();
            }
            socket.request(1);
            return null;
        }

        void await() {
            try {
                if (!left.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the browser took no key");
                }
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
