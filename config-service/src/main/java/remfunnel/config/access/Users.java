package remfunnel.config.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import remfunnel.Role;
import remfunnel.User;
import remfunnel.config.LiveTopics;
import remfunnel.config.TopicWriter;
import remfunnel.schemas.Topics;

/** Those who may log in, as {@code config.users} has them. */
final class Users {
    static final int SHORTEST = 10;

    /** bcrypt looks at no more bytes. */
    static final int LONGEST_BYTES = 72;

    private static final int COST = 11;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    private final PasswordEncoder passwords = new BCryptPasswordEncoder(COST);
    private final String nobodys = passwords.encode("nobody's");
    private final LiveTopics topics;
    private final TopicWriter writer;
    private final Clock clock;

    Users(LiveTopics topics, TopicWriter writer, Clock clock) {
        this.topics = topics;
        this.writer = writer;
        this.clock = clock;
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static boolean isPassword(String password) {
        return password.length() >= SHORTEST && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }

    Optional<User> find(String name) {
        return topics.users().value(name);
    }

    Stream<User> all() {
        return topics.users().values("");
    }

    /** The user whose session it is, unless it is over. */
    Optional<User> of(Sessions.Claim claim) {
        return find(claim.user()).filter(user -> user.getGeneration() == claim.generation());
    }

    /** Takes as long for a name that nobody has, lest the time tell. */
    Optional<User> login(String name, String password) {
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES
                && passwords.matches(
                        password, find(name).map(User::getPasswordHash).orElse(nobodys));
        return find(name).filter(user -> fits);
    }

    /** With a password that he has to change first. */
    User create(String name, Role role, String password, String by) {
        return keep(new User(name, role, passwords.encode(password), true, clock.millis(), clock.instant(), by));
    }

    User changePassword(User user, String password) {
        return keep(later(user, user.getName())
                .setPasswordHash(passwords.encode(password))
                .setMustChange(false)
                .build());
    }

    User resetPassword(User user, String password, String by) {
        return keep(later(user, by)
                .setPasswordHash(passwords.encode(password))
                .setMustChange(true)
                .build());
    }

    User changeRole(User user, Role role, String by) {
        return keep(later(user, by).setRole(role).build());
    }

    /** All of the user's sessions, on every instance. */
    User endSessions(User user) {
        return keep(later(user, user.getName()).build());
    }

    /** Nobody could make another one. */
    boolean isLastAdmin(User user) {
        return user.getRole() == Role.ADMIN
                && all().filter(each -> each.getRole() == Role.ADMIN).count() == 1;
    }

    void remove(User user) {
        long offset = writer.remove(Topics.USERS, user.getName());
        topics.users().accept(user.getName(), Optional.empty(), offset);
    }

    /** One that was made under a name that is free again is at a moment that no session was ever at. */
    private User.Builder later(User user, String by) {
        return User.newBuilder(user)
                .setGeneration(Math.max(user.getGeneration() + 1, clock.millis()))
                .setUpdatedAt(clock.instant())
                .setUpdatedBy(by);
    }

    private User keep(User user) {
        long offset = writer.write(Topics.USERS, user.getName(), user);
        topics.users().accept(user.getName(), Optional.of(user), offset);
        return user;
    }
}
