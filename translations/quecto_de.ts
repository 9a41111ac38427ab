<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Screenshots</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>db</name>
    <message>
        <source>must be a valid URL starting with http:// or https://</source>
        <translation>muss eine gültige Adresse sein, die mit http:// oder https:// beginnt</translation>
    </message>
    <message>
        <source>you must be at least %{number} years old</source>
        <translation>das Mindestalter ist %{number} Jahre</translation>
    </message>
    <message>
        <source>has invalid format</source>
        <translation>hat nicht die richtige Form</translation>
    </message>
    <message numerus="yes">
        <source>should be at most %{count} byte(s)</source>
        <translation>
            <numerusform>darf höchstens %{count} Byte lang sein</numerusform>
            <numerusform>darf höchstens %{count} Byte lang sein</numerusform>
        </translation>
    </message>
    <message>
        <source>must be a valid email</source>
        <translation>muss eine gültige E-Mail-Adresse sein</translation>
    </message>
    <message>
        <source>passwords do not match</source>
        <translation>die Passwörter sind verschieden</translation>
    </message>
    <message>
        <source>only %{count} left</source>
        <translation>nur noch %{count} vorhanden</translation>
    </message>
    <message>
        <source>can&apos;t be blank</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>is invalid</source>
        <translation>ist ungültig</translation>
    </message>
    <message>
        <source>is reserved</source>
        <translation>ist reserviert</translation>
    </message>
    <message>
        <source>does not match confirmation</source>
        <translation>stimmt nicht mit der Wiederholung überein</translation>
    </message>
    <message>
        <source>has already been taken</source>
        <translation>ist schon vergeben</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>gibt es nicht</translation>
    </message>
    <message>
        <source>are still associated with this entry</source>
        <translation>gehören noch zu diesem Eintrag</translation>
    </message>
    <message numerus="yes">
        <source>should be %{count} character(s)</source>
        <translation>
            <numerusform>muss %{count} Zeichen lang sein</numerusform>
            <numerusform>muss %{count} Zeichen lang sein</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should be at least %{count} character(s)</source>
        <translation>
            <numerusform>muss mindestens %{count} Zeichen lang sein</numerusform>
            <numerusform>muss mindestens %{count} Zeichen lang sein</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should be at most %{count} character(s)</source>
        <translation>
            <numerusform>darf höchstens %{count} Zeichen lang sein</numerusform>
            <numerusform>darf höchstens %{count} Zeichen lang sein</numerusform>
        </translation>
    </message>
    <message>
        <source>must be less than %{number}</source>
        <translation>muss kleiner als %{number} sein</translation>
    </message>
    <message>
        <source>must be greater than %{number}</source>
        <translation>muss größer als %{number} sein</translation>
    </message>
    <message>
        <source>must be less than or equal to %{number}</source>
        <translation>darf höchstens %{number} sein</translation>
    </message>
    <message>
        <source>must be greater than or equal to %{number}</source>
        <translation>muss mindestens %{number} sein</translation>
    </message>
    <message>
        <source>must be equal to %{number}</source>
        <translation>muss gleich %{number} sein</translation>
    </message>
    <message>
        <source>must be not equal to %{number}</source>
        <translation>darf nicht %{number} sein</translation>
    </message>
    <message>
        <source>the user has written something since</source>
        <translation>der Benutzer hat inzwischen etwas geschrieben</translation>
    </message>
    <message>
        <source>the database has tables of another program, and none of the migrations was applied to it</source>
        <translation>die Datenbank hat Tabellen eines anderen Programms, und keine der Migrationen wurde auf sie angewendet</translation>
    </message>
    <message>
        <source>has an invalid entry</source>
        <translation>enthält einen ungültigen Eintrag</translation>
    </message>
    <message>
        <source>must be accepted</source>
        <translation>muss akzeptiert werden</translation>
    </message>
    <message>
        <source>is still associated with this entry</source>
        <translation>gehört noch zu diesem Eintrag</translation>
    </message>
    <message>
        <source>violates an exclusion constraint</source>
        <translation>verletzt eine Ausschlussregel</translation>
    </message>
    <message numerus="yes">
        <source>should be %{count} byte(s)</source>
        <translation>
            <numerusform>muss %{count} Byte lang sein</numerusform>
            <numerusform>muss %{count} Bytes lang sein</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should be at least %{count} byte(s)</source>
        <translation>
            <numerusform>muss mindestens %{count} Byte lang sein</numerusform>
            <numerusform>muss mindestens %{count} Bytes lang sein</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should have %{count} item(s)</source>
        <translation>
            <numerusform>muss %{count} Eintrag haben</numerusform>
            <numerusform>muss %{count} Einträge haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should have at least %{count} item(s)</source>
        <translation>
            <numerusform>muss mindestens %{count} Eintrag haben</numerusform>
            <numerusform>muss mindestens %{count} Einträge haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should have at most %{count} item(s)</source>
        <translation>
            <numerusform>darf höchstens %{count} Eintrag haben</numerusform>
            <numerusform>darf höchstens %{count} Einträge haben</numerusform>
        </translation>
    </message>
    <message>
        <source>is stale</source>
        <translation>wurde inzwischen geändert</translation>
    </message>
    <message>
        <source>others have migrated the database meanwhile, look at the list again</source>
        <translation>andere haben die Datenbank inzwischen migriert, sehen Sie die Liste noch einmal an</translation>
    </message>
</context>
<context>
    <name>ui::ActionBar</name>
    <message>
        <source>Reason, if you want to give one (%1)</source>
        <translation>Grund, wenn Sie einen angeben möchten (%1)</translation>
    </message>
    <message>
        <source>Reason for the decision</source>
        <translation>Grund der Entscheidung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>Approve | A</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::BackupModel</name>
    <message>
        <source>Made at</source>
        <translation>Gesichert am</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>ui::BackupsView</name>
    <message>
        <source>Backing up %1</source>
        <translation>%1 wird gesichert</translation>
    </message>
    <message>
        <source>Backed up to %1.</source>
        <translation>Gesichert nach %1.</translation>
    </message>
    <message>
        <source>Restore %1 as it was at %2?</source>
        <translation>%1 so wiederherstellen, wie es am %2 war?</translation>
    </message>
    <message>
        <source>Everything that was changed since then, by anybody, is replaced. What is there now becomes a backup first.</source>
        <translation>Alles, was seitdem geändert wurde, gleich von wem, wird ersetzt. Was jetzt da ist, wird vorher gesichert.</translation>
    </message>
    <message>
        <source>Type the name of the database, %1, to go on:</source>
        <translation>Zum Fortfahren den Namen der Datenbank eingeben, %1:</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the backup of %1</source>
        <translation>Sicherung vom %1 wiederherstellen</translation>
    </message>
    <message>
        <source>Do not restore</source>
        <translation>Nicht wiederherstellen</translation>
    </message>
    <message>
        <source>A backup is being restored; wait until it is done.</source>
        <translation>Eine Sicherung wird wiederhergestellt; warten Sie, bis das getan ist.</translation>
    </message>
    <message>
        <source>Restoring %1</source>
        <translation>%1 wird wiederhergestellt</translation>
    </message>
    <message>
        <source>The database is as it was at %1.</source>
        <translation>Die Datenbank ist wieder, wie sie am %1 war.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>A server is backed up by a program of its own. In a terminal:</source>
        <translation>Ein Server wird mit einem eigenen Programm gesichert. In einem Terminal:</translation>
    </message>
    <message>
        <source>A database in memory has no backups: it is gone with this window.</source>
        <translation>Eine Datenbank im Arbeitsspeicher hat keine Sicherungen: Sie ist mit diesem Fenster weg.</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made before migrations run.</source>
        <translation>Es gibt noch keine Sicherung. Bevor Migrationen laufen, wird eine gemacht.</translation>
    </message>
    <message>
        <source>The newest %1 are kept. One is made before migrations run.</source>
        <translation>Die neuesten %1 werden aufgehoben. Bevor Migrationen laufen, wird eine gemacht.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Command that backs up the database</source>
        <translation>Befehl, der die Datenbank sichert</translation>
    </message>
    <message>
        <source>Select a backup first.</source>
        <translation>Wählen Sie zuerst eine Sicherung aus.</translation>
    </message>
</context>
<context>
    <name>ui::BodyView</name>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
</context>
<context>
    <name>ui::BusyIndicator</name>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n s)</source>
        <translation>
            <numerusform>%1 (%n s)</numerusform>
            <numerusform>%1 (%n s)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, Esc to cancel</source>
        <translation>%1, Esc bricht ab</translation>
    </message>
</context>
<context>
    <name>ui::Chart</name>
    <message>
        <source>No data in this range</source>
        <translation>In diesem Zeitraum gibt es nichts</translation>
    </message>
</context>
<context>
    <name>ui::ChartExport</name>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>ui::ChartPanel</name>
    <message>
        <source>PNG pictures</source>
        <translation>PNG-Bilder</translation>
    </message>
    <message>
        <source>SVG drawings</source>
        <translation>SVG-Zeichnungen</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV-Tabellen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show the figures as a table</source>
        <translation>Die Zahlen als Tabelle zeigen</translation>
    </message>
    <message>
        <source>%1: table</source>
        <translation>%1: Tabelle</translation>
    </message>
    <message>
        <source>More</source>
        <comment>button of a tile that opens its menu</comment>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Copy and export</source>
        <translation>Kopieren und exportieren</translation>
    </message>
    <message>
        <source>%1: copy and export</source>
        <translation>%1: kopieren und exportieren</translation>
    </message>
    <message>
        <source>&amp;Copy Data</source>
        <translation>Daten &amp;kopieren</translation>
    </message>
    <message>
        <source>Export &amp;PNG…</source>
        <translation>Als &amp;PNG exportieren …</translation>
    </message>
    <message>
        <source>Export &amp;SVG…</source>
        <translation>Als &amp;SVG exportieren …</translation>
    </message>
    <message>
        <source>Export CS&amp;V…</source>
        <translation>Als CS&amp;V exportieren …</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1: try again</source>
        <translation>%1: noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1: figures</source>
        <translation>%1: Zahlen</translation>
    </message>
    <message>
        <source>%1: loading</source>
        <translation>%1: wird geladen</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>„%1“ exportieren</translation>
    </message>
</context>
<context>
    <name>ui::ChartText</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a series: its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands, short</comment>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>millions, short</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1B</source>
        <comment>thousands of millions, short</comment>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1 (so far)</source>
        <comment>a month or day that is still running</comment>
        <translation>%1 (bisher)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>category, value as it is spoken</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
</context>
<context>
    <name>ui::CommentForm</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Comment by %1</source>
        <translation>Kommentar von %1</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Post “%1”</source>
        <translation>Beitrag „%1“</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>Written %1</source>
        <translation>Geschrieben %1</translation>
    </message>
    <message>
        <source>The post is gone</source>
        <translation>Der Beitrag ist fort</translation>
    </message>
    <message>
        <source>The user is gone</source>
        <translation>Der Benutzer ist fort</translation>
    </message>
</context>
<context>
    <name>ui::CommentOperations</name>
    <message numerus="yes">
        <source>%Ln comment(s) are pending again.</source>
        <translation>
            <numerusform>%Ln Kommentar ist wieder offen.</numerusform>
            <numerusform>%Ln Kommentare sind wieder offen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s) are approved.</source>
        <translation>
            <numerusform>%Ln Kommentar ist freigegeben.</numerusform>
            <numerusform>%Ln Kommentare sind freigegeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s) are rejected.</source>
        <translation>
            <numerusform>%Ln Kommentar ist abgelehnt.</numerusform>
            <numerusform>%Ln Kommentare sind abgelehnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s) are marked as spam.</source>
        <translation>
            <numerusform>%Ln Kommentar ist als Spam markiert.</numerusform>
            <numerusform>%Ln Kommentare sind als Spam markiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has decided about it in the meantime. Nothing was changed.</source>
        <translation>%1 hat inzwischen darüber entschieden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Edit the comment by %1</source>
        <translation>Kommentar von %1 bearbeiten</translation>
    </message>
    <message>
        <source>Saved the comment by %1.</source>
        <translation>Der Kommentar von %1 ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>ui::CommentPane</name>
    <message>
        <source>The comment and what it is about</source>
        <translation>Der Kommentar und worum es geht</translation>
    </message>
    <message>
        <source>Text of the comment</source>
        <translation>Text des Kommentars</translation>
    </message>
    <message>
        <source>Beginning of the post</source>
        <translation>Anfang des Beitrags</translation>
    </message>
    <message>
        <source>What was said before and after</source>
        <translation>Was davor und danach gesagt wurde</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>nothing of theirs was decided yet</source>
        <translation>bisher keine Entscheidung</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartend</numerusform>
            <numerusform>%n wartend</numerusform>
        </translation>
    </message>
    <message>
        <source>joined %1</source>
        <comment>a date</comment>
        <translation>dabei seit %1</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>Rejected by ann | the reason</comment>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>by %1, %2</source>
        <comment>an author | a date</comment>
        <translation>von %1, %2</translation>
    </message>
    <message>
        <source>by %1, not published</source>
        <comment>an author</comment>
        <translation>von %1, nicht veröffentlicht</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>author | 5 min ago | Approved</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>This is the only comment so far.</source>
        <translation>Das ist bisher der einzige Kommentar.</translation>
    </message>
    <message>
        <source>This comment is the first; after it:</source>
        <translation>Dieser Kommentar ist der erste; danach:</translation>
    </message>
    <message>
        <source>↑ before this comment, which is the last</source>
        <translation>↑ vor diesem Kommentar, dem letzten</translation>
    </message>
    <message>
        <source>↑ before this comment · after it ↓</source>
        <translation>↑ vor diesem Kommentar · danach ↓</translation>
    </message>
</context>
<context>
    <name>ui::CommentState</name>
    <message>
        <source>Pending</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Back to pending</source>
        <translation>Wieder offen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Mark as spam</source>
        <translation>Als Spam markieren</translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln comment(s) back to pending</source>
        <translation>
            <numerusform>%Ln Kommentar wieder öffnen</numerusform>
            <numerusform>%Ln Kommentare wieder öffnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %Ln comment(s)</source>
        <translation>
            <numerusform>%Ln Kommentar freigeben</numerusform>
            <numerusform>%Ln Kommentare freigeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %Ln comment(s)</source>
        <translation>
            <numerusform>%Ln Kommentar ablehnen</numerusform>
            <numerusform>%Ln Kommentare ablehnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln comment(s) as spam</source>
        <translation>
            <numerusform>%Ln Kommentar als Spam markieren</numerusform>
            <numerusform>%Ln Kommentare als Spam markieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CommentsPage</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>No comments here yet.</source>
        <translation>Hier gibt es noch keine Kommentare.</translation>
    </message>
    <message>
        <source>No comments match.</source>
        <translation>Kein Kommentar passt.</translation>
    </message>
    <message>
        <source>Search the text of comments</source>
        <translation>Kommentare durchsuchen</translation>
    </message>
    <message>
        <source>Reading comments</source>
        <translation>Kommentare werden gelesen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Only this &amp;post</source>
        <translation>Nur dieser &amp;Beitrag</translation>
    </message>
    <message>
        <source>Only this &amp;user</source>
        <translation>Nur dieser Ben&amp;utzer</translation>
    </message>
    <message>
        <source>Post: %1</source>
        <translation>Beitrag: %1</translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation>Benutzer: %1</translation>
    </message>
    <message>
        <source>Written from %1</source>
        <translation>Geschrieben ab %1</translation>
    </message>
    <message>
        <source>Written before %1</source>
        <translation>Geschrieben vor %1</translation>
    </message>
</context>
<context>
    <name>ui::DashboardCharts</name>
    <message>
        <source>MMM yyyy</source>
        <comment>QLocale format of a month on an axis</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>QLocale format of a day on an axis</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <comment>QLocale format of a day</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>QLocale format of a month</comment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Posts per day</source>
        <translation>Beiträge pro Tag</translation>
    </message>
    <message>
        <source>Posts per week</source>
        <translation>Beiträge pro Woche</translation>
    </message>
    <message>
        <source>Posts per month</source>
        <translation>Beiträge pro Monat</translation>
    </message>
    <message>
        <source>Top authors</source>
        <translation>Meistgelesene Autoren</translation>
    </message>
    <message>
        <source>Comments by state</source>
        <translation>Kommentare nach Zustand</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Posts per year</source>
        <translation>Beiträge pro Jahr</translation>
    </message>
</context>
<context>
    <name>ui::DashboardHeader</name>
    <message>
        <source>The range is too long for that.</source>
        <translation>Dafür ist der Zeitraum zu lang.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tagen</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>Nach Wochen</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Nach Monaten</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Length of the parts</source>
        <translation>Länge der Abschnitte</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Read everything again (F5)</source>
        <translation>Alles neu lesen (F5)</translation>
    </message>
    <message>
        <source>%1 · as of %2</source>
        <comment>time zone, time of day</comment>
        <translation>%1 · Stand %2</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Nach Jahren</translation>
    </message>
</context>
<context>
    <name>ui::DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>No posts in this range</source>
        <translation>Keine Beiträge in diesem Zeitraum</translation>
    </message>
    <message>
        <source>No views in this range</source>
        <translation>Keine Aufrufe in diesem Zeitraum</translation>
    </message>
    <message>
        <source>No comments in this range</source>
        <translation>Keine Kommentare in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Reading the figures</source>
        <translation>Zahlen werden gelesen</translation>
    </message>
</context>
<context>
    <name>ui::DateEditor</name>
    <message>
        <source>is not a date; write it like %1</source>
        <translation>ist kein Datum; schreiben Sie es wie %1</translation>
    </message>
    <message>
        <source>is not a date and time; write it like %1</source>
        <translation>ist kein Zeitpunkt; schreiben Sie ihn wie %1</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>Aus einem Kalender wählen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>ui::DecisionBar</name>
    <message>
        <source>Nobody has decided about it yet.</source>
        <translation>Darüber hat noch niemand entschieden.</translation>
    </message>
    <message>
        <source>%1 by %2, %3.</source>
        <translation>%1 von %2, %3.</translation>
    </message>
    <message>
        <source>someone</source>
        <translation>jemandem</translation>
    </message>
    <message>
        <source>nobody knows when</source>
        <translation>zu unbekannter Zeit</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Reason, if there is one to note</source>
        <translation>Grund, falls einer zu vermerken ist</translation>
    </message>
</context>
<context>
    <name>ui::DriftView</name>
    <message>
        <source>The table %1 is missing.</source>
        <translation>Die Tabelle %1 fehlt.</translation>
    </message>
    <message>
        <source>The column %1 is missing.</source>
        <translation>Die Spalte %1 fehlt.</translation>
    </message>
    <message>
        <source>%1 is %2 in the database, %3 in the program.</source>
        <translation>%1 ist in der Datenbank %2, im Programm %3.</translation>
    </message>
    <message>
        <source>%1 may be NULL in the database, never in the program.</source>
        <translation>%1 darf in der Datenbank NULL sein, im Programm nie.</translation>
    </message>
    <message>
        <source>%1 is computed by the database, and the program writes it.</source>
        <translation>%1 wird von der Datenbank berechnet, und das Programm schreibt es.</translation>
    </message>
    <message>
        <source>The primary key of %1 is %2 in the database, %3 in the program.</source>
        <translation>Der Primärschlüssel von %1 ist in der Datenbank %2, im Programm %3.</translation>
    </message>
    <message>
        <source>The program does not know the column %1, and new rows need a value for it.</source>
        <translation>Das Programm kennt die Spalte %1 nicht, und neue Zeilen brauchen einen Wert für sie.</translation>
    </message>
    <message>
        <source>The table %1 cannot be read: %2</source>
        <translation>Die Tabelle %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The program does not know the table %1.</source>
        <translation>Das Programm kennt die Tabelle %1 nicht.</translation>
    </message>
    <message>
        <source>The program does not know the column %1.</source>
        <translation>Das Programm kennt die Spalte %1 nicht.</translation>
    </message>
    <message>
        <source>The database is being compared with what the program takes it for.</source>
        <translation>Die Datenbank wird mit dem verglichen, was das Programm erwartet.</translation>
    </message>
    <message numerus="yes">
        <source>The database differs in %n place(s) from what the program takes it for.</source>
        <translation>
            <numerusform>Die Datenbank ist an %n Stelle anders, als das Programm erwartet.</numerusform>
            <numerusform>Die Datenbank ist an %n Stellen anders, als das Programm erwartet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The database has all that the program takes for granted.</source>
        <translation>Die Datenbank hat alles, was das Programm voraussetzt.</translation>
    </message>
    <message numerus="yes">
        <source>It has %n more table(s) or column(s), which does no harm.</source>
        <translation>
            <numerusform>Sie hat %n weitere Tabelle oder Spalte; das schadet nicht.</numerusform>
            <numerusform>Sie hat %n weitere Tabellen oder Spalten; das schadet nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
</context>
<context>
    <name>ui::DryRunView</name>
    <message>
        <source>Migrations are being tried; wait until that is over.</source>
        <translation>Migrationen werden ausprobiert; bitte warten, bis das vorbei ist.</translation>
    </message>
    <message>
        <source>Trying migrations</source>
        <translation>Migrationen werden ausprobiert</translation>
    </message>
    <message>
        <source>Not tried: %1</source>
        <translation>Nicht ausprobiert: %1</translation>
    </message>
    <message>
        <source>It would fail: %1</source>
        <translation>Sie würde scheitern: %1</translation>
    </message>
    <message numerus="yes">
        <source>The table %1 would be lost, with %n row(s).</source>
        <translation>
            <numerusform>Die Tabelle %1 ginge mit %n Zeile verloren.</numerusform>
            <numerusform>Die Tabelle %1 ginge mit %n Zeilen verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The column %1 of the table %2 would be lost, with %n value(s).</source>
        <translation>
            <numerusform>Die Spalte %1 der Tabelle %2 ginge mit %n Wert verloren.</numerusform>
            <numerusform>Die Spalte %1 der Tabelle %2 ginge mit %n Werten verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The column %1 of the table %2, with %n value(s), would get a type that may not hold them all.</source>
        <translation>
            <numerusform>Die Spalte %1 der Tabelle %2 mit %n Wert bekäme einen Typ, der ihn vielleicht nicht fasst.</numerusform>
            <numerusform>Die Spalte %1 der Tabelle %2 mit %n Werten bekäme einen Typ, der vielleicht nicht alle fasst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the table %1 would be deleted.</source>
        <translation>
            <numerusform>%n Zeile der Tabelle %1 würde gelöscht.</numerusform>
            <numerusform>%n Zeilen der Tabelle %1 würden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pending migrations are being tried on a copy of the structure.</source>
        <translation>Die ausstehenden Migrationen werden auf einer Kopie der Struktur ausprobiert.</translation>
    </message>
    <message>
        <source>The pending migrations are being tried.</source>
        <translation>Die ausstehenden Migrationen werden ausprobiert.</translation>
    </message>
    <message>
        <source>A dry run tries the pending migrations on a copy of the structure, without rows, and drops it again.</source>
        <translation>Ein Probelauf probiert die ausstehenden Migrationen auf einer Kopie der Struktur ohne Zeilen aus und löscht sie wieder.</translation>
    </message>
    <message>
        <source>A dry run tries the pending migrations, and takes everything back.</source>
        <translation>Ein Probelauf probiert die ausstehenden Migrationen aus und nimmt alles zurück.</translation>
    </message>
    <message>
        <source>The dry run was canceled; nothing has changed.</source>
        <translation>Der Probelauf wurde abgebrochen; nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>All of them would run. Nothing has changed.</source>
        <translation>Alle würden laufen. Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>They would not all run. Nothing has changed.</source>
        <translation>Nicht alle würden laufen. Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>They were tried on a copy of the structure without rows.</source>
        <translation>Sie wurden auf einer Kopie der Struktur ohne Zeilen ausprobiert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the dry run</source>
        <translation>Den Probelauf abbrechen</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Report of the dry run</source>
        <translation>Bericht des Probelaufs</translation>
    </message>
</context>
<context>
    <name>ui::ErrorSummary</name>
    <message numerus="yes">
        <source>%n field(s) need attention: %1</source>
        <translation>
            <numerusform>%n Feld braucht Aufmerksamkeit: %1</numerusform>
            <numerusform>%n Felder brauchen Aufmerksamkeit: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ErrorTexts</name>
    <message>
        <source>Some values are not acceptable.</source>
        <translation>Einige Werte können so nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>That is not possible: %1</source>
        <translation>Das geht nicht: %1</translation>
    </message>
    <message>
        <source>It is not there any more: someone else has deleted it. Go back to the list and refresh it.</source>
        <translation>Den Eintrag gibt es nicht mehr: Jemand anders hat ihn gelöscht. Gehen Sie zurück zur Liste und aktualisieren Sie sie.</translation>
    </message>
    <message>
        <source>There are several where only one is expected. Please report this.</source>
        <translation>Es gibt mehrere, wo nur einer erwartet wird. Bitte melden Sie das.</translation>
    </message>
    <message>
        <source>Someone else has changed it in the meantime. Refresh it and decide again.</source>
        <translation>Jemand anders hat den Eintrag inzwischen geändert. Aktualisieren Sie ihn und entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>It was canceled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>It took too long and was given up. Nothing was changed; try again later, or ask for less.</source>
        <translation>Es dauerte zu lange und wurde aufgegeben. Nichts wurde geändert; versuchen Sie es später noch einmal oder fragen Sie nach weniger.</translation>
    </message>
    <message>
        <source>The connection to the database was lost. Nothing was changed; try again.</source>
        <translation>Die Verbindung zur Datenbank ist abgerissen. Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection to the database was lost while it was saving. Refresh the list, and see whether it was saved before you try again.</source>
        <translation>Die Verbindung zur Datenbank ist beim Speichern abgerissen. Aktualisieren Sie die Liste und sehen Sie nach, ob gespeichert wurde, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened. See whether it exists and whether you may read it.</source>
        <translation>Die Datenbank %1 lässt sich nicht öffnen. Sehen Sie nach, ob es sie gibt und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>%1 is not a database. It was left untouched; choose another file.</source>
        <translation>%1 ist keine Datenbank. Die Datei blieb unverändert; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The database %1 is damaged. Make a copy of the file before anything else, and restore the last backup.</source>
        <translation>Die Datenbank %1 ist beschädigt. Kopieren Sie die Datei vor allem anderen und spielen Sie die letzte Sicherung ein.</translation>
    </message>
    <message>
        <source>The database is write-protected. Make a copy that you may write to, or ask its owner.</source>
        <translation>Die Datenbank ist schreibgeschützt. Legen Sie eine Kopie an, in die Sie schreiben dürfen, oder fragen Sie den Besitzer.</translation>
    </message>
    <message>
        <source>Another program is writing to the database. Wait until it has finished, then try again.</source>
        <translation>Ein anderes Programm schreibt gerade in die Datenbank. Warten Sie, bis es fertig ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved; make room, then try again.</source>
        <translation>Der Datenträger ist voll. Nichts wurde gespeichert; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database lacks “%1”. Apply the pending migrations, then try again.</source>
        <translation>Der Datenbank fehlt „%1“. Wenden Sie die ausstehenden Migrationen an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another entry has the same value already (%1). Choose another value.</source>
        <translation>Ein anderer Eintrag hat schon denselben Wert (%1). Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Other entries belong to this one, or what it refers to is gone (%1).</source>
        <translation>Andere Einträge gehören zu diesem, oder worauf er sich bezieht, ist nicht mehr da (%1).</translation>
    </message>
    <message>
        <source>A value is missing (%1). Fill it in.</source>
        <translation>Ein Wert fehlt (%1). Tragen Sie ihn ein.</translation>
    </message>
    <message>
        <source>The database refuses the value (%1). Choose another one.</source>
        <translation>Die Datenbank nimmt den Wert nicht an (%1). Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The database did not understand the program. Please report this with the details.</source>
        <translation>Die Datenbank hat das Programm nicht verstanden. Bitte melden Sie das mit den Einzelheiten.</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>The database holds a value that cannot be read (%1). Correct it there, or restore a backup.</source>
        <translation>Die Datenbank enthält einen Wert, der nicht lesbar ist (%1). Berichtigen Sie ihn dort oder spielen Sie eine Sicherung ein.</translation>
    </message>
</context>
<context>
    <name>ui::FieldRow</name>
    <message>
        <source>%1, required</source>
        <translation>%1, Pflichtfeld</translation>
    </message>
    <message numerus="yes">
        <source>%n more needed</source>
        <translation>
            <numerusform>noch %n nötig</numerusform>
            <numerusform>noch %n nötig</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>ui::FilterChips</name>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>Remove the condition %1</source>
        <translation>Die Bedingung %1 entfernen</translation>
    </message>
</context>
<context>
    <name>ui::FormPage</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Bring back what is saved</source>
        <translation>Zeigt wieder, was gespeichert ist</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Die Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>Someone else has changed “%1” in the meantime. What you typed is still here.</source>
        <translation>Jemand anders hat „%1“ inzwischen geändert. Was Sie eingegeben haben, steht noch hier.</translation>
    </message>
    <message>
        <source>Keep my text</source>
        <translation>Meinen Text behalten</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
</context>
<context>
    <name>ui::Format</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T. %2 h</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HelpDialogs</name>
    <message>
        <source>Open the current row of a list</source>
        <translation>Die aktuelle Zeile einer Liste öffnen</translation>
    </message>
    <message>
        <source>Actions for the current row, sorting</source>
        <translation>Aktionen für die aktuelle Zeile, Sortierung</translation>
    </message>
    <message>
        <source>First and last row of a list</source>
        <translation>Erste und letzte Zeile einer Liste</translation>
    </message>
    <message>
        <source>From the search field to the list</source>
        <translation>Vom Suchfeld in die Liste</translation>
    </message>
    <message>
        <source>Next and previous field</source>
        <translation>Nächstes und voriges Feld</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>About Quecto</source>
        <translation>Über Quecto</translation>
    </message>
    <message>
        <source>Quecto %1</source>
        <translation>Quecto %1</translation>
    </message>
    <message>
        <source>Looks after the database of a community: its people, posts and comments.

© 2026 The Quecto authors. Free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>Kümmert sich um die Datenbank einer Gemeinschaft: ihre Leute, Beiträge und Kommentare.

© 2026 The Quecto authors. Freie Software unter der GNU General Public License, Version 3 oder neuer; ohne jede Gewährleistung.</translation>
    </message>
</context>
<context>
    <name>ui::Holder</name>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>ein anderes Programm</translation>
    </message>
</context>
<context>
    <name>ui::ListPage</name>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation>Welche davon</translation>
    </message>
    <message>
        <source>%1 (Ctrl+N)</source>
        <translation>%1 (Strg+N)</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 von %3</translation>
    </message>
    <message numerus="yes">
        <source>There are too many rows to select them all; %Ln of them are selected. Search or filter first.</source>
        <translation>
            <numerusform>Es sind zu viele Zeilen, um alle auszuwählen; %Ln ist ausgewählt. Suchen oder filtern Sie zuerst.</numerusform>
            <numerusform>Es sind zu viele Zeilen, um alle auszuwählen; %Ln sind ausgewählt. Suchen oder filtern Sie zuerst.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Losses</name>
    <message>
        <source>drops a table</source>
        <translation>löscht eine Tabelle</translation>
    </message>
    <message>
        <source>drops a column</source>
        <translation>löscht eine Spalte</translation>
    </message>
    <message>
        <source>narrows a column</source>
        <translation>verengt eine Spalte</translation>
    </message>
    <message>
        <source>SQL of its own</source>
        <translation>eigenes SQL</translation>
    </message>
    <message>
        <source>The table %1 is dropped, with all its rows.</source>
        <translation>Die Tabelle %1 wird mit allen Zeilen gelöscht.</translation>
    </message>
    <message>
        <source>The column %1 of the table %2 is dropped, with all its values.</source>
        <translation>Die Spalte %1 der Tabelle %2 wird mit allen Werten gelöscht.</translation>
    </message>
    <message>
        <source>Values of the column %1 of the table %2 that do not fit its new type are lost, or stop the migration.</source>
        <translation>Werte der Spalte %1 der Tabelle %2, die nicht zum neuen Typ passen, gehen verloren oder halten die Migration auf.</translation>
    </message>
    <message>
        <source>It runs SQL of its own; what that loses is not known.</source>
        <translation>Sie führt eigenes SQL aus; was damit verloren geht, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>rewrites a table</source>
        <translation>schreibt eine Tabelle neu</translation>
    </message>
    <message>
        <source>not reversible</source>
        <translation>nicht umkehrbar</translation>
    </message>
    <message>
        <source>outside a transaction</source>
        <translation>außerhalb einer Transaktion</translation>
    </message>
    <message>
        <source>All rows of the table %1 are written anew, which keeps others waiting.</source>
        <translation>Alle Zeilen der Tabelle %1 werden neu geschrieben; andere müssen so lange warten.</translation>
    </message>
    <message>
        <source>It runs outside a transaction: if it fails, what it did until then stays.</source>
        <translation>Sie läuft außerhalb einer Transaktion: Scheitert sie, bleibt, was sie bis dahin getan hat.</translation>
    </message>
    <message>
        <source>It cannot be taken back.</source>
        <translation>Sie kann nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>It stopped half-way: %1 of %2 statements are done.</source>
        <translation>Sie blieb auf halbem Weg stehen: %1 von %2 Anweisungen sind getan.</translation>
    </message>
    <message>
        <source>It was taken back half-way: %1 of %2 statements are done.</source>
        <translation>Sie wurde zur Hälfte zurückgenommen: %1 von %2 Anweisungen sind getan.</translation>
    </message>
    <message>
        <source>The next one failed: %1</source>
        <translation>Die nächste ist gescheitert: %1</translation>
    </message>
    <message>
        <source>The next one has run, too: %1</source>
        <translation>Auch die nächste wurde ausgeführt: %1</translation>
    </message>
    <message>
        <source>Nobody knows whether the next one has run: %1</source>
        <translation>Ob die nächste ausgeführt wurde, weiß niemand: %1</translation>
    </message>
    <message>
        <source>The next one has not run: %1</source>
        <translation>Die nächste wurde nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>It was changed after it had been applied: what stands here is not what ran.</source>
        <translation>Sie wurde geändert, nachdem sie angewendet war: Was hier steht, ist nicht, was ausgeführt wurde.</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>The file is write-protected: everything can be read, nothing changed.</source>
        <translation>Die Datei ist schreibgeschützt: Alles lässt sich lesen, nichts ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) are pending.</source>
        <translation>
            <numerusform>%n Migration steht aus.</numerusform>
            <numerusform>%n Migrationen stehen aus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Ansehen …</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>New database</source>
        <translation>Neue Datenbank</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>Eine Datenbank öffnen</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.sqlite3 *.db)</source>
        <translation>SQLite-Datenbanken (*.sqlite *.sqlite3 *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie anlegen</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder, or make room.</source>
        <translation>%1 konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Copying %1</source>
        <translation>%1 wird kopiert</translation>
    </message>
    <message>
        <source>%1 is the database itself. Choose another name for the copy.</source>
        <translation>%1 ist die Datenbank selbst. Wählen Sie einen anderen Namen für die Kopie.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Changes are still being saved. The other database opens as soon as they are.</source>
        <translation>Änderungen werden noch gespeichert. Danach wird die andere Datenbank geöffnet.</translation>
    </message>
    <message>
        <source>Open it without them</source>
        <translation>Ohne sie öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Changes are still being saved. The window closes as soon as they are.</source>
        <translation>Änderungen werden noch gespeichert. Danach schließt sich das Fenster.</translation>
    </message>
    <message>
        <source>Quit without them</source>
        <translation>Ohne sie beenden</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Die Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>ui::MigrationChoices</name>
    <message>
        <source>All migrations are applied.</source>
        <translation>Alle Migrationen sind angewendet.</translation>
    </message>
    <message>
        <source>All migrations as far as the selected one are applied.</source>
        <translation>Alle Migrationen bis zur ausgewählten sind angewendet.</translation>
    </message>
    <message>
        <source>There is nothing to roll back.</source>
        <translation>Es gibt nichts zurückzurollen.</translation>
    </message>
    <message>
        <source>The selected migration is not applied.</source>
        <translation>Die ausgewählte Migration ist nicht angewendet.</translation>
    </message>
    <message>
        <source>The last one, %1, cannot be rolled back: its file is missing.</source>
        <translation>Die letzte, %1, kann nicht zurückgerollt werden: Ihre Datei fehlt.</translation>
    </message>
    <message>
        <source>%1 cannot be rolled back: its file is missing.</source>
        <translation>%1 kann nicht zurückgerollt werden: Ihre Datei fehlt.</translation>
    </message>
    <message>
        <source>The last one, %1, cannot be rolled back: it is not reversible.</source>
        <translation>Die letzte, %1, kann nicht zurückgerollt werden: Sie ist nicht umkehrbar.</translation>
    </message>
    <message>
        <source>%1 cannot be rolled back: it is not reversible.</source>
        <translation>%1 kann nicht zurückgerollt werden: Sie ist nicht umkehrbar.</translation>
    </message>
    <message>
        <source>%1 was changed after it had been applied. Put the change back, or accept it with quectoctl migrate --accept-changes.</source>
        <translation>%1 wurde geändert, nachdem sie angewendet war. Nehmen Sie die Änderung zurück, oder nehmen Sie sie an mit quectoctl migrate --accept-changes.</translation>
    </message>
</context>
<context>
    <name>ui::MigrationModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Applied at</source>
        <translation>Angewendet am</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Besonderes</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>Half taken back</source>
        <translation>Halb zurückgenommen</translation>
    </message>
    <message>
        <source>Half applied</source>
        <translation>Halb angewendet</translation>
    </message>
    <message>
        <source>Changed since applied</source>
        <translation>Geändert seit der Anwendung</translation>
    </message>
</context>
<context>
    <name>ui::MigrationQuestion</name>
    <message>
        <source>No table and no column is dropped.</source>
        <translation>Keine Tabelle und keine Spalte wird gelöscht.</translation>
    </message>
    <message>
        <source>A backup of the database is made first.</source>
        <translation>Vorher wird die Datenbank gesichert.</translation>
    </message>
    <message>
        <source>What is lost cannot be brought back.</source>
        <translation>Was verloren geht, kann nicht zurückgeholt werden.</translation>
    </message>
    <message>
        <source>This database is marked as production: people work with it.</source>
        <translation>Diese Datenbank ist als Produktion markiert: Mit ihr wird gearbeitet.</translation>
    </message>
    <message>
        <source>Type the name of the database, %1, to go on:</source>
        <translation>Zum Fortfahren den Namen der Datenbank eingeben, %1:</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Run nothing</source>
        <translation>Nichts ausführen</translation>
    </message>
    <message>
        <source>Do not roll back</source>
        <translation>Nicht zurückrollen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>migration: loss</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>And %n more like these.</source>
        <translation>
            <numerusform>Und %n weiterer Satz wie diese.</numerusform>
            <numerusform>Und %n weitere Sätze wie diese.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n migration(s)? Their statements are shown below.</source>
        <translation>
            <numerusform>%n Migration ausführen? Ihre Anweisungen stehen unten.</numerusform>
            <numerusform>%n Migrationen ausführen? Ihre Anweisungen stehen unten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back %1?</source>
        <translation>%1 zurückrollen?</translation>
    </message>
    <message numerus="yes">
        <source>Roll back %n migration(s), down to and including %1?</source>
        <translation>
            <numerusform>%n Migration zurückrollen, bis einschließlich %1?</numerusform>
            <numerusform>%n Migrationen zurückrollen, bis einschließlich %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MigrationRunner</name>
    <message>
        <source>Migrations are running; wait until they are done.</source>
        <translation>Migrationen laufen; bitte warten, bis sie fertig sind.</translation>
    </message>
    <message>
        <source>Running migrations</source>
        <translation>Migrationen laufen</translation>
    </message>
</context>
<context>
    <name>ui::MigrationTable</name>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
</context>
<context>
    <name>ui::MigrationsPage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Migrations and their statements</source>
        <translation>Migrationen und ihre Anweisungen</translation>
    </message>
    <message>
        <source>Up SQL</source>
        <translation>SQL vorwärts</translation>
    </message>
    <message>
        <source>Down SQL</source>
        <translation>SQL rückwärts</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation>Noch ist nichts gelaufen.</translation>
    </message>
    <message>
        <source>Run pending</source>
        <translation>Ausstehende ausführen</translation>
    </message>
    <message>
        <source>Run pending (%1)</source>
        <translation>Ausstehende ausführen (%1)</translation>
    </message>
    <message>
        <source>Roll back last…</source>
        <translation>Letzte zurückrollen …</translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>Die Liste konnte nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) are pending.</source>
        <translation>
            <numerusform>%n Migration steht aus.</numerusform>
            <numerusform>%n Migrationen stehen aus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Roll back to here…</source>
        <translation>Bis hier zurückrollen …</translation>
    </message>
    <message>
        <source>Run to here</source>
        <translation>Bis hier ausführen</translation>
    </message>
    <message>
        <source>All migrations</source>
        <translation>Alle Migrationen</translation>
    </message>
    <message>
        <source>Only pending ones</source>
        <translation>Nur ausstehende</translation>
    </message>
    <message>
        <source>Which migrations are shown</source>
        <translation>Welche Migrationen zu sehen sind</translation>
    </message>
    <message>
        <source>Copy SQL</source>
        <translation>SQL kopieren</translation>
    </message>
    <message>
        <source>Select a migration first.</source>
        <translation>Zuerst eine Migration auswählen.</translation>
    </message>
    <message>
        <source>Select one migration first.</source>
        <translation>Zuerst eine einzelne Migration auswählen.</translation>
    </message>
    <message>
        <source>A file of the folder cannot be read; mend it, or leave the folder out.</source>
        <translation>Eine Datei des Ordners ist nicht lesbar; bitte berichtigen oder den Ordner weglassen.</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>Drift (%1)</source>
        <translation>Abweichungen (%1)</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Dry run on a copy</source>
        <translation>Probelauf auf einer Kopie</translation>
    </message>
</context>
<context>
    <name>ui::Moderation</name>
    <message>
        <source>Back to pending.</source>
        <translation>Wieder offen.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Freigegeben.</translation>
    </message>
    <message>
        <source>Rejected.</source>
        <translation>Abgelehnt.</translation>
    </message>
    <message>
        <source>Marked as spam.</source>
        <translation>Als Spam markiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) back to pending.</source>
        <translation>
            <numerusform>%n Kommentar ist wieder offen.</numerusform>
            <numerusform>%n Kommentare sind wieder offen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) approved.</source>
        <translation>
            <numerusform>%n Kommentar freigegeben.</numerusform>
            <numerusform>%n Kommentare freigegeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) rejected.</source>
        <translation>
            <numerusform>%n Kommentar abgelehnt.</numerusform>
            <numerusform>%n Kommentare abgelehnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) marked as spam.</source>
        <translation>
            <numerusform>%n Kommentar als Spam markiert.</numerusform>
            <numerusform>%n Kommentare als Spam markiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Approved. | 117 left.</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n left.</source>
        <translation>
            <numerusform>Noch %n übrig.</numerusform>
            <numerusform>Noch %n übrig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back to pending</source>
        <translation>Wieder offen</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>Approved | ann</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Approved | 5 min ago</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 by %2 %3</source>
        <comment>Approved | ann | 5 min ago</comment>
        <translation>%1 von %2, %3</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message numerus="yes">
        <source>%n approved</source>
        <translation>
            <numerusform>%n freigegeben</numerusform>
            <numerusform>%n freigegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spam</source>
        <translation>
            <numerusform>%n Spam</numerusform>
            <numerusform>%n Spam</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n Link</numerusform>
            <numerusform>%n Links</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 her</translation>
    </message>
</context>
<context>
    <name>ui::ModerationKeys</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Select the next one too</source>
        <translation>Auch den nächsten auswählen</translation>
    </message>
    <message>
        <source>Select the previous one too</source>
        <translation>Auch den vorigen auswählen</translation>
    </message>
    <message>
        <source>Show pending comments</source>
        <translation>Offene Kommentare zeigen</translation>
    </message>
    <message>
        <source>Show approved comments</source>
        <translation>Freigegebene Kommentare zeigen</translation>
    </message>
    <message>
        <source>Show rejected comments</source>
        <translation>Abgelehnte Kommentare zeigen</translation>
    </message>
    <message>
        <source>Show spam</source>
        <translation>Spam zeigen</translation>
    </message>
    <message>
        <source>Give a reason</source>
        <translation>Grund angeben</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>Letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Decide so again</source>
        <translation>Wieder so entscheiden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys of moderation</source>
        <translation>Tasten der Moderation</translation>
    </message>
    <message>
        <source>Select all that are shown</source>
        <translation>Alle gezeigten auswählen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
</context>
<context>
    <name>ui::ModerationPage</name>
    <message>
        <source>Moderation</source>
        <translation>Moderation</translation>
    </message>
    <message>
        <source>Comments to moderate</source>
        <translation>Zu moderierende Kommentare</translation>
    </message>
    <message>
        <source>Which comments</source>
        <translation>Welche Kommentare</translation>
    </message>
    <message>
        <source>Comments, and the current one</source>
        <translation>Kommentare und der aktuelle</translation>
    </message>
    <message>
        <source>it has been deleted meanwhile</source>
        <translation>er wurde inzwischen gelöscht</translation>
    </message>
    <message>
        <source>The comment by %1 was left as it is: %2.</source>
        <translation>Der Kommentar von %1 blieb, wie er ist: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) could not be decided about.</source>
        <translation>
            <numerusform>Über %n Kommentar konnte nicht entschieden werden.</numerusform>
            <numerusform>Über %n Kommentare konnte nicht entschieden werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: somebody else was faster</source>
        <translation>
            <numerusform>%n übergangen: jemand anderes war schneller</numerusform>
            <numerusform>%n übergangen: jemand anderes war schneller</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to moderate.</source>
        <translation>Nichts zu moderieren.</translation>
    </message>
    <message>
        <source>New comments wait here until somebody has decided about them.</source>
        <translation>Neue Kommentare warten hier, bis jemand über sie entschieden hat.</translation>
    </message>
    <message>
        <source>Show approved</source>
        <translation>Freigegebene zeigen</translation>
    </message>
    <message>
        <source>There are no such comments.</source>
        <translation>Solche Kommentare gibt es nicht.</translation>
    </message>
    <message>
        <source>Show pending</source>
        <translation>Offene zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>This comment has been deleted meanwhile.</source>
        <translation>Dieser Kommentar wurde inzwischen gelöscht.</translation>
    </message>
</context>
<context>
    <name>ui::NameQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n wartet</numerusform>
            <numerusform>%1, %n warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NumberRow</name>
    <message>
        <source>Total views</source>
        <translation>Aufrufe insgesamt</translation>
    </message>
    <message>
        <source>Posts published</source>
        <translation>Veröffentlichte Beiträge</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Pending comments</source>
        <translation>Offene Kommentare</translation>
    </message>
    <message>
        <source>New users</source>
        <translation>Neue Benutzer</translation>
    </message>
    <message>
        <source>Go to moderation</source>
        <translation>Zur Moderation</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Figures: try again</source>
        <translation>Zahlen: noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>ui::NumberTile</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::Pages</name>
    <message>
        <source>Moderation</source>
        <translation>Moderation</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalte</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
</context>
<context>
    <name>ui::PasswordEditor</name>
    <message>
        <source>Show the password</source>
        <translation>Das Passwort zeigen</translation>
    </message>
</context>
<context>
    <name>ui::PostColumns</name>
    <message>
        <source>%1 +%2 pending</source>
        <translation>%1 +%2 offen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>ui::PostForm</name>
    <message>
        <source>choose a user from the list</source>
        <translation>wählen Sie einen Benutzer aus der Liste</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>A time in the future schedules the post.</source>
        <translation>Ein Zeitpunkt in der Zukunft plant den Beitrag ein.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Empty, it is made from the title.</source>
        <translation>Bleibt sie leer, entsteht sie aus dem Titel.</translation>
    </message>
    <message>
        <source>Links to the post break when its slug changes.</source>
        <translation>Verweise auf den Beitrag gehen ins Leere, wenn sich seine Adresse ändert.</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Neuer Beitrag</translation>
    </message>
    <message>
        <source>Create “%1”</source>
        <translation>„%1“ anlegen</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Saved “%1”.</source>
        <translation>„%1“ ist gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln view(s)</source>
        <translation>
            <numerusform>%Ln Aufruf</numerusform>
            <numerusform>%Ln Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Created %1, changed %2</source>
        <translation>Angelegt %1, geändert %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln Kommentar</numerusform>
            <numerusform>%Ln Kommentare</numerusform>
        </translation>
    </message>
    <message>
        <source>About the author</source>
        <translation>Über den Autor</translation>
    </message>
</context>
<context>
    <name>ui::PostOperations</name>
    <message>
        <source>Publish “%1”</source>
        <translation>„%1“ veröffentlichen</translation>
    </message>
    <message>
        <source>Unpublish “%1”</source>
        <translation>„%1“ zum Entwurf machen</translation>
    </message>
    <message>
        <source>Move “%1” to the trash</source>
        <translation>„%1“ in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Restore “%1”</source>
        <translation>„%1“ wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln post(s)</source>
        <translation>
            <numerusform>%Ln Beitrag veröffentlichen</numerusform>
            <numerusform>%Ln Beiträge veröffentlichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unpublish %Ln post(s)</source>
        <translation>
            <numerusform>%Ln Beitrag zum Entwurf machen</numerusform>
            <numerusform>%Ln Beiträge zu Entwürfen machen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln post(s) to the trash</source>
        <translation>
            <numerusform>%Ln Beitrag in den Papierkorb legen</numerusform>
            <numerusform>%Ln Beiträge in den Papierkorb legen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln post(s)</source>
        <translation>
            <numerusform>%Ln Beitrag wiederherstellen</numerusform>
            <numerusform>%Ln Beiträge wiederherstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is published.</source>
        <translation>„%1“ ist veröffentlicht.</translation>
    </message>
    <message>
        <source>“%1” is a draft again.</source>
        <translation>„%1“ ist wieder ein Entwurf.</translation>
    </message>
    <message>
        <source>“%1” is in the trash.</source>
        <translation>„%1“ liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>“%1” is out of the trash.</source>
        <translation>„%1“ ist aus dem Papierkorb geholt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) are published.</source>
        <translation>
            <numerusform>%Ln Beitrag ist veröffentlicht.</numerusform>
            <numerusform>%Ln Beiträge sind veröffentlicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) are drafts again.</source>
        <translation>
            <numerusform>%Ln Beitrag ist wieder ein Entwurf.</numerusform>
            <numerusform>%Ln Beiträge sind wieder Entwürfe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) are in the trash.</source>
        <translation>
            <numerusform>%Ln Beitrag liegt im Papierkorb.</numerusform>
            <numerusform>%Ln Beiträge liegen im Papierkorb.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) are out of the trash.</source>
        <translation>
            <numerusform>%Ln Beitrag ist aus dem Papierkorb geholt.</numerusform>
            <numerusform>%Ln Beiträge sind aus dem Papierkorb geholt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing to change.</source>
        <translation>Es gab nichts zu ändern.</translation>
    </message>
    <message>
        <source>Changing posts</source>
        <translation>Beiträge werden geändert</translation>
    </message>
</context>
<context>
    <name>ui::PostState</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>Im Papierkorb</translation>
    </message>
</context>
<context>
    <name>ui::PostsPage</name>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Neuer Beitrag</translation>
    </message>
    <message>
        <source>No posts here yet.</source>
        <translation>Hier gibt es noch keine Beiträge.</translation>
    </message>
    <message>
        <source>No posts match.</source>
        <translation>Kein Beitrag passt.</translation>
    </message>
    <message>
        <source>Search title, text and author</source>
        <translation>Titel, Text und Autor durchsuchen</translation>
    </message>
    <message>
        <source>Reading posts</source>
        <translation>Beiträge werden gelesen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Only this &amp;author</source>
        <translation>Nur dieser &amp;Autor</translation>
    </message>
    <message>
        <source>Its &amp;comments</source>
        <translation>Seine &amp;Kommentare</translation>
    </message>
    <message>
        <source>&amp;Publish now</source>
        <translation>&amp;Jetzt veröffentlichen</translation>
    </message>
    <message>
        <source>Make it a &amp;draft</source>
        <translation>Zum &amp;Entwurf machen</translation>
    </message>
    <message>
        <source>Move to the &amp;trash</source>
        <translation>In den &amp;Papierkorb</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Author: %1</source>
        <translation>Autor: %1</translation>
    </message>
    <message>
        <source>Published from %1</source>
        <translation>Veröffentlicht ab %1</translation>
    </message>
    <message>
        <source>Published before %1</source>
        <translation>Veröffentlicht vor %1</translation>
    </message>
</context>
<context>
    <name>ui::ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open another database…</source>
        <translation>Eine andere Datenbank öffnen …</translation>
    </message>
    <message>
        <source>Make a copy…</source>
        <translation>Kopie anlegen …</translation>
    </message>
</context>
<context>
    <name>ui::ProductionMark</name>
    <message>
        <source>PRODUCTION · %1</source>
        <translation>PRODUKTION · %1</translation>
    </message>
</context>
<context>
    <name>ui::PublicationEditor</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>Jetzt veröffentlichen</translation>
    </message>
    <message>
        <source>Published at</source>
        <translation>Veröffentlicht am</translation>
    </message>
    <message>
        <source>enter a date and time, or make it a draft</source>
        <translation>geben Sie einen Zeitpunkt ein, oder machen Sie einen Entwurf daraus</translation>
    </message>
</context>
<context>
    <name>ui::QueueDelegate</name>
    <message>
        <source>%1 · overdue</source>
        <comment>3 d 4 h</comment>
        <translation>%1 · überfällig</translation>
    </message>
</context>
<context>
    <name>ui::QueueModel</name>
    <message>
        <source>%1, %2</source>
        <comment>author | their record</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ui::RecordPicker</name>
    <message>
        <source>type a part of the name</source>
        <translation>einen Teil des Namens eingeben</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>ui::RecordTable</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
</context>
<context>
    <name>ui::RecordsPage</name>
    <message>
        <source>%1 - %2</source>
        <translation>%1 - %2</translation>
    </message>
</context>
<context>
    <name>ui::Role</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation>Moderator</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
</context>
<context>
    <name>ui::RunPanel</name>
    <message>
        <source>Migrations done</source>
        <translation>Fertige Migrationen</translation>
    </message>
    <message>
        <source>Cancel after this one</source>
        <translation>Nach dieser abbrechen</translation>
    </message>
    <message>
        <source>Applying %1 (%2 of %3)</source>
        <translation>%1 wird angewendet (%2 von %3)</translation>
    </message>
    <message>
        <source>Rolling back %1 (%2 of %3)</source>
        <translation>%1 wird zurückgerollt (%2 von %3)</translation>
    </message>
    <message>
        <source>Stopping when %1 is done</source>
        <translation>Angehalten wird, wenn %1 fertig ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Backing up the database</source>
        <translation>Die Datenbank wird gesichert</translation>
    </message>
    <message>
        <source>Waiting until another program has migrated the database: %1</source>
        <translation>Gewartet wird, bis ein anderes Programm die Datenbank migriert hat: %1</translation>
    </message>
</context>
<context>
    <name>ui::RunQuestion</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Run nothing</source>
        <translation>Nichts ausführen</translation>
    </message>
</context>
<context>
    <name>ui::RunReport</name>
    <message>
        <source>backed up to %1</source>
        <translation>gesichert nach %1</translation>
    </message>
    <message>
        <source>%1: applying</source>
        <translation>%1: wird angewendet</translation>
    </message>
    <message>
        <source>%1: rolling back</source>
        <translation>%1: wird zurückgerollt</translation>
    </message>
    <message>
        <source>somebody else was faster; nothing was left to do</source>
        <translation>jemand anders war schneller; es blieb nichts zu tun</translation>
    </message>
    <message>
        <source>done in %1 ms</source>
        <translation>fertig in %1 ms</translation>
    </message>
    <message>
        <source>Nothing has run, because the database could not be backed up first. %1</source>
        <translation>Nichts wurde ausgeführt, weil die Datenbank vorher nicht gesichert werden konnte. %1</translation>
    </message>
    <message>
        <source>Run without a backup</source>
        <translation>Ohne Sicherung ausführen</translation>
    </message>
    <message>
        <source>failed; nothing of it is left
%1</source>
        <translation>gescheitert; nichts davon ist geblieben
%1</translation>
    </message>
    <message>
        <source>failed
%1</source>
        <translation>gescheitert
%1</translation>
    </message>
    <message>
        <source>%1 failed and left nothing behind. Applied before it: %2 of %3.</source>
        <translation>%1 ist gescheitert und hat nichts hinterlassen. Davor angewendet: %2 von %3.</translation>
    </message>
    <message>
        <source>%1 failed. Applied before it: %2 of %3.</source>
        <translation>%1 ist gescheitert. Davor angewendet: %2 von %3.</translation>
    </message>
    <message>
        <source>%1 could not be rolled back and is still applied.</source>
        <translation>%1 konnte nicht zurückgerollt werden und bleibt angewendet.</translation>
    </message>
    <message>
        <source>%1 could not be rolled back.</source>
        <translation>%1 konnte nicht zurückgerollt werden.</translation>
    </message>
    <message>
        <source>Stopped. Applied: %1 of %2.</source>
        <translation>Angehalten. Angewendet: %1 von %2.</translation>
    </message>
    <message>
        <source>Stopped. Rolled back: %1 of %2.</source>
        <translation>Angehalten. Zurückgerollt: %1 von %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) applied.</source>
        <translation>
            <numerusform>%n Migration angewendet.</numerusform>
            <numerusform>%n Migrationen angewendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is rolled back.</source>
        <translation>%1 ist zurückgerollt.</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) rolled back.</source>
        <translation>
            <numerusform>%n Migration zurückgerollt.</numerusform>
            <numerusform>%n Migrationen zurückgerollt.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was cut short. What it had done stays; the list says how far it came.</source>
        <translation>Sie wurde abgebrochen. Was sie schon getan hatte, bleibt; die Liste sagt, wie weit sie kam.</translation>
    </message>
</context>
<context>
    <name>ui::ScopeTabs</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::SelectionButton</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Session</name>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“%1” stays as it is. %2</source>
        <translation>„%1“ bleibt, wie es ist. %2</translation>
    </message>
    <message>
        <source>Taking back: %1</source>
        <translation>Wird zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Doing again: %1</source>
        <translation>Wird wiederholt: %1</translation>
    </message>
</context>
<context>
    <name>ui::SlugEditor</name>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Change the address; links to the post will break</source>
        <translation>Die Adresse ändern; Verweise auf den Beitrag gehen dann ins Leere</translation>
    </message>
    <message>
        <source>Unlock the address; links to the post will break</source>
        <translation>Die Adresse entsperren; Verweise auf den Beitrag gehen dann ins Leere</translation>
    </message>
</context>
<context>
    <name>ui::Sql</name>
    <message>
        <source>The file of this migration is missing: what it runs is not known.</source>
        <translation>Die Datei dieser Migration fehlt: Was sie ausführt, ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>ui::SqlFolderBar</name>
    <message>
        <source>Folder with migrations in SQL</source>
        <translation>Ordner mit Migrationen in SQL</translation>
    </message>
    <message numerus="yes">
        <source>Also %n migration(s) in SQL from %1</source>
        <translation>
            <numerusform>Auch %n Migration in SQL aus %1</numerusform>
            <numerusform>Auch %n Migrationen in SQL aus %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Migrations in files of SQL can stand beside those of the program.</source>
        <translation>Neben den Migrationen des Programms können welche in SQL-Dateien stehen.</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Anderer Ordner …</translation>
    </message>
    <message>
        <source>Folder of SQL files…</source>
        <translation>Ordner mit SQL-Dateien …</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Leave the folder of SQL files out</source>
        <translation>Den Ordner mit SQL-Dateien weglassen</translation>
    </message>
    <message numerus="yes">
        <source>And %n more file(s).</source>
        <translation>
            <numerusform>Und %n weitere Datei.</numerusform>
            <numerusform>Und %n weitere Dateien.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusBar</name>
    <message>
        <source>Times are shown in this zone</source>
        <translation>Zeiten werden in dieser Zone gezeigt</translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <translation>%1 (nur lesen)</translation>
    </message>
</context>
<context>
    <name>ui::TagEditor</name>
    <message>
        <source>add a tag, then comma or Enter</source>
        <translation>ein Schlagwort, dann Komma oder Eingabe</translation>
    </message>
    <message>
        <source>Remove this tag</source>
        <translation>Dieses Schlagwort entfernen</translation>
    </message>
    <message>
        <source>Remove the tag %1</source>
        <translation>Das Schlagwort %1 entfernen</translation>
    </message>
</context>
<context>
    <name>ui::UserForm</name>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Only active users can sign in.</source>
        <translation>Nur aktive Benutzer können sich anmelden.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Repeat it</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Leave it empty to keep the present one.</source>
        <translation>Leer lassen, um das jetzige zu behalten.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Bio</source>
        <translation>Über sich</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Neuer Benutzer</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s)</source>
        <translation>
            <numerusform>%Ln Beitrag</numerusform>
            <numerusform>%Ln Beiträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln Kommentar</numerusform>
            <numerusform>%Ln Kommentare</numerusform>
        </translation>
    </message>
    <message>
        <source>Joined %1, changed %2</source>
        <translation>Dabei seit %1, geändert %2</translation>
    </message>
</context>
<context>
    <name>ui::UserOperations</name>
    <message>
        <source>Create user %1</source>
        <translation>Benutzer %1 anlegen</translation>
    </message>
    <message>
        <source>Edit user %1</source>
        <translation>Benutzer %1 bearbeiten</translation>
    </message>
    <message>
        <source>Saved user %1.</source>
        <translation>Benutzer %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>Changing the user</source>
        <translation>Benutzer wird geändert</translation>
    </message>
</context>
<context>
    <name>ui::UsersPage</name>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Dabei seit</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Neuer Benutzer</translation>
    </message>
    <message>
        <source>No users here yet.</source>
        <translation>Hier gibt es noch keine Benutzer.</translation>
    </message>
    <message>
        <source>No users match.</source>
        <translation>Kein Benutzer passt.</translation>
    </message>
    <message>
        <source>Search username and email</source>
        <translation>Benutzername und E-Mail durchsuchen</translation>
    </message>
    <message>
        <source>Reading users</source>
        <translation>Benutzer werden gelesen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>Joined from %1</source>
        <translation>Dabei ab %1</translation>
    </message>
    <message>
        <source>Joined before %1</source>
        <translation>Dabei vor %1</translation>
    </message>
    <message>
        <source>Their &amp;posts</source>
        <translation>&amp;Beiträge dieses Benutzers</translation>
    </message>
    <message>
        <source>Their &amp;comments</source>
        <translation>&amp;Kommentare dieses Benutzers</translation>
    </message>
    <message>
        <source>&amp;Activate</source>
        <translation>&amp;Aktivieren</translation>
    </message>
    <message>
        <source>&amp;Deactivate</source>
        <translation>&amp;Deaktivieren</translation>
    </message>
</context>
<context>
    <name>ui::WelcomePage</name>
    <message>
        <source>This database is empty.</source>
        <translation>Diese Datenbank ist leer.</translation>
    </message>
    <message>
        <source>Look around in a sample community, or bring in a real one from a console:
quectoctl import stackexchange FOLDER --database %1
Then press F5.</source>
        <translation>Sehen Sie sich in einer Beispielgemeinschaft um, oder holen Sie eine echte von einer Konsole herein:
quectoctl import stackexchange ORDNER --database %1
Drücken Sie danach F5.</translation>
    </message>
    <message>
        <source>Fill with a sample community</source>
        <translation>Mit einer Beispielgemeinschaft füllen</translation>
    </message>
    <message>
        <source>Create the first user</source>
        <translation>Den ersten Benutzer anlegen</translation>
    </message>
    <message>
        <source>Making a sample community</source>
        <translation>Eine Beispielgemeinschaft entsteht</translation>
    </message>
</context>
<context>
    <name>ui::WindowActions</name>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>&amp;New database…</source>
        <translation>&amp;Neue Datenbank …</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;New entry</source>
        <translation>&amp;Neuer Eintrag</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>&amp;Normale Schriftgröße</translation>
    </message>
    <message>
        <source>Show or hide the na&amp;vigator</source>
        <translation>Na&amp;vigator zeigen oder verbergen</translation>
    </message>
    <message>
        <source>To the next &amp;area</source>
        <translation>Zum &amp;nächsten Bereich</translation>
    </message>
    <message>
        <source>To the &amp;previous area</source>
        <translation>Zum v&amp;origen Bereich</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Quecto</source>
        <translation>&amp;Über Quecto</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Mark as &amp;production</source>
        <translation>Als &amp;Produktion markieren</translation>
    </message>
</context>
</TS>
