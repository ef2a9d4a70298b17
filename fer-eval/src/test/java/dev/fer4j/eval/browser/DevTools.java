package dev.fer4j.eval.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.io.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Speaks the Chrome DevTools protocol: commands and their answers, and events as they come. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * What the browser told by itself.
     *
     * @param session of which page
     * @param method for example {@code Network.requestWillBeSent}
     * @param parameters of it
     */
    record Event(String session, String method, JsonNode parameters) {}

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private DevTools(URI address) {
        this.socket =
                HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).join();
    }

    static DevTools connect(URI address) {
        return new DevTools(address);
    }

    @Override
    public synchronized CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            JsonNode message = Json.parse(partial.toString(), JsonNode.class, "DevTools");
            partial.setLength(0);
            if (message.has("id")) {
                answers.remove(message.path("id").asInt()).complete(message);
            } else {
                events.add(
                        new Event(
                                message.path("sessionId").asText(),
                                message.path("method").asText(),
                                message.path("params")));
                notifyAll();
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public synchronized void onError(WebSocket from, Throwable error) {
        answers.values().forEach(answer -> answer.completeExceptionally(error));
    }

    /** Sends a command of a page, or of the browser if the session is empty. */
    JsonNode send(String session, String method, Map<String, ?> parameters) throws IOException {
        ObjectNode command = Json.tree(Map.of("method", method, "params", parameters));
        int id = ids.incrementAndGet();
        command.put("id", id);
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(command.toString(), true).join();
        JsonNode message;
        try {
            message = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException("no answer to " + method, e);
        }
        if (message.has("error")) {
            throw new IOException(method + ": " + message.path("error"));
        }
        return message.path("result");
    }

    /** Waits until a page has had an event. */
    synchronized void await(String session, String method) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Predicate<Event> is = e -> e.session().equals(session) && e.method().equals(method);
        while (events.stream().noneMatch(is)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new IOException("no event " + method);
            }
            try {
                wait(Math.max(1, left / 1_000_000));
            } catch (InterruptedException e) {
                throw new IOException("interrupted while waiting for " + method, e);
            }
        }
    }

    /** The parameters of a page's events of one kind so far. */
    List<JsonNode> events(String session, String method) {
        List<JsonNode> found = new ArrayList<>();
        for (Event event : events) {
            if (event.session().equals(session) && event.method().equals(method)) {
                found.add(event.parameters());
            }
        }
        return found;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
