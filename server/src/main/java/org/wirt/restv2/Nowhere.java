package org.wirt.restv2;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Failed;

/// Whatever no other address here answers.
@RestController
class Nowhere {

    @RequestMapping({"/api/v2", "/api/v2/**"})
    Done missing() {
        throw new Failed(ErrorNumbers.MISSING, "There is nothing at this address");
    }
}
