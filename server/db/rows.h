#pragma once

#include "server/db/value.h"
#include "shared/describe/secret.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace nextgen::db {

struct Answer;  // libpqxx's result, known to the .cpp files only

/// One row of an answer; outlives its Rows and its session.
class Row {
  public:
    /// The cell of a column, by name or number; std::optional<T> takes NULL. Throws Failure for a column that
    /// is not there, a NULL that T cannot hold, or a text that is not T's.
    template <class T>
    T get(std::string_view column) const {
        return get<T>(indexOf(column));
    }
    template <class T>
    T get(std::size_t column) const {
        const std::optional<std::string_view> text = cell(column);
        if constexpr (describe::Unwrapped<T>::isOptional) {
            return text ? T(fromSql<typename describe::Unwrapped<T>::type>(*text)) : T();
        } else {
            return fromSql<T>(text ? *text : nullIn(column));
        }
    }

    std::optional<std::string_view> cell(std::size_t column) const;  ///< nullopt is NULL
    std::size_t indexOf(std::string_view column) const;

  private:
    friend class Rows;
    Row(std::shared_ptr<const Answer> answer, std::size_t number)
        : m_answer(std::move(answer)), m_number(number) {}
    [[noreturn]] std::string_view nullIn(std::size_t column) const;

    std::shared_ptr<const Answer> m_answer;
    std::size_t m_number;
};

/// An entity out of a row: each described field from the column of the same name; a secret, of which the
/// column holds the last four signs, masked.
template <describe::Described E>
E decode(const Row& row) {
    E entity;
    describe::forEachField<E>([&]<class F>(const F& field) {
        entity.*(field.member) = row.get<typename F::Value>(field.info.name);
        if constexpr (std::is_same_v<typename F::Value, std::string>) {
            if (field.info.isSecret()) {
                entity.*(field.member) = describe::masked(field.info.secret, entity.*(field.member));
            }
        }
    });
    return entity;
}

/// What a statement answered. Cheap to copy; outlives its session.
class Rows {
  public:
    explicit Rows(std::shared_ptr<const Answer> answer);

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    std::int64_t affected() const;  ///< rows that an INSERT, UPDATE or DELETE touched
    Row operator[](std::size_t number) const { return {m_answer, number}; }

    /// Throws Failure unless there is exactly one row.
    Row one() const;

    /// The first row as an entity, or nullopt when there is none.
    template <describe::Described E>
    std::optional<E> first() const {
        return empty() ? std::nullopt : std::optional<E>(decode<E>((*this)[0]));
    }
    template <describe::Described E>
    std::vector<E> all() const {
        std::vector<E> entities;
        entities.reserve(m_size);
        for (const Row row : *this) {
            entities.push_back(decode<E>(row));
        }
        return entities;
    }

    class Iterator {
      public:
        Iterator(const Rows& rows, std::size_t number) : m_rows(&rows), m_number(number) {}
        Row operator*() const { return (*m_rows)[m_number]; }
        Iterator& operator++() {
            ++m_number;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return m_number != other.m_number; }

      private:
        const Rows* m_rows;
        std::size_t m_number;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, m_size}; }

  private:
    std::shared_ptr<const Answer> m_answer;
    std::size_t m_size;
};

}  // namespace nextgen::db
