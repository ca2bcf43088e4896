package org.relais.paper;

import java.util.List;
import org.relais.care.chart.Chart;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;

/**
 * What one ward's pack is made of.
 *
 * @param charts of the patients of the census, in any order; a patient without one gets sheets that say so
 */
public record PackContent(Ward ward, Census census, List<Chart> charts) {}
