package org.relais.wiring;

import java.time.Duration;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.relais.journal.crypto.Issued;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door of the pages for other machines: TLS 1.2 and 1.3, HTTP/2, on every address. Plain HTTP stays on loopback. */
final class Https implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Https.class);
    private static final Duration LOOK = Duration.ofHours(12);

    private final Service service;
    private final Connector connector;
    private final SiteCertificate certificate;
    private final Thread renewal;

    private Https(Service service, Connector connector, SiteCertificate certificate) {
        this.service = service;
        this.connector = connector;
        this.certificate = certificate;
        this.renewal = Thread.ofVirtual().name("certificate").unstarted(this::watch);
    }

    static Https open(Service service, int port, SiteCertificate certificate) {
        Connector connector = new Connector(new Http11NioProtocol());
        connector.setPort(port);
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setXpoweredBy(false);
        Http11NioProtocol protocol = protocol(connector);
        protocol.setSSLEnabled(true);
        protocol.setExecutor(new VirtualThreadExecutor("https-"));
        protocol.addSslHostConfig(config(certificate.current()));
        connector.addUpgradeProtocol(new Http2Protocol());
        try {
            service.addConnector(connector);
        } catch (IllegalArgumentException refused) {
            throw cannotListen(port);
        }
        if (connector.getLocalPort() <= 0) {
            service.removeConnector(connector);
            throw cannotListen(port);
        }
        Https open = new Https(service, connector, certificate);
        open.renewal.start();
        return open;
    }

    private static ProblemException cannotListen(int port) {
        return Problem.of(Category.UNAVAILABLE, "tls.cannot-listen", Integer.toString(port))
                .asException();
    }

    private static Http11NioProtocol protocol(Connector connector) {
        if (connector.getProtocolHandler() instanceof Http11NioProtocol protocol) {
            return protocol;
        }
        throw new IllegalStateException("the connector speaks another protocol");
    }

    private static SSLHostConfig config(Issued issued) {
        SSLHostConfig config = new SSLHostConfig();
        config.setProtocols("TLSv1.2+TLSv1.3");
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(config, SSLHostConfigCertificate.Type.EC);
        certificate.setCertificateKeystore(issued.keyStore());
        certificate.setCertificateKeyAlias("relais");
        certificate.setCertificateKeyPassword("");
        config.addCertificate(certificate);
        return config;
    }

    /** Where a browser finds it. */
    String url() {
        return "https://" + certificate.first().inUrl() + ":" + connector.getLocalPort() + "/";
    }

    /** Takes the fresh certificate for connections from now on. */
    void renew() {
        if (certificate.renew()) {
            protocol(connector).addSslHostConfig(config(certificate.current()), true);
            LOG.info("the certificate of the pages was renewed");
        }
    }

    private void watch() {
        while (true) {
            try {
                Thread.sleep(LOOK);
                renew();
            } catch (InterruptedException told) {
                return;
            } catch (RuntimeException refused) {
                LOG.error("the certificate of the pages could not be renewed: {}", refused.toString());
            }
        }
    }

    @Override
    public void close() {
        renewal.interrupt();
        service.removeConnector(connector);
        try {
            connector.destroy();
        } catch (LifecycleException late) {
            LOG.warn("the HTTPS port did not close cleanly: {}", late.toString());
        }
    }
}
