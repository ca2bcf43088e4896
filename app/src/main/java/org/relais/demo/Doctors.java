package org.relais.demo;

import java.util.List;
import java.util.Random;

/** The invented staff whose names stand in messages (XCN: number, family, given, prefix). */
final class Doctors {
    private static final List<String> DOCTORS = List.of(
            "D001^PALMISTE^Yannick^^^Dr",
            "D002^MONTABRI^Solange^^^Dr",
            "D003^RIVEAUX^Clémence^^^Dr",
            "D004^BOISJOLI^Hector^^^Dr",
            "D005^TERREVILLE^Anne-Lise^^^Dr",
            "D006^CANTELOUP^Régis^^^Dr",
            "D007^MARBOEUF^Judith^^^Dr",
            "D008^SALINES^Frantz^^^Dr",
            "D009^FONTABELLE^Marie-Ève^^^Dr");
    private static final List<String> NURSES = List.of(
            "I001^VALMIRE^Cédric^^^M.",
            "I002^BELMONT-RIVAGE^Ornella^^^Mme",
            "I003^DUCHEMINOT^Lisiane^^^Mme",
            "I004^ROCHEBLANC^Tony^^^M.",
            "I005^GRANDFOND^Élodie^^^Mme");

    private Doctors() {}

    static String of(DemoWard ward, Random random) {
        return DOCTORS.get((ward.unit.charAt(0) + (random.nextInt(4) == 0 ? 1 : 0)) % DOCTORS.size());
    }

    static String nurse(Random random) {
        return Names.pick(NURSES, random);
    }
}
