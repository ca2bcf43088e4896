package org.relais.care.identity.match;

/**
 * Compares two rows of a register: the same levels as {@link Comparison}, without making a text twice. How two names agree
 * is remembered. For one thread.
 */
final class RegisterComparer {
    private static final int REMEMBERED = 1 << 19;

    private final Register register;
    private final Sounds sounds;
    private final JointNames joint;
    private final String[] names;
    private final long[] asked = new long[REMEMBERED];
    private final byte[] answered = new byte[REMEMBERED];
    private final int[] held = new int[Register.COLUMNS];
    private final String[] texts = new String[Register.COLUMNS];

    RegisterComparer(Register register, Sounds sounds) {
        this.register = register;
        this.sounds = sounds;
        this.names = new String[register.names.size() + 1];
        this.joint = new JointNames(this::nameLevel);
    }

    long compare(int one, int two) {
        long pattern = joint.compare(names(one), names(two));
        pattern = Pattern.with(pattern, Field.BIRTH_DATE, DateComparison.level(register.date(one), register.date(two)));
        int sexes = register.sex(one) * register.sex(two);
        pattern = Pattern.with(
                pattern,
                Field.SEX,
                sexes == 0 ? Level.MISSING : register.sex(one) == register.sex(two) ? Level.SAME : Level.DIFFERENT);
        pattern = with(pattern, Field.BIRTHPLACE, Register.BIRTHPLACE, one, two);
        pattern = with(pattern, Field.ADDRESS, Register.ADDRESS, one, two);
        pattern = with(pattern, Field.POSTCODE, Register.POSTCODE, one, two);
        pattern = with(pattern, Field.PLACE, Register.PLACE, one, two);
        pattern = with(pattern, Field.PHONE, Register.PHONE, one, two);
        return with(pattern, Field.IDENTIFIER, Register.IDENTIFIER, one, two);
    }

    /** The surname both bear, after {@link #compare}; 0 for none. */
    int commonSurname() {
        return joint.commonSurname();
    }

    int commonGiven() {
        return joint.commonGiven();
    }

    String name(int number) {
        String name = names[number];
        if (name == null) {
            name = register.names.text(number);
            names[number] = name;
        }
        return name;
    }

    private JointNames.Names names(int row) {
        return new JointNames.Names(
                register.number(Register.SURNAME, row),
                register.number(Register.USED, row),
                register.number(Register.GIVEN, row));
    }

    private long with(long pattern, Field field, int column, int... rows) {
        int first = register.number(column, rows[0]);
        int second = register.number(column, rows[1]);
        if (first == 0 || second == 0) {
            return pattern;
        }
        return Pattern.with(pattern, field, first == second ? Level.SAME : level(field, column, first, second));
    }

    private Level level(Field field, int column, int first, int second) {
        Lexicon lexicon = register.lexicon(column);
        String one = first(column, first);
        String two = lexicon.text(second);
        return switch (field) {
            case ADDRESS -> AddressComparison.level(one, two);
            case BIRTHPLACE, PLACE -> NameComparison.level(one, two);
            case IDENTIFIER -> NumberComparison.ofPersons(one, two);
            default -> NumberComparison.level(one, two);
        };
    }

    /** The text of the row whose candidates are gone through: it is made once for all of them. */
    private String first(int column, int number) {
        String text = texts[column];
        if (text == null || held[column] != number) {
            text = register.lexicon(column).text(number);
            texts[column] = text;
            held[column] = number;
        }
        return text;
    }

    private Level nameLevel(int one, int two) {
        long question = ((long) Math.min(one, two) << 32) | Math.max(one, two);
        int slot = (int) ((question * 0x9E3779B97F4A7C15L) >>> 45);
        if (asked[slot] != question) {
            asked[slot] = question;
            answered[slot] = (byte) NameComparison.level(name(one), name(two), () -> sounds.alike(one, two))
                    .at();
        }
        return Level.numbered(answered[slot]);
    }
}
