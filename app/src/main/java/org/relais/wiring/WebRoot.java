package org.relais.wiring;

import org.relais.access.spring.AccessConfiguration;
import org.relais.web.WebConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Where Spring begins: what it configures by itself, and the two edges of Relais. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({AccessConfiguration.class, WebConfiguration.class})
class WebRoot {}
