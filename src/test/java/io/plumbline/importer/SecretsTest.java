package io.plumbline.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            enable password 7 b125455cf679b208                       | enable password 7 <secret>                          | password
            enable secret 5 $1$abc                                   | enable secret 5 <secret>                            | password
            enable sha256-password 8 0123abc                         | enable sha256-password 8 <secret>                   | password
            username admin password 7 <password> privilege 15        | username admin password 7 <secret> privilege 15     | password
            username admin password hunter2                          | username admin password <secret>                    | password
            username admin secret sha256 9 xyz                       | username admin secret sha256 9 <secret>             | password
            snmp-server community Cloud_RO ro                        | snmp-server community <secret> ro                   | SNMP community
            snmp-server host 10.0.2.254 traps version 2c Cloud_RO udp-port 162 | snmp-server host 10.0.2.254 traps version 2c <secret> udp-port 162 | SNMP community
            snmp-server host 10.0.2.254 public                       | snmp-server host 10.0.2.254 <secret>                | SNMP community
            radius-server host 10.1.1.1 key 7 abcdef                 | radius-server host 10.1.1.1 key 7 <secret>          | key
            tacacs-server key 7 abcdef                               | tacacs-server key 7 <secret>                        | key
            ntp authentication-key 1 md5 7 abcdef                    | ntp authentication-key 1 md5 7 <secret>             | key
            ip ospf message-digest-key 1 md5 7 abcdef                | ip ospf message-digest-key 1 md5 7 <secret>         | key
            neighbor 10.0.0.24 password 7 abcdef                     | neighbor 10.0.0.24 password 7 <secret>              | password
            authentication-type simple 7 abcdef                      | authentication-type simple 7 <secret>               | key
            snmp-server user u g 3 encrypted auth md5 aa priv des56 bb | snmp-server user u g 3 encrypted auth md5 <secret> priv des56 <secret> | key
            some-new-service passphrase: hunter2 now                 | some-new-service passphrase: <secret> now           | password
            description spare port, pw: hunter2                      | description spare port, pw: <secret>                | password
            """)
    void passwordsKeysAndCommunitiesAreTakenOut(String line, String masked, String what) {
        assertEquals(new Secrets.Masked(masked, Optional.of(what)), Secrets.mask(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"description Key account servers", "description community centre", "name Passwordless",
            "interface TenGigabitEthernet 0/1", "crypto key generate rsa", "ip community-list standard x permit 1:1",
            "password-attributes min-length 8", "hostname secret-lab", "snmp-server enable traps bgp",
            "neighbor 10.0.0.24 remote-as 64807", ""})
    void nothingElseIsHidden(String line) {
        assertEquals(new Secrets.Masked(line, Optional.empty()), Secrets.mask(line));
    }
}
