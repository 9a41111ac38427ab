// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/reason.h"
#include "tests/support/shop.h"
#include "tests/support/statement_count.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::from;
using shop::Customer;
using shop::Label;
using shop::Order;

/// Upserts, locks, stale rows, bulk inserts and nested transactions.
class tst_RepoWrites : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void aRowThatIsThereIsLeftAlone();
    void aRowThatIsThereTakesOverFields();
    void aRowThatIsThereTakesOverAllButSomeFields();
    void aRowThatIsThereIsCountedUp();
    void aConflictWithoutARuleIsAnError();
    void manyRowsFollowTheRule();
    void manyRowsComeBackAsTheyAreStored();
    void rowsMayHaveDifferentColumns();
    void aNewRowTakesNoExpressions();
    void rowsThatAreLeftAloneAreNotCounted();
    void moreRowsThanOneStatementTakes();
    void noRowsAreNoStatement();
    void theSecondWriterOfALockedRowIsStale();
    void aLockStartsAgainAtItsEnd();
    void aLockWithoutAValueIsOpen();
    void anUpsertMustSayWhichRowItChanges();
    void aRowWithoutAKeyIsNeitherChangedNorRemoved();
    void aStaleRowIsAnErrorOnAField();
    void aStaleRowMayBeAllowed();
    void anUpdateCanBeForced();
    void aChangesetForSomethingElseIsRefused();
    void insertOrUpdateLooksAtTheKey();
    void aRowIsReadAgain();
    void preparationsRunInsideTheTransaction();
    void aFailingPreparationTakesEverythingBack();
    void aTakenValueIsFoundBeforeItIsWritten();
    void aSavepointIsRolledBackAlone();
    void aRollbackCannotBeIgnored();
    void theWorkOfACheckoutGetsTheRepo();

private:
    db::Repo &repo() { return m_db->repo; }
    Customer insertCustomer(const QString &name, const QString &city, std::optional<qint64> version = {});

    std::optional<TestDatabase> m_db;
};

void tst_RepoWrites::init()
{
    m_db.emplace(TestDatabase::empty());
    m_db->migrate(shop::migrations());
}

Customer tst_RepoWrites::insertCustomer(const QString &name, const QString &city, std::optional<qint64> version)
{
    const auto customer = repo().insert(Customer{.name = name, .city = city, .version = version});
    if (!customer)
        qFatal("%s", reason(customer).constData());
    return *customer;
}

void tst_RepoWrites::aRowThatIsThereIsLeftAlone()
{
    const Label stored = *repo().insert(Label{.name = u"gift"_s});
    const auto again = repo().insert(Label{.name = u"gift"_s}, {.onConflict = db::OnConflict<Label>::nothing()});
    QVERIFY2(again, reason(again).constData());
    QVERIFY(again->id.isNull());
    QVERIFY(repo().reload(stored)->has_value());
    QCOMPARE(repo().count(from<Label>()).value_or(-1), qint64(1));
    const auto other = repo().insert(Label{.name = u"urgent"_s}, {.onConflict = db::OnConflict<Label>::nothing(), .conflictTarget = {&Label::name}});
    QVERIFY2(other, reason(other).constData());
    QVERIFY(!other->id.isNull());
}

void tst_RepoWrites::aRowThatIsThereTakesOverFields()
{
    const Customer ada = insertCustomer(u"Ada"_s, u"London"_s, 1);
    const auto upserted = repo().insert(Customer{.name = u"Ada"_s, .city = u"London"_s, .version = 7},
                                        {.onConflict = db::OnConflict<Customer>::replace({&Customer::version}),
                                         .conflictTarget = {&Customer::name, &Customer::city}});
    QVERIFY2(upserted, reason(upserted).constData());
    QCOMPARE(upserted->id, ada.id);
    QCOMPARE(repo().fetch(ada.id)->version, std::optional<qint64>(7));
    QCOMPARE(repo().count(from<Customer>()).value_or(-1), qint64(1));
}

void tst_RepoWrites::aRowThatIsThereTakesOverAllButSomeFields()
{
    const Customer ada = insertCustomer(u"Ada"_s, u"London"_s, 1);
    const Customer newer{.name = u"Ada"_s, .city = u"London"_s, .version = 9};
    const auto kept = repo().insert(newer, {.onConflict = db::OnConflict<Customer>::replaceAllExcept({&Customer::id, &Customer::version}), .conflictTarget = {&Customer::name, &Customer::city}});
    QVERIFY2(kept, reason(kept).constData());
    QCOMPARE(repo().fetch(ada.id)->version, std::optional<qint64>(1));
    Customer whole = newer;
    whole.id.value = 4000;
    const auto replaced = repo().insert(whole, {.onConflict = db::OnConflict<Customer>::replaceAll(), .conflictTarget = {&Customer::name, &Customer::city}});
    QVERIFY2(replaced, reason(replaced).constData());
    QCOMPARE(repo().fetch(db::Id<Customer>{4000})->version, std::optional<qint64>(9));
    QCOMPARE(repo().count(from<Customer>()).value_or(-1), qint64(1));
}

void tst_RepoWrites::aRowThatIsThereIsCountedUp()
{
    const Customer ada = insertCustomer(u"Ada"_s, u"London"_s, 1);
    for (int visit = 0; visit < 2; ++visit) {
        const auto visited = repo().insert(Customer{.name = u"Ada"_s, .city = u"London"_s},
                                           {.onConflict = db::OnConflict<Customer>::update({db::inc(&Customer::version, 10)}),
                                            .conflictTarget = {&Customer::name, &Customer::city}});
        QVERIFY2(visited, reason(visited).constData());
    }
    QCOMPARE(repo().fetch(ada.id)->version, std::optional<qint64>(21));
}

void tst_RepoWrites::aConflictWithoutARuleIsAnError()
{
    QVERIFY(repo().insert(Label{.name = u"gift"_s}));
    QCOMPARE(repo().insert(Label{.name = u"gift"_s}).error().kind, db::Error::Kind::Unique);
    QCOMPARE(repo().insertAll(QList<Label>{{.name = u"gift"_s}}, {}).error().kind, db::Error::Kind::Unique);
}

void tst_RepoWrites::manyRowsFollowTheRule()
{
    insertCustomer(u"Ada"_s, u"London"_s, 1);
    const QList<Customer> rows{{.name = u"Ada"_s, .city = u"London"_s, .version = 2}, {.name = u"Bob"_s, .city = u"Bonn"_s, .version = 3}};
    const auto written = repo().insertAll(rows, {.onConflict = db::OnConflict<Customer>::replace({&Customer::version}), .conflictTarget = {&Customer::name, &Customer::city}});
    QVERIFY2(written, reason(written).constData());
    QCOMPARE(*written, 2);
    const auto versions = repo().all(from<Customer>().orderBy({db::asc(&Customer::name)}));
    QCOMPARE(versions->at(0).version, std::optional<qint64>(2));
    QCOMPARE(versions->at(1).version, std::optional<qint64>(3));
}

void tst_RepoWrites::manyRowsComeBackAsTheyAreStored()
{
    const auto stored = repo().insertAllReturning(QList<Label>{{.name = u"a"_s}, {.name = u"b"_s}});
    QVERIFY2(stored, reason(stored).constData());
    QCOMPARE(stored->size(), 2);
    QCOMPARE(stored->at(1).name, u"b"_s);
    QVERIFY(!stored->at(1).id.isNull() && stored->at(0).id != stored->at(1).id);
}

void tst_RepoWrites::aNewRowTakesNoExpressions()
{
    const auto written = repo().insertAllValues<Customer>({{db::set(&Customer::name, db::col(&Customer::city))}});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, db::Error::Kind::Refused);
    QCOMPARE(written.error().subject, u"name"_s);
    QCOMPARE(repo().count(from<Customer>()).value_or(-1), qint64(0));
}

void tst_RepoWrites::rowsMayHaveDifferentColumns()
{
    const auto written = repo().insertAllValues<Customer>({{db::set(&Customer::name, u"Ada"_s)},
                                                           {db::set(&Customer::city, u"Bonn"_s), db::set(&Customer::name, u"Bob"_s)},
                                                           {db::set(&Customer::name, u"Cy"_s), db::set(&Customer::version, 4)}});
    QVERIFY2(written, reason(written).constData());
    QCOMPARE(*written, 3);
    const auto customers = repo().all(from<Customer>().orderBy({db::asc(&Customer::name)}));
    QCOMPARE(customers->at(1).city, u"Bonn"_s);
    QVERIFY(!customers->at(1).version);
    QCOMPARE(customers->at(2).version, std::optional<qint64>(4));
}

void tst_RepoWrites::rowsThatAreLeftAloneAreNotCounted()
{
    QVERIFY(repo().insert(Label{.name = u"gift"_s}));
    QVERIFY(repo().insert(Label{.name = u"urgent"_s}));
    const db::InsertOptions<Label> options{.onConflict = db::OnConflict<Label>::nothing(), .conflictTarget = {&Label::name}};
    const QList<Label> labels{{.name = u"gift"_s}, {.name = u"late"_s}, {.name = u"urgent"_s}, {.name = u"late"_s}, {.name = u"early"_s}};
    const auto returned = repo().insertAllReturning(labels, options);
    QVERIFY2(returned, reason(returned).constData());
    QCOMPARE(returned->size(), 2);
    QCOMPARE(returned->at(0).name, u"late"_s);
    QCOMPARE(returned->at(1).name, u"early"_s);
    QCOMPARE(repo().insertAll(labels, options).value_or(-1), qint64(0));
    QCOMPARE(repo().insertAll(QList<Label>{{.name = u"new"_s}, {.name = u"gift"_s}}, options).value_or(-1), qint64(1));
    QVERIFY(!repo().insert(Label{.name = u"newer"_s}, options)->id.isNull());
}

void tst_RepoWrites::moreRowsThanOneStatementTakes()
{
    QList<Label> labels;
    for (int i = 0; i < 70'000; ++i)
        labels.append({.name = u"label "_s + QString::number(i)});
    const auto written = repo().insertAll(labels, {.onConflict = db::OnConflict<Label>::nothing()});
    QVERIFY2(written, reason(written).constData());
    QCOMPARE(*written, 70'000);
    QCOMPARE(repo().count(from<Label>()).value_or(-1), qint64(70'000));
}

void tst_RepoWrites::noRowsAreNoStatement()
{
    QCOMPARE(repo().insertAll(QList<Label>{}, {}).value_or(-1), qint64(0));
    QCOMPARE(repo().insertAllReturning(QList<Label>{})->size(), 0);
}

void tst_RepoWrites::theSecondWriterOfALockedRowIsStale()
{
    const Customer ada = insertCustomer(u"Ada"_s, u"London"_s, 1);
    const auto first = repo().update(db::change(ada).put(&Customer::city, u"Paris"_s).optimisticLock(&Customer::version));
    QVERIFY2(first, reason(first).constData());
    QCOMPARE(first->version, std::optional<qint64>(2));
    const auto second = repo().update(db::change(ada).put(&Customer::city, u"Rome"_s).optimisticLock(&Customer::version));
    QCOMPARE(second.error().kind, db::Error::Kind::Stale);
    QCOMPARE(repo().remove(db::change(ada).optimisticLock(&Customer::version)).error().kind, db::Error::Kind::Stale);
    QCOMPARE(repo().fetch(ada.id)->city, u"Paris"_s);
    QVERIFY(repo().remove(db::change(*first).optimisticLock(&Customer::version)));
}

void tst_RepoWrites::aLockStartsAgainAtItsEnd()
{
    const Customer ada = insertCustomer(u"Ada"_s, u"London"_s, 2'147'483'647);
    QCOMPARE(repo().update(db::change(ada).put(&Customer::city, u"Paris"_s).optimisticLock(&Customer::version))->version, std::optional<qint64>(1));
    const auto doubled = repo().update(db::change(*repo().fetch(ada.id)).put(&Customer::city, u"Rome"_s).optimisticLock(&Customer::version, [](std::optional<qint64> version) {
        return std::optional<qint64>(version.value_or(0) + 100);
    }));
    QCOMPARE(doubled->version, std::optional<qint64>(101));
}

void tst_RepoWrites::aLockWithoutAValueIsOpen()
{
    const Customer ada = insertCustomer(u"Ada"_s, u"London"_s);
    QVERIFY(repo().update(db::change(ada).put(&Customer::city, u"Paris"_s).optimisticLock(&Customer::version)));
    QVERIFY(repo().update(db::change(ada).put(&Customer::city, u"Rome"_s).optimisticLock(&Customer::version)));
}

void tst_RepoWrites::anUpsertMustSayWhichRowItChanges()
{
    const Label gift{.name = u"gift"_s};
    const auto replaced = repo().insert(gift, {.onConflict = db::OnConflict<Label>::replaceAll()});
    QVERIFY(!replaced);
    QCOMPARE(replaced.error().kind, db::Error::Kind::Refused);
    QVERIFY2(replaced.error().message.contains(u"conflictTarget"), reason(replaced).constData());
    const auto all = repo().insertAll<Label>({gift}, {.onConflict = db::OnConflict<Label>::update({db::set(&Label::name, u"other"_s)})});
    QVERIFY(!all);
    QCOMPARE(all.error().kind, db::Error::Kind::Refused);
}

void tst_RepoWrites::aRowWithoutAKeyIsNeitherChangedNorRemoved()
{
    const Label gift{.name = u"gift"_s};
    const auto updated = repo().update(db::change(gift).put(&Label::name, u"present"_s), {.allowStale = true});
    QVERIFY(!updated);
    QCOMPARE(updated.error().kind, db::Error::Kind::Refused);
    QVERIFY2(updated.error().message.contains(u"has no key yet"), reason(updated).constData());
    QCOMPARE(repo().remove(gift).error().kind, db::Error::Kind::Refused);
}

void tst_RepoWrites::aStaleRowIsAnErrorOnAField()
{
    const Customer ada = insertCustomer(u"Ada"_s, u"London"_s);
    QVERIFY(repo().remove(ada));
    const auto refused = repo().update(db::change(ada).put(&Customer::city, u"Paris"_s), {.staleErrorField = &Customer::name});
    QCOMPARE(refused.error().changeset->errorsOn(u"name"), QStringList{u"is stale"_s});
    QCOMPARE(refused.error().changeset->errors().first().options, (QVariantMap{{u"stale"_s, true}}));
    const auto overtaken = repo().update(db::change(ada).put(&Customer::city, u"Paris"_s).checkUnchanged(), {.staleErrorField = &Customer::name});
    QVERIFY(!overtaken);
    QCOMPARE(overtaken.error().changeset->errorsOn(u"name"), QStringList{u"is stale"_s});
}

void tst_RepoWrites::aStaleRowMayBeAllowed()
{
    const Customer ada = insertCustomer(u"Ada"_s, u"London"_s);
    QVERIFY(repo().remove(ada));
    QCOMPARE(repo().remove(ada).error().kind, db::Error::Kind::Stale);
    QVERIFY(repo().remove(ada, {.allowStale = true}));
    QVERIFY(repo().update(db::change(ada).put(&Customer::city, u"Paris"_s), {.allowStale = true}));
    QVERIFY(repo().update(db::change(ada).put(&Customer::city, u"Paris"_s).checkUnchanged(), {.allowStale = true}));
    QVERIFY(repo().remove(db::change(ada).checkUnchanged(), {.allowStale = true}));
}

void tst_RepoWrites::anUpdateCanBeForced()
{
    const Customer ada = insertCustomer(u"Ada"_s, u"London"_s);
    m_db->execute(u"UPDATE customers SET city = 'Paris'"_s);
    QVERIFY(repo().update(db::change(ada).put(&Customer::city, u"London"_s)));
    QCOMPARE(repo().fetch(ada.id)->city, u"Paris"_s);
    QVERIFY(repo().update(db::change(ada).force(&Customer::city, u"London"_s)));
    QCOMPARE(repo().fetch(ada.id)->city, u"London"_s);
}

void tst_RepoWrites::aChangesetForSomethingElseIsRefused()
{
    const auto insertion = db::change(Label{.name = u"a"_s}).action(db::ChangesetCore::Action::Insert);
    QCOMPARE(repo().update(insertion).error().kind, db::Error::Kind::Refused);
    QVERIFY(repo().insert(insertion));
}

void tst_RepoWrites::insertOrUpdateLooksAtTheKey()
{
    const auto inserted = repo().insertOrUpdate(db::change(Label{.name = u"a"_s}));
    QVERIFY2(inserted, reason(inserted).constData());
    QVERIFY(repo().insertOrUpdate(db::change(*inserted).put(&Label::name, u"b"_s)));
    QCOMPARE(repo().fetch(inserted->id)->name, u"b"_s);
    QCOMPARE(repo().count(from<Label>()).value_or(-1), qint64(1));
}

void tst_RepoWrites::aRowIsReadAgain()
{
    const Customer ada = insertCustomer(u"Ada"_s, u"London"_s);
    m_db->execute(u"UPDATE customers SET city = 'Paris'"_s);
    QCOMPARE(repo().reload(ada)->value_or(Customer{}).city, u"Paris"_s);
    QVERIFY(repo().remove(ada));
    QVERIFY(!repo().reload(ada)->has_value());
}

void tst_RepoWrites::preparationsRunInsideTheTransaction()
{
    QStringList ran;
    const auto numbered = db::change(Order{}).prepareChanges([&](db::Repo &repo, const db::Changeset<Order> &changeset) -> db::Result<db::Changeset<Order>> {
        ran.append(repo.isInTransaction() ? u"inside"_s : u"outside"_s);
        const auto orders = repo.count(from<Order>());
        if (!orders)
            return db::Failure(orders.error());
        return changeset.put(&Order::number, u"No. "_s + QString::number(*orders + 1));
    });
    QVERIFY(!repo().insert(numbered.validateLength(&Order::number, {.min = 1}).addError(&Order::number, "is wrong")));
    QVERIFY(ran.isEmpty());
    const auto order = repo().insert(numbered);
    QVERIFY2(order, reason(order).constData());
    QCOMPARE(order->number, u"No. 1"_s);
    QCOMPARE(repo().fetch(order->id)->number, u"No. 1"_s);
    QCOMPARE(ran, QStringList{u"inside"_s});
}

void tst_RepoWrites::aFailingPreparationTakesEverythingBack()
{
    const auto failing = db::change(Order{.number = u"A"_s}).prepareChanges([](db::Repo &repo, const db::Changeset<Order> &) -> db::Result<db::Changeset<Order>> {
        if (const auto label = repo.insert(Label{.name = u"made on the way"_s}); !label)
            return db::Failure(label.error());
        return db::Failure(db::Error::refused(u"not today"_s));
    });
    QCOMPARE(repo().insert(failing).error().message, u"not today"_s);
    QCOMPARE(repo().count(from<Label>()).value_or(-1), qint64(0));
}

void tst_RepoWrites::aTakenValueIsFoundBeforeItIsWritten()
{
    const Customer ada = insertCustomer(u"Ada"_s, u"London"_s);
    const auto checked = [&](const db::Changeset<Customer> &changeset) {
        return changeset.unsafeValidateUnique({&Customer::name, &Customer::city}, repo());
    };
    const auto twin = checked(db::change(Customer{}).put(&Customer::name, u"Ada"_s).put(&Customer::city, u"London"_s));
    QCOMPARE(twin.errorsOn(&Customer::name), QStringList{u"has already been taken"_s});
    QCOMPARE(twin.core().errors().first().options,
             (QVariantMap{{u"validation"_s, u"unsafe_unique"_s}, {u"fields"_s, QStringList{u"name"_s, u"city"_s}}}));
    QVERIFY(checked(db::change(Customer{}).put(&Customer::name, u"Ada"_s).put(&Customer::city, u"Paris"_s)).isValid());
    QVERIFY(checked(db::change(ada).force(&Customer::city, u"London"_s)).isValid());
    const StatementCount count;
    QVERIFY(checked(db::change(ada)).isValid());
    QCOMPARE(count.value(), 0);
}

void tst_RepoWrites::aSavepointIsRolledBackAlone()
{
    const auto done = repo().transaction([&]() -> db::Result<int> {
        if (const auto kept = repo().insert(Label{.name = u"kept"_s}); !kept)
            return db::Failure(kept.error());
        const auto inner = repo().transaction(db::Nested::Savepoint, [&]() -> db::Result<Label> {
            if (const auto lost = repo().insert(Label{.name = u"lost"_s}); !lost)
                return lost;
            return repo().insert(Label{.name = u"kept"_s});
        });
        return inner ? 0 : 1;
    });
    QVERIFY2(done, reason(done).constData());
    QCOMPARE(*done, 1);
    const auto labels = repo().all(from<Label>());
    QCOMPARE(labels->size(), 1);
    QCOMPARE(labels->first().name, u"kept"_s);
}

void tst_RepoWrites::aRollbackCannotBeIgnored()
{
    const auto done = repo().transaction([&]() -> db::Result<int> {
        const auto inner = [&]() -> db::Result<Label> {
            if (const auto label = repo().insert(Label{.name = u"lost"_s}); !label)
                return label;
            return repo().rollback(db::Error::refused(u"enough"_s));
        };
        return inner() ? 0 : 1;
    });
    QCOMPARE(done.error().kind, db::Error::Kind::Refused);
    QCOMPARE(repo().count(from<Label>()).value_or(-1), qint64(0));
}

void tst_RepoWrites::theWorkOfACheckoutGetsTheRepo()
{
    QCOMPARE(repo().checkout([](db::Repo &one) { return one.count(from<Label>()); }).value_or(-1), qint64(0));
}

QTEST_GUILESS_MAIN(tst_RepoWrites)
#include "tst_repo_writes.moc"
