package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.ScopedTransaction;
import org.wirt.operation.Inputs;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Operations;
import org.wirt.operation.Preview;
import org.wirt.operation.Previews;
import org.wirt.operation.Secret;
import org.wirt.operation.Selection;
import org.wirt.operation.Verbs;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import tools.jackson.databind.JsonNode;

/// Every verb there is, on one target, on many, or on all that a list's filter matches: read from the verb itself, so
/// that a new one is here without a line.
@RestController
@RequestMapping("/api/v1/verbs")
class VerbApi {

    private static final int SHOWN = 250;
    private static final String PREVIEW = "preview";

    private final Verbs verbs;
    private final Operations operations;
    private final Previews previews;
    private final ListParameters parameters;
    private final Tags tags;
    private final ScopedTransaction transaction;

    VerbApi(
            Verbs verbs,
            Operations operations,
            Previews previews,
            ListParameters parameters,
            Tags tags,
            ScopedTransaction transaction) {
        this.verbs = verbs;
        this.operations = operations;
        this.previews = previews;
        this.parameters = parameters;
        this.tags = tags;
        this.transaction = transaction;
    }

    /// @param on what its targets are
    record Description(String name, String title, String on, boolean undoable, List<Input> input) {

        /// @param secret is never kept nor shown again; a verb with such a field takes one target at a time
        record Input(String name, String type, boolean secret) {}
    }

    /// Those that the caller may use.
    @GetMapping
    List<Description> all(Call call) {
        var caller = call.caller();
        return verbs.all().stream()
                .filter(verb -> verb.mayUse(caller) && call.program().scopes().reads(verb.kind()))
                .map(verb -> description(call, verb))
                .toList();
    }

    private static Description description(Call call, Verbs.Known<?, ?> verb) {
        var input = Inputs.fields(verb.input()).stream()
                .map(field -> new Description.Input(
                        field.getName(), field.getType().getSimpleName(), field.isAnnotationPresent(Secret.class)))
                .toList();
        return new Description(
                verb.name(), call.t().of("verb." + verb.name()), verb.targets().object(), verb.undoable(), input);
    }

    /// Does it, or says what it would do.
    @PostMapping("/{name}")
    ResponseEntity<?> start(
            Call call,
            @PathVariable String name,
            @RequestParam(name = PREVIEW, required = false) @Nullable String preview,
            @RequestBody JsonNode body) {
        return isLooking(preview) ? ahead(call, name, body) : done(call, asked(call, name, body));
    }

    /// The bare word means yes: who asks to look must not get the deed.
    private static boolean isLooking(@Nullable String said) {
        if (said == null) return false;
        return said.isBlank()
                || Inputs.field(Boolean.class, PREVIEW, Map.of(PREVIEW, List.of(said)))
                        .orElseThrow(() -> new Refused(Refusal.invalid(PREVIEW, "yes-or-no")));
    }

    /// What it would do: the same with an address of its own, for clients that take one kind of answer from each.
    @PostMapping("/{name}/preview")
    ResponseEntity<?> ahead(Call call, @PathVariable String name, @RequestBody JsonNode body) {
        var asked = asked(call, name, body);
        return unlessChanged(call, () -> {
            asked.known.ifPresent(known -> transaction.run(
                    call.caller().scope(), () -> tags.require(known, asked.verb.kind(), asked.target())));
            return ResponseEntity.ok(
                    ahead(call, previews.ahead(asked.verb, asked.selection, asked.input, call.caller(), SHOWN)));
        });
    }

    /// @param input what is named in it
    /// @param known which state of its one target; empty: whichever
    private record Asked(
            Verbs.Known<?, ?> verb,
            Selection selection,
            Map<String, List<String>> input,
            Optional<Versions.Known> known) {

        long target() {
            return selection.only().orElseThrow(() -> new Refused(Refusal.invalid(Versions.IF_MATCH, "if-match-one")));
        }
    }

    private Asked asked(Call call, String name, JsonNode body) {
        for (var said : call.request().getParameterMap().keySet())
            if (!said.equals(PREVIEW)) throw new Refused(Refusal.invalid(said, "query-unknown"));
        var caller = call.caller();
        var verb = operations.permitted(name, caller);
        call.looksAt(verb.kind());
        var selection = Wish.selection(body);
        if (selection instanceof Selection.Matching(var filter))
            parameters.check(verb.targets().object(), filter);
        var input = Wish.input(verb, body);
        if (Versions.isNumber(call, verb))
            return new Asked(verb, selection, Versions.into(call, input), Optional.empty());
        var known = Versions.known(call);
        if (known.isPresent() && !tags.knows(verb))
            throw new Refused(Refusal.invalid(Versions.IF_MATCH, "input-unknown"));
        return new Asked(verb, selection, input, known);
    }

    private ResponseEntity<?> done(Call call, Asked asked) {
        call.changes(asked.verb.kind());
        asked.verb.operation().alsoMakes(asked.input).forEach(call::changes);
        return unlessChanged(call, () -> started(call, asked.verb, job(call, asked)));
    }

    private Job job(Call call, Asked asked) {
        if (asked.known.isEmpty())
            return operations.startNamed(asked.verb, asked.selection, asked.input, call.caller());
        var target = asked.target();
        var known = asked.known.get();
        return operations.startKnowing(
                asked.verb, target, asked.input, call.caller(), () -> tags.require(known, asked.verb.kind(), target));
    }

    private static ResponseEntity<?> unlessChanged(Call call, Supplier<ResponseEntity<?>> deed) {
        try {
            return deed.get();
        } catch (Refused refused) {
            if (!Versions.failed(call, refused)) throw refused;
            return Problem.of(call.t(), HttpStatus.PRECONDITION_FAILED, "changed-meanwhile");
        }
    }

    private static ResponseEntity<?> started(Call call, Verbs.Known<?, ?> verb, Job job) {
        var seen = JobApi.Seen.of(call.t(), job, verb.undoable());
        var where = URI.create("/api/v1/jobs/" + job.id());
        return job.single()
                ? ResponseEntity.ok().location(where).body(seen)
                : ResponseEntity.accepted().location(where).body(seen);
    }

    /// @param total  how many targets are meant
    /// @param judged how many of them were looked at
    record Ahead(long total, int judged, int allowed, int unchanged, int refused, List<Row> rows) {

        /// @param name empty: it is not there, or not in sight
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Row(long id, String name, String verdict, Problem.@Nullable Wrong why) {}
    }

    private static <T extends Operand> Ahead ahead(Call call, Preview<T> preview) {
        int missing = preview.missing().size();
        var refused =
                preview.missing().stream().map(id -> new Ahead.Row(id, "", "refused", wrong(call, Refusal.notFound())));
        var judged = preview.rows().stream()
                .map(row -> new Ahead.Row(
                        row.target().id(),
                        row.target().name(),
                        row.verdict() instanceof Verdict.No
                                ? "refused"
                                : row.verdict().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        row.verdict() instanceof Verdict.No(var why) ? wrong(call, why) : null));
        return new Ahead(
                preview.total() + missing,
                preview.judged() + missing,
                preview.allowed(),
                preview.unchanged(),
                preview.refused() + missing,
                Stream.concat(refused, judged).toList());
    }

    private static Problem.Wrong wrong(Call call, Refusal why) {
        return new Problem.Wrong(why.field().orElse(null), why.code(), Problem.sentence(call.t(), why));
    }
}
