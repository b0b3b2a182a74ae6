package remfunnel.systemtests.wizard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Its tests are {@link Visit visits}, of which there is one at a time: each leaves the {@link House} empty. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Visits.class)
@ResourceLock("the house")
@Order(1)
@interface InTheHouse {}
