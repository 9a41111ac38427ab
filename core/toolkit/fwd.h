// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

// Names every schema header needs, without any of their definitions.
namespace db {

class ChangesetCore;
class Connection;
class DatabaseUrl;
class Multi;
class Repo;
class Schema;
struct Error;
template <typename T>
class Changeset;
template <typename T>
class Query;
template <typename T>
class SchemaBuilder;

} // namespace db
