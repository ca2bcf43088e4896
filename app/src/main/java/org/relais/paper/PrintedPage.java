package org.relais.paper;

import org.jspecify.annotations.Nullable;
import org.relais.kernel.PatientId;

/** A page that was printed: to be kept, so that its scan comes home. {@code patient} is null on sheets of several or of none. */
public record PrintedPage(PageCode code, @Nullable PatientId patient) {}
