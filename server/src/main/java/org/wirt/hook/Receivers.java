package org.wirt.hook;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.wirt.value.WebHookSecret;

/// Whoever is told: sends one signed request and says what came of it. Each has a connection of its own, so that each
/// is looked at by [AddressGuard]; nothing is followed, kept or taken from the environment.
@Component
class Receivers implements DisposableBean {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(15);
    private static final int READ_BYTES = 64 * 1024;
    private static final int KEPT_CHARACTERS = 500;
    private static final int LINE_BYTES = 8 * 1024;
    private static final int HEADERS = 100;

    /// What is sent, and to whom.
    ///
    /// @param id the same however often it is sent: by this receivers drop repetitions
    record Message(URI to, WebHookSecret secret, String id, String body) {}

    private final Clock clock;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("web-hook-ends").factory());

    Receivers(AddressGuard guard, Clock clock) {
        this.clock = clock;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LINE_BYTES)
                                .setMaxHeaderCount(HEADERS)
                                .build())
                        .build())
                .setMaxConnTotal(HookSender.AT_ONCE)
                .setMaxConnPerRoute(HookSender.AT_ONCE)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(Timeout.of(WHOLE))
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(Timeout.of(WHOLE))
                        .build())
                .setUserAgent("Wirt")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @Override
    public void destroy() throws IOException {
        ends.shutdownNow();
        client.close();
    }

    Answer send(Message message) {
        long start = System.nanoTime();
        var request = request(message);
        var end = ends.schedule(request::cancel, WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        // Closed without reading on: an answer may have no end.
        try (var response = client.executeOpen(RoutingSupport.determineHost(request), request, null)) {
            var entity = response.getEntity();
            var text = entity == null ? "" : beginning(entity.getContent());
            return Answer.of(response.getCode(), since(start), text);
        } catch (IOException | HttpException e) {
            return Answer.none(request.isCancelled() ? Failure.TIMED_OUT : failure(e), since(start));
        } finally {
            end.cancel(false);
        }
    }

    private HttpPost request(Message message) {
        long now = clock.instant().getEpochSecond();
        var request = new HttpPost(message.to);
        request.setHeader("webhook-id", message.id);
        request.setHeader("webhook-timestamp", now);
        request.setHeader("webhook-signature", Signature.of(message.secret, message.id, now, message.body));
        request.setEntity(new StringEntity(message.body, ContentType.APPLICATION_JSON));
        return request;
    }

    private static String beginning(InputStream content) throws IOException {
        var text = new String(content.readNBytes(READ_BYTES), StandardCharsets.UTF_8).replace("\0", "");
        return text.codePointCount(0, text.length()) <= KEPT_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, KEPT_CHARACTERS));
    }

    private static Failure failure(Exception e) {
        return switch (e) {
            case AddressGuard.NotPublic _ -> Failure.NOT_PUBLIC;
            case UnknownHostException _ -> Failure.NAME_UNKNOWN;
            case ConnectTimeoutException _ -> Failure.TIMED_OUT;
            case SocketTimeoutException _ -> Failure.TIMED_OUT;
            case SSLException _ -> Failure.NOT_TRUSTED;
            case java.net.ConnectException _ -> Failure.UNREACHABLE;
            case java.net.NoRouteToHostException _ -> Failure.UNREACHABLE;
            default -> Failure.BROKEN_OFF;
        };
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
