package org.relais.demo;

import java.util.List;

/**
 * Where the generator knows every present patient to lie, to compare a census with.
 *
 * @param lying by ward, room and bed
 */
public record DemoTruth(List<Lying> lying) {

    /**
     * A patient in the hospital.
     *
     * @param ipp    the number that is valid now, after merges
     * @param room   empty for someone who waits without a bed
     * @param bed    likewise
     */
    public record Lying(String ipp, String ward, String room, String bed) {}
}
