package org.relais.care.identity.match;

/** The keys by which rows are looked up; 0 where the row has not what the key is made of. */
final class Keys {
    private static final int HALF = 6;

    private final Register register;
    private final Sounds sounds;

    Keys(Register register, Sounds sounds) {
        this.register = register;
        this.sounds = sounds;
    }

    long date(int row) {
        return register.date(row);
    }

    long swappedDate(int row) {
        int date = register.date(row);
        int swapped = DateComparison.swapped(date);
        return swapped == date ? 0 : swapped;
    }

    long partsAndSurname(int row, int parts) {
        return both(parts(row, parts), sounds.french(surname(row)));
    }

    long partsAndGiven(int row, int parts) {
        return both(parts(row, parts), sounds.french(given(row)));
    }

    long french(int row) {
        return both(sounds.french(surname(row)), sounds.french(given(row)));
    }

    long frenchSwapped(int row) {
        return both(sounds.french(given(row)), sounds.french(surname(row)));
    }

    long english(int row) {
        return both(sounds.english(surname(row)), sounds.english(given(row)));
    }

    long englishSwapped(int row) {
        return both(sounds.english(given(row)), sounds.english(surname(row)));
    }

    long surnameAndStart(int row) {
        return both(surname(row), sounds.start(given(row)));
    }

    long surnameAndStartSwapped(int row) {
        return both(given(row), sounds.start(surname(row)));
    }

    long givenAndStart(int row) {
        return both(given(row), sounds.start(surname(row)));
    }

    long givenAndStartSwapped(int row) {
        return both(surname(row), sounds.start(given(row)));
    }

    long value(int column, int row) {
        return register.number(column, row);
    }

    long surnameSound(int row) {
        return sounds.french(surname(row));
    }

    long givenSound(int row) {
        return sounds.french(given(row));
    }

    long valueAndSurname(int column, int row) {
        return both(register.number(column, row), sounds.start(surname(row)));
    }

    long valueAndGiven(int column, int row) {
        return both(register.number(column, row), sounds.start(given(row)));
    }

    /** The first half of a value, or the beginning of an address without its number. */
    Block.KeyOf beginning(int column) {
        return halves(column, true);
    }

    /** The second half of a value, or the end of an address. */
    Block.KeyOf ending(int column) {
        return halves(column, false);
    }

    private Block.KeyOf halves(int column, boolean first) {
        Lexicon lexicon = register.lexicon(column);
        int[] hashes = new int[lexicon.size() + 1];
        for (int number = 1; number <= lexicon.size(); number++) {
            String value = lexicon.text(number).replace(" ", "");
            int start = 0;
            while (column == Register.ADDRESS
                    && start < value.length() - HALF
                    && Character.isDigit(value.charAt(start))) {
                start++;
            }
            int length = column == Register.ADDRESS ? HALF : Math.max(3, value.length() / 2);
            if (value.length() - start >= length) {
                String half = first ? value.substring(start, start + length) : value.substring(value.length() - length);
                hashes[number] = half.hashCode();
            }
        }
        return row -> hashes[register.number(column, row)];
    }

    private int surname(int row) {
        return register.number(Register.SURNAME, row);
    }

    private int given(int row) {
        return register.number(Register.GIVEN, row);
    }

    /** Two of the three parts of the birth date: year and month, year and day, month and day. */
    int parts(int row, int which) {
        int date = register.date(row);
        if (!DateComparison.isWhole(date)) {
            return 0;
        }
        return 1
                + switch (which) {
                    case 0 -> date / 100;
                    case 1 -> 1_000_000 + date / 10000 * 100 + DateComparison.day(date);
                    default -> 9_000_000 + date % 10000;
                };
    }

    private static long both(int one, int two) {
        return one == 0 || two == 0 ? 0 : ((long) one << 32) | two;
    }
}
