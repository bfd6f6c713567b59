package org.wirt;

import java.util.Locale;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.wirt.database.Certificate;

/// The panel's HTTPS port. Spring Boot sets up the first connector only, so this one repeats what matters.
final class EncryptedPort {

    private EncryptedPort() {}

    static Connector connector(PanelSettings settings, Certificate certificate) {
        var protocol = new Http11NioProtocol();
        protocol.setSSLEnabled(true);
        protocol.setCompression("on");
        protocol.setExecutor(new VirtualThreadExecutor("https-"));
        protocol.addSslHostConfig(host(certificate));
        var connector = new Connector(protocol);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setPort(settings.httpsPort());
        connector.setProperty("address", settings.bind().toLowerCase(Locale.ROOT));
        return connector;
    }

    private static SSLHostConfig host(Certificate certificate) {
        var host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        var key = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        key.setCertificateKeystoreFile(certificate.file().toString());
        key.setCertificateKeystorePassword(certificate.password());
        key.setCertificateKeystoreType("PKCS12");
        key.setCertificateKeyAlias(Certificate.ALIAS);
        host.addCertificate(key);
        return host;
    }
}
