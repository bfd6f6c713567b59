package org.wirt.restv2;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// A property of a body that nobody here knows is refused: passed over, a misspelled password would be a success.
@Configuration(proxyBeanMethods = false)
class Strictness {

    @Bean
    JsonMapperBuilderCustomizer bodiesOfOldRest() {
        return mapper -> mapper.addHandler(new Unknown());
    }

    private static final class Unknown extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                ValueDeserializer<?> reader,
                Object read,
                String name) {
            var type = read instanceof Class<?> known ? known : read.getClass();
            if (!type.getPackageName().equals(Strictness.class.getPackageName())) return false;
            throw UnrecognizedPropertyException.from(parser, read, name, reader.getKnownPropertyNames());
        }
    }
}
