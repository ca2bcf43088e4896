package org.relais.e2e;

/**
 * A hand scanner that plays a keyboard: it presses the keys of its own layout, and the station makes of them what its
 * own layout says.
 *
 * @param at      before which screen it lies
 * @param plays   layout of the scanner
 * @param station layout that the station is set to
 * @param gs      what becomes of GS: itself, nothing, or another character
 */
record Scanner(Station at, Keyboard plays, Keyboard station, String gs) {
    static final String GS = "\u001D";
    private static final int PACE = 8;

    /** On a French station, with GS sent. */
    static Scanner at(Station station, Keyboard plays) {
        return new Scanner(station, plays, Keyboard.FR, GS);
    }

    Scanner replacing(String other) {
        return new Scanner(at, plays, station, other);
    }

    /** One scan, closed by Enter. */
    void scan(String text) {
        scan(text, "Enter");
    }

    /** One scan; {@code end} is {@code Enter}, {@code Tab}, or empty for a scanner that closes nothing. */
    void scan(String text, String end) {
        Keys keys = new Keys();
        for (char sign : text.replace(GS, gs).toCharArray()) {
            if (GS.indexOf(sign) == 0) {
                control(keys);
            } else {
                press(keys, plays.type(String.valueOf(sign)).getFirst());
            }
        }
        if (!end.isEmpty()) {
            keys.press(end, end, end.equals("Enter") ? "\r" : null, 0);
        }
        at.play(keys);
    }

    /** Digits of the numeric pad, which both layouts have alike, then other keys. */
    void pad(String digits, String rest) {
        Keys keys = new Keys();
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            keys.press("Numpad" + digit, String.valueOf(digit), String.valueOf(digit), 0)
                    .after(PACE);
        }
        plays.type(rest).forEach(stroke -> press(keys, stroke));
        at.play(keys.press("Enter", "Enter", "\r", 0));
    }

    private void press(Keys keys, Keyboard.Stroke stroke) {
        Character made = station.makes(stroke);
        String key = made == null ? "Dead" : made.toString();
        String text = made == null ? null : key;
        switch (stroke.level()) {
            case 1 ->
                keys.down("ShiftLeft", "Shift", Keys.SHIFT)
                        .press(stroke.code(), key, text, Keys.SHIFT)
                        .up("ShiftLeft", "Shift");
            case 2 ->
                keys.down("AltRight", "AltGraph", Keys.CTRL | Keys.ALT)
                        .press(stroke.code(), key, text, Keys.CTRL | Keys.ALT)
                        .up("AltRight", "AltGraph");
            default -> keys.press(stroke.code(), key, text, 0);
        }
        keys.after(PACE);
    }

    /** GS as scanners send it: Ctrl and the second key right of P, which is 0x1D under both layouts. */
    private void control(Keys keys) {
        keys.down("ControlLeft", "Control", Keys.CTRL)
                .press("BracketRight", station == Keyboard.FR ? "$" : "]", null, Keys.CTRL)
                .up("ControlLeft", "Control")
                .after(PACE);
    }
}
