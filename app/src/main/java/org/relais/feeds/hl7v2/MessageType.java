package org.relais.feeds.hl7v2;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Message types that Relais reads (MSH-9.1, HL7 table 0076), and what it takes from them. */
enum MessageType {
    ADT(Reads.MOVEMENTS),
    ORU(Reads.RESULTS),
    OUL(Reads.RESULTS),
    ORM(Reads.ORDERS),
    OML(Reads.ORDERS),
    OMG(Reads.ORDERS),
    OMI(Reads.ORDERS),
    OMP(Reads.ORDERS),
    RDE(Reads.ORDERS),
    RDS(Reads.ORDERS),
    RGV(Reads.ORDERS),
    RAS(Reads.ORDERS),
    VXU(Reads.VACCINATIONS),
    MDM(Reads.DOCUMENTS),
    PPR(Reads.RESULTS),
    REF(Reads.RESULTS),
    SIU(Reads.APPOINTMENTS),
    BAR(Reads.IDENTITY),
    DFT(Reads.IDENTITY),
    PGL(Reads.IDENTITY),
    PPP(Reads.IDENTITY),
    OMD(Reads.IDENTITY),
    OMN(Reads.IDENTITY),
    OMS(Reads.IDENTITY),
    OSM(Reads.IDENTITY),
    RRI(Reads.IDENTITY),
    RPI(Reads.IDENTITY);

    /** What is taken. */
    enum Reads {
        MOVEMENTS,
        RESULTS,
        ORDERS,
        VACCINATIONS,
        DOCUMENTS,
        APPOINTMENTS,
        /** Who it is about and nothing more, by choice: flagged, not quarantined. */
        IDENTITY
    }

    private static final Map<String, MessageType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MessageType::name, type -> type));

    private final Reads reads;

    MessageType(Reads reads) {
        this.reads = reads;
    }

    static @Nullable MessageType of(String code) {
        return BY_NAME.get(code);
    }

    Reads reads() {
        return reads;
    }
}
