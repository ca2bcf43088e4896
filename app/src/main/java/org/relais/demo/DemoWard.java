package org.relais.demo;

import java.util.ArrayList;
import java.util.List;

/** A ward of the Centre hospitalier de la Pointe: nine of them, 420 beds. Kinds are written as in structure files. */
enum DemoWard {
    URG("1010", "Urgences", "Emergency", "emergency"),
    REA("1110", "Réanimation", "Intensive care", "intensive-care"),
    MAT("4110", "Maternité", "Maternity", "maternity"),
    NEO("4210", "Néonatologie", "Neonatology", "neonatology"),
    PED("4310", "Pédiatrie", "Paediatrics", "paediatrics"),
    MEDA("2110", "Médecine polyvalente", "General medicine", "medicine"),
    MEDB("2210", "Cardiologie et médecine interne", "Cardiology and internal medicine", "medicine"),
    CHIR("3110", "Chirurgie", "Surgery", "surgery"),
    GER("5110", "Gériatrie et long séjour", "Geriatrics and long stay", "long-stay");

    /** The last of the delivery rooms, which begin with the first room of the maternity. */
    private static final String LAST_DELIVERY = "405";

    /** A cradle beside its mother's bed. */
    static final String CRADLE = "B";

    final String unit;
    final String nameFr;
    final String nameEn;
    final String kind;

    DemoWard(String unit, String nameFr, String nameEn, String kind) {
        this.unit = unit;
        this.nameFr = nameFr;
        this.nameEn = nameEn;
        this.kind = kind;
    }

    /** A bed: P by the door, F by the window, S alone; in maternity S and the cradle B. */
    record Spot(DemoWard ward, String room, String bed) {
        /** Whether women give birth there: the first rooms of the maternity. */
        boolean delivery() {
            return ward == MAT && !bed.equals(CRADLE) && room.compareTo(LAST_DELIVERY) <= 0;
        }
    }

    List<Spot> beds() {
        return switch (this) {
            case URG -> rooms(1, 30, "S");
            case REA -> rooms(101, 20, "S");
            case MAT -> rooms(401, 30, "S", CRADLE);
            case NEO -> rooms(451, 20, "S");
            case PED -> rooms(471, 20, "P", "F");
            case MEDA -> rooms(201, 30, "P", "F");
            case MEDB -> rooms(241, 30, "P", "F");
            case CHIR -> rooms(301, 35, "P", "F");
            case GER -> rooms(501, 30, "P", "F");
        };
    }

    /** How many beds the hospital aims to keep filled here. */
    int target() {
        int beds = beds().size();
        return this == URG ? beds * 4 / 5 : Math.round(beds * 0.96f);
    }

    private List<Spot> rooms(int first, int count, String... beds) {
        List<Spot> spots = new ArrayList<>();
        for (int room = first; room < first + count; room++) {
            for (String bed : beds) {
                spots.add(new Spot(this, (room < 100 ? "B" : "") + room, bed));
            }
        }
        return spots;
    }
}
