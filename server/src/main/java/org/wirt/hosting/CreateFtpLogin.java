package org.wirt.hosting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.springframework.dao.DataIntegrityViolationException;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Inputs;
import org.wirt.operation.Job;
import org.wirt.operation.Needed;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Secret;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.DirectoryName;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Adds a login for FTP and SFTP that sees one folder of the subscription.
@Verb(name = "ftp.create", from = Level.CUSTOMER)
class CreateFtpLogin implements Operation<Space, CreateFtpLogin.Input>, Outward {

    static final String LIMIT = "max_subftp_users";
    static final String PERMISSION = "manage_ftp";

    /// @param login shares its name space with system users
    /// @param directory the folder, from the home of the subscription; made where it is missing
    record Input(
            FtpLoginName login,
            DirectoryName directory,
            @Secret @Needed String password) {}

    private final DSLContext database;
    private final FtpLoginNames names;
    private final ServicePasswords passwords;
    private final Homes homes;

    CreateFtpLogin(DSLContext database, FtpLoginNames names, ServicePasswords passwords, Homes homes) {
        this.database = database;
        this.names = names;
        this.passwords = passwords;
        this.homes = homes;
    }

    @Override
    public Verdict judge(Space space, Input input, Caller caller) {
        return HostingRules.all(
                HostingRules.mayManage(space, caller, PERMISSION),
                List.of(
                        HostingRules.hasRoom(space, LIMIT, space.used().ftpLogins()),
                        names.taken(input.login(), space.resellerId()),
                        HostingRules.goodPassword(
                                input.password(), input.login().text())));
    }

    @Override
    public List<Refusal> alsoWrong(Space space, Map<String, List<String>> parameters, Caller caller) {
        if (HostingRules.mayManage(space, caller, PERMISSION).isPresent()) return List.of();
        return Stream.of(
                        Inputs.field(FtpLoginName.class, "login", parameters)
                                .flatMap(login -> names.taken(login, space.resellerId())),
                        HostingRules.goodPassword(Inputs.text("password", parameters)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Change> apply(List<Space> spaces, Input input, Caller caller, Job job) {
        var space = spaces.getFirst();
        var login = input.login().text();
        long made;
        names.release(input.login().text(), space.resellerId());
        try {
            made = database.resultQuery(
                            "insert into wirt.ftp_login (subscription_id, customer_id, reseller_id, node_id, login, password_hash, directory) "
                                    + "select id, customer_id, reseller_id, node_id, ?, ?, ? from wirt.subscription where id = ? "
                                    + "returning id",
                            login,
                            passwords.hash(input.password()),
                            input.directory().path(),
                            space.id())
                    .fetchSingle(r -> r.get(0, Long.class));
        } catch (IntegrityConstraintViolationException | DataIntegrityViolationException _) {
            throw new Refused(FtpLoginNames.TAKEN);
        }
        homes.on(space.node()).createFolder(space.home(), input.directory());
        return List.of(Change.of(space.id(), "login", "", login).making(made, login));
    }
}
