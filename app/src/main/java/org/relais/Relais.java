package org.relais;

import org.relais.cli.Commands;
import org.relais.wiring.Assembly;

/** The program: one jar, whose first word names what to do. */
public final class Relais {
    private Relais() {}

    public static void main(String[] words) {
        System.exit(Commands.run(words, new Assembly()));
    }
}
