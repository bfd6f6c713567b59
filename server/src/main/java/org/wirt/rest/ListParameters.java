package org.wirt.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.wirt.listing.Narrowable;
import org.wirt.listing.PageRequest;
import org.wirt.listing.Parameter;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What programs narrow a list down by. The pages pass over what they do not know, because addresses are kept for
/// years; a program that misspells a filter would hear of everybody, and could suspend them. One whose date cannot be
/// read would hear of nobody, and take that for an answer.
@Component
class ListParameters {

    private final List<Narrowable> lists;

    ListParameters(List<Narrowable> lists) {
        this.lists = lists;
    }

    /// Those of a deed's filter.
    ///
    /// @param object what the deed is done to
    /// @throws Refused where its list cannot be narrowed down so
    void check(String object, Map<String, List<String>> filter) {
        var list = lists.stream().filter(one -> one.name().equals(object)).findFirst();
        check(filter, list.map(Narrowable::filters).orElseGet(List::of));
    }

    /// Those of a request for a page.
    ///
    /// @throws Refused where the list does not take them
    static Map<String, List<String>> of(Call call, Narrowable list) {
        var parameters = new LinkedHashMap<String, List<String>>();
        call.request().getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        check(parameters, Parameter.ofPage(list));
        return parameters;
    }

    private static void check(Map<String, List<String>> said, List<Parameter> taken) {
        var kinds = new LinkedHashMap<String, Parameter.Kind>();
        taken.forEach(one -> kinds.put(one.name(), one.kind()));
        said.forEach((name, values) -> {
            var kind = kinds.get(name);
            if (kind == null)
                throw new Refused(
                        Refusal.invalid(name, "filter-unknown", String.join(", ", new TreeSet<>(kinds.keySet()))));
            if (values.stream().anyMatch(value -> isUnread(kind, value.strip())))
                throw new Refused(refusal(name, kind));
        });
    }

    /// Nothing said is no filter.
    private static boolean isUnread(Parameter.Kind kind, String value) {
        return !value.isEmpty() && kind.read(value).isEmpty();
    }

    private static Refusal refusal(String name, Parameter.Kind kind) {
        return switch (kind) {
            case Parameter.Text() -> Refusal.invalid(name, "field-form");
            case Parameter.Choice(var words) -> Refusal.invalid(name, "filter-word", String.join(", ", words));
            case Parameter.Day() -> Refusal.invalid(name, "filter-day");
            case Parameter.Amount() -> Refusal.invalid(name, "filter-amount");
            case Parameter.Id() -> Refusal.invalid(name, "filter-number");
            case Parameter.IdOr(var words) -> Refusal.invalid(name, "filter-number-or-word", String.join(", ", words));
            case Parameter.Size() -> {
                var sizes = PageRequest.SIZES.stream().map(String::valueOf).toList();
                yield Refusal.invalid(name, "filter-word", String.join(", ", sizes));
            }
            case Parameter.Place() -> Refusal.invalid(name, "cursor-unknown");
        };
    }
}
