<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>db</name>
    <message numerus="yes">
        <source>should be at most %{count} byte(s)</source>
        <translation>
            <numerusform>should be at most %{count} byte</numerusform>
            <numerusform>should be at most %{count} bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should be %{count} character(s)</source>
        <translation>
            <numerusform>should be %{count} character</numerusform>
            <numerusform>should be %{count} characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should be at least %{count} character(s)</source>
        <translation>
            <numerusform>should be at least %{count} character</numerusform>
            <numerusform>should be at least %{count} characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should be at most %{count} character(s)</source>
        <translation>
            <numerusform>should be at most %{count} character</numerusform>
            <numerusform>should be at most %{count} characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should be %{count} byte(s)</source>
        <translation>
            <numerusform>should be %{count} byte</numerusform>
            <numerusform>should be %{count} bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should be at least %{count} byte(s)</source>
        <translation>
            <numerusform>should be at least %{count} byte</numerusform>
            <numerusform>should be at least %{count} bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should have %{count} item(s)</source>
        <translation>
            <numerusform>should have %{count} item</numerusform>
            <numerusform>should have %{count} items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should have at least %{count} item(s)</source>
        <translation>
            <numerusform>should have at least %{count} item</numerusform>
            <numerusform>should have at least %{count} items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>should have at most %{count} item(s)</source>
        <translation>
            <numerusform>should have at most %{count} item</numerusform>
            <numerusform>should have at most %{count} items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BusyIndicator</name>
    <message numerus="yes">
        <source>%1 (%n s)</source>
        <translation>
            <numerusform>%1 (%n s)</numerusform>
            <numerusform>%1 (%n s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CommentOperations</name>
    <message numerus="yes">
        <source>%Ln comment(s) are pending again.</source>
        <translation>
            <numerusform>%Ln comment is pending again.</numerusform>
            <numerusform>%Ln comments are pending again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s) are approved.</source>
        <translation>
            <numerusform>%Ln comment is approved.</numerusform>
            <numerusform>%Ln comments are approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s) are rejected.</source>
        <translation>
            <numerusform>%Ln comment is rejected.</numerusform>
            <numerusform>%Ln comments are rejected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s) are marked as spam.</source>
        <translation>
            <numerusform>%Ln comment is marked as spam.</numerusform>
            <numerusform>%Ln comments are marked as spam.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CommentPane</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CommentState</name>
    <message numerus="yes">
        <source>Put %Ln comment(s) back to pending</source>
        <translation>
            <numerusform>Put %Ln comment back to pending</numerusform>
            <numerusform>Put %Ln comments back to pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %Ln comment(s)</source>
        <translation>
            <numerusform>Approve %Ln comment</numerusform>
            <numerusform>Approve %Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %Ln comment(s)</source>
        <translation>
            <numerusform>Reject %Ln comment</numerusform>
            <numerusform>Reject %Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln comment(s) as spam</source>
        <translation>
            <numerusform>Mark %Ln comment as spam</numerusform>
            <numerusform>Mark %Ln comments as spam</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DriftView</name>
    <message numerus="yes">
        <source>The database differs in %n place(s) from what the program takes it for.</source>
        <translation>
            <numerusform>The database differs in %n place from what the program takes it for.</numerusform>
            <numerusform>The database differs in %n places from what the program takes it for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %n more table(s) or column(s), which does no harm.</source>
        <translation>
            <numerusform>It has %n more table or column, which does no harm.</numerusform>
            <numerusform>It has %n more tables or columns, which does no harm.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DryRunView</name>
    <message numerus="yes">
        <source>The table %1 would be lost, with %n row(s).</source>
        <translation>
            <numerusform>The table %1 would be lost, with %n row.</numerusform>
            <numerusform>The table %1 would be lost, with %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The column %1 of the table %2 would be lost, with %n value(s).</source>
        <translation>
            <numerusform>The column %1 of the table %2 would be lost, with %n value.</numerusform>
            <numerusform>The column %1 of the table %2 would be lost, with %n values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The column %1 of the table %2, with %n value(s), would get a type that may not hold them all.</source>
        <translation>
            <numerusform>The column %1 of the table %2, with %n value, would get a type that may not hold it.</numerusform>
            <numerusform>The column %1 of the table %2, with %n values, would get a type that may not hold them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the table %1 would be deleted.</source>
        <translation>
            <numerusform>%n row of the table %1 would be deleted.</numerusform>
            <numerusform>%n rows of the table %1 would be deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ErrorSummary</name>
    <message numerus="yes">
        <source>%n field(s) need attention: %1</source>
        <translation>
            <numerusform>%n field needs attention: %1</numerusform>
            <numerusform>%n fields need attention: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FieldRow</name>
    <message numerus="yes">
        <source>%n more needed</source>
        <translation>
            <numerusform>%n more needed</numerusform>
            <numerusform>%n more needed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Format</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ListPage</name>
    <message numerus="yes">
        <source>There are too many rows to select them all; %Ln of them are selected. Search or filter first.</source>
        <translation>
            <numerusform>There are too many rows to select them all; %Ln of them is selected. Search or filter first.</numerusform>
            <numerusform>There are too many rows to select them all; %Ln of them are selected. Search or filter first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>%n migration(s) are pending.</source>
        <translation>
            <numerusform>%n migration is pending.</numerusform>
            <numerusform>%n migrations are pending.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MigrationQuestion</name>
    <message numerus="yes">
        <source>And %n more like these.</source>
        <translation>
            <numerusform>And %n more like these.</numerusform>
            <numerusform>And %n more like these.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n migration(s)? Their statements are shown below.</source>
        <translation>
            <numerusform>Run %n migration? Its statements are shown below.</numerusform>
            <numerusform>Run %n migrations? Their statements are shown below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Roll back %n migration(s), down to and including %1?</source>
        <translation>
            <numerusform>Roll back %n migration, down to and including %1?</numerusform>
            <numerusform>Roll back %n migrations, down to and including %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MigrationsPage</name>
    <message numerus="yes">
        <source>%n migration(s) are pending.</source>
        <translation>
            <numerusform>%n migration is pending.</numerusform>
            <numerusform>%n migrations are pending.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Moderation</name>
    <message numerus="yes">
        <source>%n comment(s) back to pending.</source>
        <translation>
            <numerusform>%n comment back to pending.</numerusform>
            <numerusform>%n comments back to pending.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) approved.</source>
        <translation>
            <numerusform>%n comment approved.</numerusform>
            <numerusform>%n comments approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) rejected.</source>
        <translation>
            <numerusform>%n comment rejected.</numerusform>
            <numerusform>%n comments rejected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) marked as spam.</source>
        <translation>
            <numerusform>%n comment marked as spam.</numerusform>
            <numerusform>%n comments marked as spam.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left.</source>
        <translation>
            <numerusform>%n left.</numerusform>
            <numerusform>%n left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approved</source>
        <translation>
            <numerusform>%n approved</numerusform>
            <numerusform>%n approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spam</source>
        <translation>
            <numerusform>%n spam</numerusform>
            <numerusform>%n spam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ModerationPage</name>
    <message numerus="yes">
        <source>%n comment(s) could not be decided about.</source>
        <translation>
            <numerusform>%n comment could not be decided about.</numerusform>
            <numerusform>%n comments could not be decided about.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: somebody else was faster</source>
        <translation>
            <numerusform>%n skipped: somebody else was faster</numerusform>
            <numerusform>%n skipped: somebody else was faster</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Navigator</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PostForm</name>
    <message numerus="yes">
        <source>%Ln view(s)</source>
        <translation>
            <numerusform>%Ln view</numerusform>
            <numerusform>%Ln views</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PostOperations</name>
    <message numerus="yes">
        <source>Publish %Ln post(s)</source>
        <translation>
            <numerusform>Publish %Ln post</numerusform>
            <numerusform>Publish %Ln posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unpublish %Ln post(s)</source>
        <translation>
            <numerusform>Unpublish %Ln post</numerusform>
            <numerusform>Unpublish %Ln posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln post(s) to the trash</source>
        <translation>
            <numerusform>Move %Ln post to the trash</numerusform>
            <numerusform>Move %Ln posts to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln post(s)</source>
        <translation>
            <numerusform>Restore %Ln post</numerusform>
            <numerusform>Restore %Ln posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) are published.</source>
        <translation>
            <numerusform>%Ln post is published.</numerusform>
            <numerusform>%Ln posts are published.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) are drafts again.</source>
        <translation>
            <numerusform>%Ln post is a draft again.</numerusform>
            <numerusform>%Ln posts are drafts again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) are in the trash.</source>
        <translation>
            <numerusform>%Ln post is in the trash.</numerusform>
            <numerusform>%Ln posts are in the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) are out of the trash.</source>
        <translation>
            <numerusform>%Ln post is out of the trash.</numerusform>
            <numerusform>%Ln posts are out of the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunReport</name>
    <message numerus="yes">
        <source>%n migration(s) applied.</source>
        <translation>
            <numerusform>%n migration applied.</numerusform>
            <numerusform>%n migrations applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) rolled back.</source>
        <translation>
            <numerusform>%n migration rolled back.</numerusform>
            <numerusform>%n migrations rolled back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SelectionButton</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SqlFolderBar</name>
    <message numerus="yes">
        <source>Also %n migration(s) in SQL from %1</source>
        <translation>
            <numerusform>Also %n migration in SQL from %1</numerusform>
            <numerusform>Also %n migrations in SQL from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more file(s).</source>
        <translation>
            <numerusform>And %n more file.</numerusform>
            <numerusform>And %n more files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UserForm</name>
    <message numerus="yes">
        <source>%Ln post(s)</source>
        <translation>
            <numerusform>%Ln post</numerusform>
            <numerusform>%Ln posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
</context>
</TS>
