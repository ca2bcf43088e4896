package org.relais.web.node;

/** What was just made and is to be printed now. */
public record HandoutPage(String key, boolean badges, int count) {}
