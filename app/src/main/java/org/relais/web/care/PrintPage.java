package org.relais.web.care;

import java.util.List;

/**
 * What is seen before a summary is printed of somebody who could be taken for another.
 *
 * @param banner who it is
 * @param others who she could be taken for, one line each
 */
public record PrintPage(ChartBanner banner, List<String> others) {}
