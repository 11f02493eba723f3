package io.carryon.ticketing.line;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** The database, and how many statements were prepared in it, by ourselves and by Hibernate: each is one round trip. */
public final class CountedStatements {

    private final Collection<String> own = new ConcurrentLinkedQueue<>();
    private final DataSource database;
    private final Statistics hibernate;
    private final long before;

    public CountedStatements(DataSource database, SessionFactory hibernate) {
        this.database = counting(DataSource.class, database);
        this.hibernate = hibernate.getStatistics();
        this.before = this.hibernate.getPrepareStatementCount();
    }

    public DataSource database() {
        return database;
    }

    /** How many since this was made. */
    public long count() {
        return own.size() + hibernate.getPrepareStatementCount() - before;
    }

    /** Those that are not Hibernate's, as SQL, in their order. */
    public List<String> own() {
        return List.copyOf(own);
    }

    private <T> T counting(Class<T> type, T real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                own.add(arguments[0].toString());
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
