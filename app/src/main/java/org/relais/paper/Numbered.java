package org.relais.paper;

/** Sheets of a pochette: they bear its number, and nobody's name yet. */
record Numbered(String number) implements Whose {
    @Override
    public Object key() {
        return number;
    }
}
