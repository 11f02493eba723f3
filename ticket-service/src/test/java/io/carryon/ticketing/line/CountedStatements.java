package io.carryon.ticketing.line;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The database, and how many statements were prepared in it: each is one round trip. */
public final class CountedStatements {

    private final AtomicLong count = new AtomicLong();
    private final DataSource database;

    public CountedStatements(DataSource database) {
        this.database = counting(DataSource.class, database);
    }

    public DataSource database() {
        return database;
    }

    public long count() {
        return count.get();
    }

    private <T> T counting(Class<T> type, T real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                count.incrementAndGet();
            }
            try {
                var result = method.invoke(real, arguments);
                return result instanceof Connection connection ? counting(Connection.class, connection) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
