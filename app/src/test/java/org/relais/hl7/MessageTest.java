package org.relais.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.bytes;
import static org.relais.testkit.Hl7.message;
import static org.relais.testkit.Hl7.utf8;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final String HEADER = "MSH|^~\\&|GAM|POINTE|RELAIS||20261123||ADT^A01|42|P|2.5";
    private static final String PID = "PID|1||123^^^IPP&1.2.3&ISO^PI~456^^^INS||JOSEPH-MONROSE^Léa^Rose";

    private static Message read(String text) {
        return Message.read(utf8(text)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n"})
    void endsSegmentsAtAnyLineEnd(String end) {
        Message message = read(HEADER + end + PID + end + "PV1|1|I|A1" + end);
        assertThat(message.segments()).extracting(Segment::name).containsExactly("MSH", "PID", "PV1");
        assertThat(message.first("PV1").orElseThrow().value(3)).isEqualTo("A1");
    }

    @Test
    void toleratesAMissingLastReturnAndFrameBytes() {
        assertThat(read("\u000B" + HEADER + "\r" + PID + "\u001C")
                        .first("PID")
                        .orElseThrow()
                        .value(5, 3))
                .isEqualTo("Rose");
    }

    @Test
    void toleratesMarkAndWhiteSpaceBeforeTheHeader() {
        assertThat(read("\uFEFF \t\r\n " + HEADER + "\r" + PID).first("PID")).isPresent();
    }

    @Test
    void countsFieldsOfTheHeaderAsTheStandardDoes() {
        Segment header = read(HEADER).header();
        assertThat(header.field(1).text()).isEqualTo("|");
        assertThat(header.value(3)).isEqualTo("GAM");
        assertThat(header.value(9, 2)).isEqualTo("A01");
        assertThat(header.value(10)).isEqualTo("42");
        assertThat(header.value(99)).isEmpty();
    }

    @Test
    void cutsRepetitionsComponentsAndSubcomponents() {
        Field list = read(HEADER + "\r" + PID).first("PID").orElseThrow().field(3);
        assertThat(list.repetitions()).hasSize(2);
        assertThat(list.repetitions().get(1).value(1)).isEqualTo("456");
        assertThat(list.component(4).subcomponent(2).text()).isEqualTo("1.2.3");
        assertThat(list.component(4).subcomponent(9).isEmpty()).isTrue();
        assertThat(list.value(5)).isEqualTo("PI");
    }

    @Test
    void takesDelimitersFromTheMessage() {
        Message message = Message.read(
                        bytes("MSH#*\u02DC!%#GAM##########2.3\rPID###1**%\u02DC2**A%B\r", "windows-1252"))
                .orElseThrow();
        Field list = message.first("PID").orElseThrow().field(3);
        assertThat(list.repetitions()).hasSize(2);
        assertThat(list.repetitions().get(1).component(3).subcomponent(2).text())
                .isEqualTo("B");
    }

    @Test
    void takesTheSmallTildeAsRepetitionSeparatorInUtf8Too() {
        Message message = read("MSH|^\u02DC\\&|GAM\rPID|||1^A\u02DC2^B\r");
        assertThat(message.first("PID").orElseThrow().field(3).repetitions()).hasSize(2);
    }

    @Test
    void resolvesEscapes() {
        Message message =
                read(HEADER + "\rNTE|1||a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f\\.br\\g\\XC3A9\\h\\Zq\\i\\H\\j\\N\\k\\");
        assertThat(message.first("NTE").orElseThrow().value(3)).isEqualTo("a|b^c&d~e\\f\ngéh\\Zq\\ijk\\");
    }

    @Test
    void tellsDeletedFromEmpty() {
        Segment pid = read(HEADER + "\rPID|1||\"\"||").first("PID").orElseThrow();
        assertThat(pid.field(3).isDeleted()).isTrue();
        assertThat(pid.field(4).isDeleted()).isFalse();
        assertThat(pid.field(4).isEmpty()).isTrue();
        assertThat(pid.value(3)).isEmpty();
    }

    @Test
    void keepsALineThatIsNoSegmentInTheFieldBefore() {
        Message message = read(HEADER + "\nOBX|1|TX|A||first line\nsecond line|x\nZFA|1\n");
        assertThat(message.segments()).extracting(Segment::name).containsExactly("MSH", "OBX", "ZFA");
        assertThat(message.segments().get(1).value(5)).isEqualTo("first line\nsecond line");
    }

    @Test
    void saysWhenAnotherMessageFollows() {
        Message message = read(HEADER + "\r" + PID + "\r" + HEADER + "\r" + PID);
        assertThat(message.several()).isTrue();
        assertThat(message.segments()).hasSize(2);
    }

    @Test
    void findsNoMessageWhereThereIsNoHeader() {
        assertThat(Message.read(utf8("PID|1||2"))).isEmpty();
        assertThat(Message.read(utf8("MSHX|^~"))).isEmpty();
        assertThat(Message.read(utf8("MSH"))).isEmpty();
        assertThat(Message.read(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8", "ISO-8859-1"})
    void readsAccentsThatNobodyDeclared(String charset) {
        Message message = Message.read(bytes(HEADER + "\r" + PID, charset)).orElseThrow();
        assertThat(message.first("PID").orElseThrow().value(5, 2)).isEqualTo("Léa");
        assertThat(message.encoding().doubt()).isEqualTo(Encoding.Doubt.NONE);
    }

    @Test
    void readsTheEuroOfLatin9() {
        Message message = Message.read(bytes(HEADER + "||||||8859/15\rNTE|1||5 €", "ISO-8859-15"))
                .orElseThrow();
        assertThat(message.first("NTE").orElseThrow().value(3)).isEqualTo("5 €");
        assertThat(message.encoding().doubt()).isEqualTo(Encoding.Doubt.NONE);
    }

    @Test
    void believesTheBytesAgainstTheDeclaration() {
        Message wrong = Message.read(bytes(HEADER + "||||||UNICODE UTF-8\r" + PID, "windows-1252"))
                .orElseThrow();
        assertThat(wrong.first("PID").orElseThrow().value(5, 2)).isEqualTo("Léa");
        assertThat(wrong.encoding().doubt()).isEqualTo(Encoding.Doubt.CONTRADICTED);

        Message other = Message.read(utf8(HEADER + "||||||8859/1\r" + PID)).orElseThrow();
        assertThat(other.first("PID").orElseThrow().value(5, 2)).isEqualTo("Léa");
        assertThat(other.encoding().doubt()).isEqualTo(Encoding.Doubt.CONTRADICTED);

        Message unheard = Message.read(utf8(HEADER + "||||||EBCDIC-13\r" + PID)).orElseThrow();
        assertThat(unheard.encoding().doubt()).isEqualTo(Encoding.Doubt.UNKNOWN);
    }

    @Test
    void answersWithTheBytesItWasGiven() {
        byte[] raw = bytes("MSH|^\u02DC\\&|GAMÉ|POINTE|RELAIS||20261123||ADT^A01|é42|P|2.3\r" + PID, "windows-1252");
        Acknowledgements acknowledgements = new Acknowledgements(java.time.InstantSource.system());
        byte[] answer = acknowledgements.answer(Header.of(raw), Acknowledgements.Code.AA, "");
        String text = new String(answer, java.nio.charset.Charset.forName("windows-1252"));
        assertThat(text)
                .startsWith("MSH|^\u02DC\\&|RELAIS||GAMÉ|POINTE|")
                .contains("||ACK^A01|")
                .endsWith("\rMSA|AA|é42\r");
        assertThat(new String(
                        acknowledgements.answer(Header.of(new byte[3]), Acknowledgements.Code.AA, ""),
                        StandardCharsets.US_ASCII))
                .startsWith("MSH|^~\\&|")
                .endsWith("|P|2.5\rMSA|AA|\r");
    }
}
