package io.hackhub.core.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.account.AccountRig;
import io.hackhub.core.account.Mailer.Mail;
import io.hackhub.core.adapter.local.FolderMailer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMailerTest {

    @Test
    void eachMailIsAFileThatOnlyItsOwnerReads(@TempDir Path data) throws Exception {
        var folder = data.resolve("mails");
        var mailer = new FolderMailer(folder, InstantSource.system());
        AccountRig.get(mailer.send(new Mail("ada@example.com", "Hello", "Text")));
        AccountRig.get(mailer.send(new Mail("bob@example.com", "Hello", "Text")));

        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"))
                    .anySatisfy(file -> assertThat(Files.readString(file)).contains("To: ada@example.com", "Text"));
        }
    }
}
