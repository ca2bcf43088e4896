package org.relais.journal.crypto;

import java.net.IDN;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name or an address by which this node is reached: a DNS name in ASCII and small letters (RFC 1123, RFC 5890), or an IP
 * address in its canonical text.
 */
public record Host(String text) {
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*");

    /** Reads a name or an address; empty when it is neither. Asks no name server. */
    public static Optional<Host> of(String text) {
        String given = text.strip().toLowerCase(Locale.ROOT);
        try {
            if (ADDRESS.matcher(given).matches()) {
                return Optional.of(new Host(InetAddress.ofLiteral(given).getHostAddress()));
            }
            String ascii = IDN.toASCII(given);
            return NAME.matcher(ascii).matches() && !DIGITS.matcher(ascii).matches()
                    ? Optional.of(new Host(ascii))
                    : Optional.empty();
        } catch (IllegalArgumentException neither) {
            return Optional.empty();
        }
    }

    /** Whether it is an address, not a name. */
    public boolean address() {
        return text.contains(":") || DIGITS.matcher(text).matches();
    }

    byte[] bytes() {
        return InetAddress.ofLiteral(text).getAddress();
    }

    /** As an address in a URL. */
    public String inUrl() {
        return text.contains(":") ? "[" + text + "]" : text;
    }

    /** Whether a constraint to that host allows this one (RFC 5280, 4.2.1.10): the same, or a name below it. */
    boolean within(Host allowed) {
        return text.equals(allowed.text) || (!address() && !allowed.address() && text.endsWith("." + allowed.text));
    }

    /** Its bytes and as many that count all of them. */
    byte[] exactly() {
        byte[] address = bytes();
        return HexFormat.of().parseHex(HexFormat.of().formatHex(address) + "ff".repeat(address.length));
    }
}
