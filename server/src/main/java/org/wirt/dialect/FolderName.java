package org.wirt.dialect;

import java.util.regex.Pattern;

/// What folders of a site are called: as they were said, with or without slashes before, between and behind.
final class FolderName {

    private static final int LONGEST = 255;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern UPWARDS = Pattern.compile("(^|/)\\.\\.?(/|$)");

    private FolderName() {}

    /// @throws Failed for what is no folder of a site
    static String checked(String said) {
        if (said.isEmpty()) throw Failed.invalid("The name of the folder is missing.");
        if (said.length() > LONGEST)
            throw Failed.invalid("The name of a folder has at most " + LONGEST + " characters.");
        if (CONTROL.matcher(said).find()
                || UPWARDS.matcher(said.replace('\\', '/')).find())
            throw Failed.invalid("The name is none of a folder of the site: " + said);
        return said;
    }

    static boolean areSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return name.replaceAll("/+", "/").replaceAll("^/|/$", "");
    }
}
