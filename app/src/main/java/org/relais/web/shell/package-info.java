/** The frame every page stands in: banner, menu, language, dates, assets, live updates. */
@NullMarked
package org.relais.web.shell;

import org.jspecify.annotations.NullMarked;
