package org.relais.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeersTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,10.1.2.3,true",
        "10.1.2.3,10.1.2.4,false",
        "10.1.0.0/16,10.1.255.255,true",
        "10.1.0.0/16,10.2.0.0,false",
        "10.1.2.128/25,10.1.2.127,false",
        "10.1.2.128/25,10.1.2.200,true",
        "0.0.0.0/0,192.0.2.9,true",
        "0.0.0.0/0,2001:db8::1,false",
        "2001:db8::/33,2001:db8:7fff::1,true",
        "2001:db8::/33,2001:db8:8000::1,false",
        "::1,::1,true"
    })
    void admitsAddressesAndNetworks(String peers, String peer, boolean admitted) {
        assertThat(Peers.of(List.of(peers)).admits(InetAddress.ofLiteral(peer))).isEqualTo(admitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "",
                "10.1",
                "10.1.2.3/33",
                "10.1.2.3/x",
                "10.1.2.300",
                "2001:db8::/129",
                "fe80::1%eth0"
            })
    void takesNoNamesAndNothingBroken(String text) {
        assertThat(Peers.wrong(List.of("10.0.0.1", text))).contains(text);
    }

    @Test
    void settingsRefuseADoorOpenToAll() {
        FeedSettings open = with("0.0.0.0", List.of(), FeedSettings.Tls.OFF);
        assertThat(open.problem().orElseThrow().messageKey()).isEqualTo("feeds.setting.open-to-all");
        assertThat(with("0.0.0.0", List.of("10.0.0.0/8"), FeedSettings.Tls.OFF).problem())
                .isEmpty();
        assertThat(with("0.0.0.0", List.of(), FeedSettings.Tls.MUTUAL).problem())
                .isEmpty();
        assertThat(with("0.0.0.0", List.of(), FeedSettings.Tls.ON).problem()).isPresent();
        assertThat(with("127.0.0.1", List.of(), FeedSettings.Tls.OFF).problem()).isEmpty();
        assertThat(with("laboratory", List.of("10.0.0.1"), FeedSettings.Tls.OFF).problem())
                .isPresent();
    }

    private static FeedSettings with(String bind, List<String> peers, FeedSettings.Tls tls) {
        return new FeedSettings("lab", FeedSettings.Kind.MLLP, bind, 2600, "", peers, tls, "windows-1252", 0);
    }
}
