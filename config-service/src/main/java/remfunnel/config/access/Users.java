package remfunnel.config.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
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
        Optional<User> user = find(name).filter(Users::hasPassword);
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES
                && passwords.matches(password, user.map(User::getPasswordHash).orElse(nobodys));
        return user.filter(any -> fits);
    }

    /** The others are known to a provider of OpenID Connect, and to it alone. */
    static boolean hasPassword(User user) {
        return user.getIdentity().isEmpty();
    }

    /** Whom a provider vouches for, with the role that it gives him now; empty where the name is somebody else's. */
    Optional<User> enter(String name, String identity, Role role) {
        Optional<User> there = find(name);
        if (there.filter(user -> !user.getIdentity().equals(identity)).isPresent()) {
            return Optional.empty();
        }
        renamed(identity, name).forEach(this::remove);
        return Optional.of(there.map(user -> user.getRole() == role ? user : changeRole(user, role, "openid"))
                .orElseGet(() ->
                        keep(new User(name, role, "", false, clock.millis(), clock.instant(), "openid", identity))));
    }

    /** Under the names that the provider had for him before. */
    private List<User> renamed(String identity, String name) {
        return all().filter(user ->
                        user.getIdentity().equals(identity) && !user.getName().equals(name))
                .toList();
    }

    /** All of whom a provider lets in no more. */
    void endSessions(String identity) {
        all().filter(user -> user.getIdentity().equals(identity)).toList().forEach(this::endSessions);
    }

    /** With a password that he has to change first. */
    User create(String name, Role role, String password, String by) {
        return keep(new User(name, role, passwords.encode(password), true, clock.millis(), clock.instant(), by, ""));
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
