package dev.fer4j.augment;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import com.google.common.base.CaseFormat;
import java.io.IOException;
import java.util.stream.Stream;

/** Determines the name of a record's kind in JSON, and the record of a name. */
final class KindOf extends TypeIdResolverBase {

    /** The records of all families. */
    static Stream<Class<?>> all() {
        return Stream.of(Geometric.class, Photometric.class, Noise.class, Splitting.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }

    static String type(Class<?> type) {
        return CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_HYPHEN, type.getSimpleName());
    }

    @Override
    public String idFromValue(Object value) {
        return type(value.getClass());
    }

    @Override
    public String idFromValueAndType(Object value, Class<?> suggestedType) {
        return value == null ? type(suggestedType) : idFromValue(value);
    }

    @Override
    public JavaType typeFromId(DatabindContext context, String id) throws IOException {
        Class<?> kind =
                all().filter(one -> type(one).equals(id))
                        .findFirst()
                        .orElseThrow(
                                () -> new JsonMappingException(null, "unknown kind '" + id + "'"));
        return context.constructType(kind);
    }

    @Override
    public JsonTypeInfo.Id getMechanism() {
        return JsonTypeInfo.Id.CUSTOM;
    }
}
