package org.wirt.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Home, database and pool as beans. The database ends last: after the web server, after the pool.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Settings settings(Environment environment) {
        return new Settings(environment::getProperty);
    }

    @Bean
    DatabaseSettings databaseSettings(Settings settings) {
        return DatabaseSettings.from(settings);
    }

    /// Given by [org.wirt.Wirt], which takes the home before anything else; made here for a context without it.
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Home home(Settings settings) {
        return Home.open(Home.from(settings));
    }

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings, Home home) {
        return Database.open(settings, home);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, DatabaseSettings settings) {
        return database.pool(database.app(), settings.connections());
    }
}
