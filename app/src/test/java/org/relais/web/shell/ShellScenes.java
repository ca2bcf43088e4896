package org.relais.web.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.web.Gallery.Scene;
import org.relais.web.Scenes;
import org.relais.web.command.CrisisPage;

/** The pages of the door, of the crisis, and refusals. */
public final class ShellScenes {
    private static final List<CrisisPage.Feed> FEEDS = List.of(new CrisisPage.Feed("mllp", "127.0.0.1:2575", false));

    private ShellScenes() {}

    public static List<Scene> all() {
        return List.of(
                door("login", "shell/login", f -> new Question("", "/", "", false)),
                door("login-refused", "shell/login", f -> new Question(f.t("access.login-wrong"), "/", "", false)),
                door(
                        "lock",
                        "shell/lock",
                        f -> new LockPage(
                                new Question("", "/patients", "Nadège Bellerose", false),
                                new LockPage.Beds(
                                        "Maternité",
                                        List.of(
                                                new LockPage.Bed("bed-0", "101 A", true),
                                                new LockPage.Bed("bed-1", "102 A", false))))),
                door("password", "shell/password", f -> new Question("", "/", "Nadège Bellerose", true)),
                inside("error", "shell/error", false, f -> new Refusal(f.t("error.not-found"), 404)),
                inside("declare", "command/declare", false, f -> crisis(f, "")),
                inside("declare-refused", "command/declare", false, f -> crisis(f, f.t("access.no-role"))),
                inside("lift", "command/lift", true, f -> crisis(f, "")),
                inside("crisis", "command/crisis", true, f -> crisis(f, "")),
                inside("crisis-none", "command/crisis", false, f -> crisis(f, "")));
    }

    private static String title(String name) {
        return switch (name.split("-")[0]) {
            case "login" -> "login.title";
            case "lock" -> "lock.title";
            case "password" -> "password.title";
            case "error" -> "error.title";
            case "declare" -> "crisis.declare";
            case "lift" -> "crisis.lift";
            default -> "crisis.title";
        };
    }

    private static CrisisPage crisis(Frame f, String problem) {
        boolean declared = f.banner().declared();
        return new CrisisPage(
                declared ? f.show().moment(Scenes.CUT) : null,
                declared ? "Demande de rançon imprimée dans trois services" : "",
                declared ? "Dr Line LAGUERRE" : "",
                FEEDS,
                problem,
                "",
                true);
    }

    private static Scene door(String name, String template, Function<Frame, Object> page) {
        return scene(name, template, null, f -> page.apply(f));
    }

    private static Scene inside(String name, String template, boolean declared, Function<Frame, Object> page) {
        return scene(name, template, declared, page);
    }

    private static Scene scene(String name, String template, @Nullable Boolean declared, Function<Frame, Object> page) {
        Map<Language, Scene.ModelOf> models = new EnumMap<>(Language.class);
        boolean crisis = declared != null && declared;
        for (Language language : Language.values()) {
            Frame frame =
                    Scenes.frame(language, Mode.REAL, crisis, Section.HELP).titled(title(name));
            Frame shown = declared == null ? frame.outside() : frame;
            models.put(language, new Scene.ModelOf(shown, page.apply(shown)));
        }
        return new Scene(name, template, Mode.REAL, crisis, models);
    }
}
