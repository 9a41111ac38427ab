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
    <name>ui::Navigator</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
