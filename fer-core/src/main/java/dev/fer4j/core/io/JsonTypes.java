package dev.fer4j.core.io;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.impl.UnknownSerializer;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.Converter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * The types that JSON can be written from, and the order in which their parts are written.
 *
 * <p>Objects with fields are records, whose components are written in the order of their
 * declaration, followed by properties that are computed, in the order of their names. Computed
 * properties are ignored when the record is read. Sets are sorted. Any other type with properties
 * of its own is refused: Jackson would write whatever looks like a getter, which need not be the
 * content. So is a component of an interface that does not say in JSON which implementation it has,
 * since it could not be read back.
 */
final class JsonTypes extends SimpleModule {

    private static final long serialVersionUID = 1;

    JsonTypes() {
        super("fer4j");
        setSerializerModifier(new Order());
    }

    /** Components of the record in the order of their declaration; empty for other classes. */
    private static List<String> components(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList()
                : List.of();
    }

    /** Lets properties that records compute be written, and ignores them in what is read. */
    static final class Computed extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public JsonProperty.Access findPropertyAccess(Annotated member) {
            return member instanceof AnnotatedMethod method
                            && method.getParameterCount() == 0
                            && method.getDeclaringClass().isRecord()
                            && !components(method.getDeclaringClass()).contains(method.getName())
                    ? JsonProperty.Access.READ_ONLY
                    : super.findPropertyAccess(member);
        }
    }

    private static final class Order extends BeanSerializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public List<BeanPropertyWriter> orderProperties(
                SerializationConfig config,
                BeanDescription description,
                List<BeanPropertyWriter> properties) {
            JsonPropertyOrder given =
                    description.getClassAnnotations().get(JsonPropertyOrder.class);
            List<String> first = given == null ? List.of() : List.of(given.value());
            List<String> components = components(description.getBeanClass());
            return properties.stream()
                    .sorted(
                            Comparator.<BeanPropertyWriter>comparingInt(
                                            property -> place(first, property.getName()))
                                    .thenComparingInt(
                                            property ->
                                                    place(
                                                            components,
                                                            property.getMember().getName()))
                                    .thenComparing(BeanPropertyWriter::getName))
                    .toList();
        }

        private static int place(List<String> names, String name) {
            int place = names.indexOf(name);
            return place < 0 ? names.size() : place;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config,
                BeanDescription description,
                List<BeanPropertyWriter> properties) {
            for (BeanPropertyWriter property : properties) {
                if (!isReadable(config, property.getType())) {
                    property.assignSerializer(new Refusal(property.getType().getRawClass()));
                }
            }
            return properties;
        }

        /** Whether the type, or what it contains, says which of its implementations was written. */
        private static boolean isReadable(SerializationConfig config, JavaType type) {
            if (type.isContainerType() || type.isReferenceType()) {
                return (type.getKeyType() == null || isReadable(config, type.getKeyType()))
                        && isReadable(config, type.getContentType());
            }
            Class<?> raw = type.getRawClass();
            return raw == Path.class
                    || JsonNode.class.isAssignableFrom(raw)
                    || !(raw == Object.class || type.isAbstract())
                    || raw.isPrimitive()
                    || raw.isEnum()
                    || isDistinguished(config.introspectClassAnnotations(type).getClassInfo());
        }

        private static boolean isDistinguished(AnnotatedClass type) {
            return type.hasAnnotation(JsonTypeInfo.class)
                    || type.hasAnnotation(JsonDeserialize.class);
        }

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config,
                BeanDescription description,
                JsonSerializer<?> serializer) {
            boolean written =
                    description.getBeanClass().isRecord()
                            || !(serializer instanceof BeanSerializerBase
                                    || serializer instanceof UnknownSerializer);
            return written ? serializer : new Refusal(description.getBeanClass());
        }

        @Override
        public JsonSerializer<?> modifyCollectionSerializer(
                SerializationConfig config,
                CollectionType type,
                BeanDescription description,
                JsonSerializer<?> serializer) {
            return type.isTypeOrSubTypeOf(Set.class)
                            && !type.isTypeOrSubTypeOf(SortedSet.class)
                            && !type.isTypeOrSubTypeOf(EnumSet.class)
                    ? new StdDelegatingSerializer(new Sorting(type.getContentType()))
                    : serializer;
        }
    }

    /** A set as the list of its elements in their natural order. */
    private record Sorting(JavaType elements) implements Converter<Object, Object> {

        @Override
        public Object convert(Object set) {
            return ((Set<?>) set).stream().sorted().toList();
        }

        @Override
        public JavaType getInputType(TypeFactory types) {
            return types.constructCollectionType(Set.class, elements);
        }

        @Override
        public JavaType getOutputType(TypeFactory types) {
            return types.constructCollectionType(List.class, elements);
        }
    }

    private static final class Refusal extends JsonSerializer<Object> {

        private final Class<?> type;

        Refusal(Class<?> type) {
            this.type = type;
        }

        @Override
        public void serialize(Object value, JsonGenerator out, SerializerProvider provider) {
            throw new IllegalArgumentException(
                    type.getName()
                            + " has no JSON: it is not a record, collection, number or text");
        }
    }
}
