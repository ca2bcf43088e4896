package org.relais.access;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.relais.access.AccountFact.Added;
import org.relais.access.AccountFact.PasswordSet;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.StaffId;
import org.relais.kernel.WardCode;

/** Who has an account here: the fold of account facts. Its queries may be asked from any thread, without a lock. */
public final class Accounts implements ReadModel {
    private final Map<StaffId, Known> byId = new ConcurrentHashMap<>();
    private final Map<String, StaffId> byLogin = new ConcurrentHashMap<>();

    /** @param hash empty until a password was set: nothing matches it */
    private record Known(Account account, String hash) {}

    public Optional<Account> byId(StaffId id) {
        return Optional.ofNullable(byId.get(id)).map(Known::account);
    }

    /** @param login in any case, blanks around it passed over */
    public Optional<Account> byLogin(String login) {
        return Optional.ofNullable(byLogin.get(folded(login))).flatMap(this::byId);
    }

    /** Every account, disabled ones too, by name. */
    public List<Account> list() {
        return byId.values().stream()
                .map(Known::account)
                .sorted(Comparator.comparing(Account::name).thenComparing(Account::login))
                .toList();
    }

    Optional<String> hash(StaffId id) {
        return Optional.ofNullable(byId.get(id)).map(Known::hash).filter(hash -> !hash.isEmpty());
    }

    /** Whether somebody else who may log in has this role. */
    boolean another(Role role, StaffId than) {
        return byId.values().stream()
                .map(Known::account)
                .anyMatch(one ->
                        one.enabled() && one.roles().contains(role) && !one.id().equals(than));
    }

    static String folded(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void apply(Entry entry) {
        String subject = entry.subject();
        if (subject == null) {
            return;
        }
        StaffId id = new StaffId(subject);
        AccountFact.ADDED.read(entry).ifPresent(fact -> add(id, fact));
        AccountFact.PASSWORD.read(entry).ifPresent(fact -> setPassword(id, fact, entry.position()));
        AccountFact.SWITCHED.read(entry).ifPresent(fact -> change(id, old -> with(old, fact.enabled())));
        AccountFact.RENAMED.read(entry).ifPresent(fact -> change(id, old -> renamed(old, fact.name())));
        BadgeFact.REVOKED
                .read(entry)
                .filter(BadgeFact.Revoked::lost)
                .ifPresent(_ -> change(id, old -> with(old, old.mustChange(), entry.position())));
        AccountFact.ROLES
                .read(entry)
                .ifPresent(fact -> change(id, old -> with(old, roles(fact.roles()), wards(fact.wards()))));
    }

    private void add(StaffId id, Added fact) {
        if (byId.containsKey(id) || byLogin.containsKey(fact.login())) {
            return;
        }
        Account account =
                new Account(id, fact.login(), fact.name(), roles(fact.roles()), wards(fact.wards()), true, true, 0);
        byId.put(id, new Known(account, ""));
        byLogin.put(fact.login(), id);
    }

    private void setPassword(StaffId id, PasswordSet fact, long position) {
        byId.computeIfPresent(id, (_, old) -> new Known(with(old.account(), fact.once(), position), fact.hash()));
    }

    private void change(StaffId id, UnaryOperator<Account> how) {
        byId.computeIfPresent(id, (_, old) -> new Known(how.apply(old.account()), old.hash()));
    }

    private static Account renamed(Account old, String name) {
        return new Account(
                old.id(),
                old.login(),
                name,
                old.roles(),
                old.wards(),
                old.enabled(),
                old.mustChange(),
                old.credential());
    }

    private static Account with(Account old, boolean enabled) {
        return new Account(
                old.id(),
                old.login(),
                old.name(),
                old.roles(),
                old.wards(),
                enabled,
                old.mustChange(),
                old.credential());
    }

    private static Account with(Account old, Set<Role> roles, Set<WardCode> wards) {
        return new Account(
                old.id(), old.login(), old.name(), roles, wards, old.enabled(), old.mustChange(), old.credential());
    }

    private static Account with(Account old, boolean mustChange, long credential) {
        return new Account(
                old.id(), old.login(), old.name(), old.roles(), old.wards(), old.enabled(), mustChange, credential);
    }

    private static Set<Role> roles(Collection<Role> roles) {
        Set<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(roles);
        return Set.copyOf(set);
    }

    private static Set<WardCode> wards(Collection<String> codes) {
        return codes.stream().map(WardCode::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(byId.size());
        List<Known> sorted = byId.values().stream()
                .sorted(Comparator.comparing(known -> known.account().id().hex()))
                .toList();
        for (Known known : sorted) {
            Account account = known.account();
            out.writeUTF(account.id().hex());
            out.writeUTF(account.login());
            out.writeUTF(account.name());
            saveAll(out, account.roles().stream().map(Role::name).toList());
            saveAll(out, account.wards().stream().map(WardCode::value).toList());
            out.writeBoolean(account.enabled());
            out.writeBoolean(account.mustChange());
            out.writeLong(account.credential());
            out.writeUTF(known.hash());
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            Account account = new Account(
                    new StaffId(in.readUTF()),
                    in.readUTF(),
                    in.readUTF(),
                    roles(loadAll(in).stream().map(Role::valueOf).toList()),
                    wards(loadAll(in)),
                    in.readBoolean(),
                    in.readBoolean(),
                    in.readLong());
            byId.put(account.id(), new Known(account, in.readUTF()));
            byLogin.put(account.login(), account.id());
        }
    }

    private static void saveAll(DataOutput out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : new TreeSet<>(texts)) {
            out.writeUTF(text);
        }
    }

    private static List<String> loadAll(DataInput in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
