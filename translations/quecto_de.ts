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
    <name>ui::PasswordEditor</name>
    <message>
        <source>Show the password</source>
        <translation>Das Passwort zeigen</translation>
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
    <name>ui::ScopeTabs</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
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
</context>
</TS>
