package org.wirt.restv2;

import java.beans.PropertyEditorSupport;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/// Numbers in addresses are written as people write them: what else a program could read as one names nothing.
@ControllerAdvice(basePackageClasses = Numbers.class)
class Numbers {

    private static final Pattern WRITTEN = Pattern.compile("\\d{1,18}");

    @InitBinder
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(long.class, new Written());
    }

    private static final class Written extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            if (!WRITTEN.matcher(text).matches()) throw new IllegalArgumentException(text);
            setValue(Long.valueOf(text));
        }
    }
}
