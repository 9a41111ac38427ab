// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Rows of associations that are changed together with their owner. Rows are told apart by their primary key.

#include "core/toolkit/changeset_core.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Action = ChangesetCore::Action;
using Child = std::shared_ptr<const ChangesetCore>;

bool isGoing(const ChangesetCore &child)
{
    return child.action() == Action::Delete || child.action() == Action::Replace;
}

/// The rows of an index map, in the order of their numbers: what web forms send.
QVariantList rowsOf(const QVariantMap &map)
{
    QList<std::pair<QString, QVariant>> entries;
    for (auto entry = map.cbegin(); entry != map.cend(); ++entry)
        entries.append({entry.key(), entry.value()});
    const auto rank = [](const QString &key) {
        bool isNumber = false;
        const qlonglong number = key.toLongLong(&isNumber);
        return std::pair(!isNumber, number);
    };
    std::stable_sort(entries.begin(), entries.end(), [&](const auto &left, const auto &right) { return rank(left.first) < rank(right.first); });
    QVariantList rows;
    for (const auto &entry : std::as_const(entries))
        rows.append(entry.second);
    return rows;
}

/// The rows of a list or an index map, sorted and dropped as further parameters say.
QVariantList inputsOf(const QVariant &given, const QVariantList &sort, const QVariantList &drop)
{
    if (given.typeId() == QMetaType::QVariantList)
        return given.toList();
    QVariantMap left = given.toMap();
    for (const QVariant &index : drop)
        left.remove(index.toString());
    QVariantList rows;
    for (const QVariant &index : sort) {
        if (!drop.contains(index))
            rows.append(left.contains(index.toString()) ? left.take(index.toString()) : QVariantMap());
    }
    return rows + rowsOf(left);
}

} // namespace

/// Works out, row by row, what an association is to hold.
class AssociationChanges
{
public:
    AssociationChanges(ChangesetCore &owner, const Association &association)
        : m_owner(owner), m_association(association), m_key(association.related->schema().primaryKey())
    {
        m_change.association = &association;
        const void *holder = association.holder(owner.data());
        m_change.isLoaded = association.isLoaded(holder);
        m_current = association.rows(holder);
    }

    /// A row that was not loaded cannot be compared with what comes; of a new owner there is none.
    bool canStart()
    {
        const bool isNew = isNull(m_owner.schema().primaryKey().read(m_owner.data()));
        const QString table = m_owner.schema().table();
        if (m_association.isThrough()) {
            m_owner.refuse(Error::refused(u"%1 of %2 leads through others: those can be changed"_s.arg(m_association.name, table), m_association.name));
            return false;
        }
        if (m_change.isLoaded || isNew)
            return true;
        m_owner.refuse(Error::refused(u"%1 of %2 was not loaded before it was changed"_s.arg(m_association.name, table), m_association.name));
        return false;
    }

    void cast(const Params &params, const ChangesetCore::MakeChild &make, int position)
    {
        const QVariant key = m_key.cast(params.value(m_key.name)).value_or(QVariant());
        const bool isSameAnyway = m_association.isToOne() && m_association.onReplace == OnReplace::Update && !m_current.isEmpty();
        const void *row = isSameAnyway ? m_current.takeFirst() : take(key);
        const std::shared_ptr<void> fresh = row ? nullptr : m_association.related->make();
        ChangesetCore child = make(row ? row : fresh.get(), params, position);
        if (child.action() == Action::None)
            child.setAction(row ? Action::Update : Action::Insert);
        else if (!row && child.action() != Action::Insert)
            m_owner.refuse(Error::refused(u"A row of %1 that is not there cannot be changed or deleted"_s.arg(m_association.name), m_association.name));
        if (!isNull(key) && m_keys.contains(key))
            child.addError({m_key.name, QT_TRANSLATE_NOOP("db", "has already been taken")});
        m_keys.append(key);
        append(child, row != nullptr);
    }

    void put(ChangesetCore child)
    {
        const QVariant key = m_key.read(child.data());
        // A row that is named twice counts once.
        if (!isNull(key) && m_keys.contains(key))
            return;
        m_keys.append(key);
        const bool isHeld = take(key) != nullptr;
        if (child.action() == Action::None)
            child.setAction(isNull(key) ? Action::Insert : Action::Update);
        append(child, isHeld);
    }

    /// What is left of the present rows is replaced. False when the policy does not let it.
    bool replaceRest()
    {
        QList<Child> replaced;
        for (const void *row : std::as_const(m_current)) {
            m_isSame = false;
            ChangesetCore child(*m_association.related, m_association.related->copy(row));
            switch (m_association.onReplace) {
            case OnReplace::MarkAsInvalid:
                return false;
            case OnReplace::Raise:
            case OnReplace::Update: {
                const QString table = m_owner.schema().table();
                m_owner.refuse(Error::refused(u"A row of %1 of %2 would be given up; onReplace() must say what becomes of it"_s.arg(m_association.name, table),
                                              m_association.name));
                return true;
            }
            case OnReplace::Nilify:
                child.setAction(Action::Replace);
                break;
            case OnReplace::Delete:
            case OnReplace::DeleteIfExists:
                child.setAction(Action::Delete);
                break;
            }
            replaced.append(std::make_shared<const ChangesetCore>(child));
        }
        m_change.children = replaced + m_change.children;
        return true;
    }

    bool isSame() const { return m_isSame; }
    const AssociationChange &change() const { return m_change; }

private:
    /// Takes the row with that key out of the present ones; null when there is none.
    const void *take(const QVariant &key)
    {
        if (isNull(key))
            return nullptr;
        const auto found = std::find_if(m_current.begin(), m_current.end(),
                                        [&](const void *row) { return sameValue(m_key.type, m_key.read(row), key); });
        if (found == m_current.end())
            return nullptr;
        const void *row = *found;
        m_current.erase(found);
        return row;
    }

    void append(const ChangesetCore &child, bool isHeld)
    {
        m_isSame = m_isSame && isHeld && child.isValid() && !child.isChanged() && child.action() == Action::Update;
        m_change.children.append(std::make_shared<const ChangesetCore>(child));
    }

    ChangesetCore &m_owner;
    const Association &m_association;
    const Field &m_key;
    AssociationChange m_change;
    QList<const void *> m_current; ///< rows that nothing was said about yet
    QVariantList m_keys; ///< of the rows that came so far
    bool m_isSame = true;
};

QList<Child> AssociationChange::kept() const
{
    QList<Child> kept;
    std::copy_if(children.begin(), children.end(), std::back_inserter(kept), [](const Child &child) { return !isGoing(*child); });
    return kept;
}

void ChangesetCore::castAssociation(const Association &association, const MakeChild &make, const CastAssoc &options)
{
    if (options.isRequired)
        m_required.append(association.name);
    const auto refuseShape = [&] {
        complain(association.name, options.invalidMessage,
                 {{u"validation"_s, association.isEmbedded() ? u"embed"_s : u"assoc"_s}, {u"type"_s, association.isToOne() ? u"map"_s : u"array of maps"_s}});
    };
    const auto listParam = [&](const QString &name) { return name.isEmpty() ? QVariantList() : m_params.value(name).toList(); };
    const QVariantList sort = listParam(options.sortParam);
    const QVariantList drop = listParam(options.dropParam);
    if (m_params.contains(association.name) || (!association.isToOne() && !(sort.isEmpty() && drop.isEmpty()))) {
        const QVariant given = m_params.value(association.name);
        const bool isNothing = given.isNull() || (given.typeId() == QMetaType::QString && given.toString().isEmpty());
        AssociationChanges changes(*this, association);
        if (!changes.canStart())
            return;
        const bool isMapOrNothing = isNothing || given.typeId() == QMetaType::QVariantMap;
        if (!isMapOrNothing && (association.isToOne() || given.typeId() != QMetaType::QVariantList))
            return refuseShape();
        const QVariantList inputs = !association.isToOne() ? inputsOf(given, sort, drop)
            : isNothing                                    ? QVariantList()
                                                           : QVariantList{given};
        int position = 0;
        for (const QVariant &input : inputs) {
            if (input.typeId() != QMetaType::QVariantMap)
                return refuseShape();
            changes.cast(input.toMap(), make, position++);
        }
        if (!changes.replaceRest())
            return refuseShape();
        if (!changes.isSame())
            setAssociation(changes.change());
    }
    if (options.isRequired && isMissing(association.name))
        complain(association.name, options.requiredMessage, {{u"validation"_s, u"required"_s}});
}

void ChangesetCore::putAssociation(const Association &association, const QList<ChangesetCore> &rows)
{
    AssociationChanges changes(*this, association);
    if (!changes.canStart())
        return;
    for (const ChangesetCore &row : rows)
        changes.put(row);
    if (!changes.replaceRest()) {
        complain(association.name, QT_TRANSLATE_NOOP("db", "is invalid"),
                 {{u"validation"_s, association.isEmbedded() ? u"embed"_s : u"assoc"_s}, {u"type"_s, association.isToOne() ? u"map"_s : u"array of maps"_s}});
        return;
    }
    drop(association.name);
    // A new owner has loaded nothing: an empty list is then worth telling, so that the struct says so.
    if (!changes.isSame() || (rows.isEmpty() && !changes.change().isLoaded))
        setAssociation(changes.change());
}

void ChangesetCore::setAssociation(const AssociationChange &change)
{
    drop(change.association->name);
    m_associations.append(change);
    for (const Child &child : change.children)
        m_hasValidChildren = m_hasValidChildren && child->isValid();
}

void ChangesetCore::replaceChild(const Association &association, qsizetype index, const ChangesetCore &child)
{
    AssociationChange change = *findAssociation(association);
    change.children[index] = std::make_shared<const ChangesetCore>(child);
    setAssociation(change);
}

void ChangesetCore::applyTo(void *object) const
{
    for (const Change &change : m_changes)
        change.field->write(object, change.value);
    for (const AssociationChange &change : m_associations) {
        const Association &association = *change.association;
        const std::shared_ptr<void> list = association.related->makeList();
        QList<qsizetype> indexes;
        for (const Child &child : change.kept()) {
            void *row = association.related->append(list.get());
            association.related->assign(row, child->data());
            child->applyTo(row);
            indexes.append(indexes.size());
        }
        association.assign(association.holder(object), list, indexes);
    }
}

} // namespace db
