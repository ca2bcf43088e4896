package org.relais.feeds;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who may connect to a feed: addresses and networks as numbers ({@code 10.1.2.3}, {@code 10.1.0.0/16},
 * {@code fd00::/8}). Names are not taken: who answers for a name is not known during an attack.
 */
public final class Peers {
    private record Network(byte[] address, int bits) {
        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            return rest == 0 || ((address[whole] ^ other[whole]) & 0xFF) >> (8 - rest) == 0;
        }
    }

    private final List<Network> networks;

    private Peers(List<Network> networks) {
        this.networks = networks;
    }

    /** The peers of these texts; those that are no address or network must have been found by {@link #wrong} before. */
    public static Peers of(List<String> texts) {
        List<Network> networks = new ArrayList<>();
        texts.forEach(text -> network(text).ifPresent(networks::add));
        return new Peers(List.copyOf(networks));
    }

    /** The first text that is neither an address nor a network. */
    public static Optional<String> wrong(List<String> texts) {
        return texts.stream().filter(text -> network(text).isEmpty()).findFirst();
    }

    /** Whether nobody is named. */
    public boolean isEmpty() {
        return networks.isEmpty();
    }

    public boolean admits(InetAddress peer) {
        byte[] address = peer.getAddress();
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    /** The address that a text writes in numbers; nothing for a name. */
    static Optional<InetAddress> literal(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}") && !text.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Network> network(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> address = literal(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = address.get().getAddress();
        String bits = slash < 0 ? Integer.toString(bytes.length * 8) : text.substring(slash + 1);
        return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= bytes.length * 8
                ? Optional.of(new Network(bytes, Integer.parseInt(bits)))
                : Optional.empty();
    }
}
