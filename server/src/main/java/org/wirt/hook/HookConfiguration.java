package org.wirt.hook;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.access.Level;
import org.wirt.account.Account;
import org.wirt.account.Accounts;
import org.wirt.database.Settings;
import org.wirt.operation.Targets;

/// How web hooks are found, how far they reach, and when they are tried again.
@Configuration(proxyBeanMethods = false)
class HookConfiguration {

    @Bean
    static Targets<WebHook> webHooksByNumber(WebHooks hooks) {
        return Targets.of(
                "web-hook", WebHook.class, ids -> hooks.load(ids, ""), ids -> hooks.load(ids, " for update of h"));
    }

    /// The accounts in which hooks are made.
    @Bean
    static Targets<Account> webHookHomes(Accounts accounts) {
        return Targets.of(
                "web-hook",
                Account.class,
                ids -> accounts.load(ids, Level.RESELLER, Level.ADMINISTRATOR),
                ids -> accounts.lock(ids, Level.RESELLER, Level.ADMINISTRATOR));
    }

    @Bean
    static WebHookSettings webHookSettings(Settings settings) {
        return WebHookSettings.from(settings);
    }

    @Bean
    static Pauses webHookPauses() {
        return Pauses.usual(new SecureRandom());
    }
}
