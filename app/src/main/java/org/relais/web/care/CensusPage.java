package org.relais.web.care;

import java.util.List;

/** Who lies where in the whole hospital, ward after ward. */
public record CensusPage(List<WardPage> wards, int patients) {}
