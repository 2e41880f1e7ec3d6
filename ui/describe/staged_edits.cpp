#include "ui/describe/staged_edits.h"

#include <algorithm>
#include <utility>

namespace nextgen::ui {

namespace {

bool isSent(const Record& record, std::string_view field) {
    const auto found = std::ranges::find(record.fields(), field, &describe::FieldInfo::name);
    return found != record.fields().end() && !found->has(describe::ReadOnly);
}

}  // namespace

const StagedEdits::Row* StagedEdits::row(std::int64_t id) const {
    const auto found = m_rows.find(id);
    return found != m_rows.end() ? &found->second : nullptr;
}

const FieldValue* StagedEdits::value(std::int64_t id, std::string_view field) const {
    const Row* staged = row(id);
    if (staged == nullptr) {
        return nullptr;
    }
    const auto found = staged->values.find(field);
    return found != staged->values.end() ? &found->second : nullptr;
}

int StagedEdits::cellCount() const {
    std::size_t count = 0;
    for (const auto& [id, row] : m_rows) {
        count += changesOf(row).size();
    }
    return static_cast<int>(count);
}

int StagedEdits::refusedCount() const {
    return static_cast<int>(
        std::ranges::count_if(m_rows, [](const auto& one) { return !one.second.reason.isEmpty(); }));
}

FieldChanges StagedEdits::changesOf(const Row& row) {
    FieldChanges changes;
    for (const auto& [field, value] : row.values) {
        if (isSent(row.base, field)) {
            changes.emplace_back(field, value);
        }
    }
    return changes;
}

bool StagedEdits::stage(const std::vector<Edit>& edits) {
    const auto fresh =
        std::ranges::count_if(edits, [this](const Edit& edit) { return !m_rows.contains(edit.record.id()); });
    if (m_rows.size() + static_cast<std::size_t>(fresh) > rowsMax) {
        return false;
    }
    Step step;
    for (const Edit& edit : edits) {
        const std::int64_t id = edit.record.id();
        if (!m_rows.contains(id)) {
            m_bases[id] = edit.record;
        }
        for (const auto& [field, value] : edit.values) {
            const bool isBack = isSame(m_bases[id].value(field), value);
            add(step, id, field, isBack ? std::nullopt : std::optional(value));
        }
    }
    take(std::move(step));
    return true;
}

void StagedEdits::revert(std::int64_t id, std::string_view field) {
    Step step;
    add(step, id, field, std::nullopt);
    if (const auto base = m_bases.find(id); base != m_bases.end()) {
        for (const describe::FieldInfo& one : base->second.fields()) {
            const describe::FieldInfo* wording =
                one.refersTo.empty() ? nullptr : wordingOf(base->second.fields(), one);
            if (wording != nullptr && (one.name == field || wording->name == field)) {
                add(step, id, one.name == field ? wording->name : one.name, std::nullopt);
            }
        }
    }
    take(std::move(step));
}

void StagedEdits::revert(std::int64_t id) {
    Step step;
    if (const Row* staged = row(id)) {
        for (const auto& [field, value] : staged->values) {
            add(step, id, field, std::nullopt);
        }
    }
    take(std::move(step));
}

void StagedEdits::revertAll() {
    Step step;
    for (const auto& [id, row] : m_rows) {
        for (const auto& [field, value] : row.values) {
            add(step, id, field, std::nullopt);
        }
    }
    take(std::move(step));
}

void StagedEdits::add(Step& step, std::int64_t id, std::string_view field,
                      std::optional<FieldValue> after) const {
    const FieldValue* before = value(id, field);
    const bool isSameAsBefore =
        before == nullptr ? !after.has_value() : after.has_value() && isSame(*before, *after);
    if (!isSameAsBefore) {
        step.push_back(
            {id, field, before != nullptr ? std::optional(*before) : std::nullopt, std::move(after)});
    }
}

void StagedEdits::take(Step step) {
    if (step.empty()) {
        return;
    }
    for (const Move& move : step) {
        put(move.id, move.field, move.after);
    }
    m_undone.clear();
    m_done.push_back(std::move(step));
    if (m_done.size() > stepsMax) {
        m_done.erase(m_done.begin());
    }
    emit changed();
}

void StagedEdits::put(std::int64_t id, std::string_view field, const std::optional<FieldValue>& value) {
    const auto [found, isNew] = m_rows.try_emplace(id);
    Row& row = found->second;
    if (isNew) {
        row.base = m_bases[id];
    }
    row.reason.clear();
    if (value) {
        row.values.insert_or_assign(field, *value);
    } else {
        row.values.erase(field);
    }
    if (row.values.empty()) {
        m_rows.erase(found);
    }
}

void StagedEdits::undo() {
    if (m_done.empty()) {
        return;
    }
    Step step = std::move(m_done.back());
    m_done.pop_back();
    for (auto move = step.rbegin(); move != step.rend(); ++move) {
        put(move->id, move->field, move->before);
    }
    m_undone.push_back(std::move(step));
    emit changed();
}

void StagedEdits::redo() {
    if (m_undone.empty()) {
        return;
    }
    Step step = std::move(m_undone.back());
    m_undone.pop_back();
    for (const Move& move : step) {
        put(move.id, move.field, move.after);
    }
    m_done.push_back(std::move(step));
    emit changed();
}

void StagedEdits::settle(std::int64_t id, const FieldChanges& written, int version) {
    forgetSteps(id);
    const auto found = m_rows.find(id);
    if (found == m_rows.end()) {
        return;
    }
    Row& row = found->second;
    row.reason.clear();
    row.base.set("version", FieldValue(std::int64_t{version}));
    for (const auto& [field, value] : written) {
        row.base.set(field, value);
    }
    std::erase_if(row.values, [&](const auto& one) { return isSame(row.base.value(one.first), one.second); });
    // A text that words a reference goes with it.
    if (changesOf(row).empty()) {
        m_rows.erase(found);
    } else {
        m_bases.emplace(id, row.base);
    }
    emit changed();
}

void StagedEdits::refuse(std::int64_t id, const QString& reason) {
    if (const auto found = m_rows.find(id); found != m_rows.end()) {
        found->second.reason = reason;
        emit changed();
    }
}

void StagedEdits::rebase(const Record& record) {
    forgetSteps(record.id());
    const auto found = m_rows.find(record.id());
    if (found == m_rows.end()) {
        return;
    }
    Row& row = found->second;
    row.base = record;
    std::erase_if(row.values, [&](const auto& one) { return isSame(record.value(one.first), one.second); });
    if (changesOf(row).empty()) {
        m_rows.erase(found);
    } else {
        m_bases.emplace(record.id(), record);
    }
    emit changed();
}

void StagedEdits::forget(std::int64_t id) {
    forgetSteps(id);
    m_rows.erase(id);
    emit changed();
}

void StagedEdits::forgetSteps(std::int64_t id) {
    for (auto* steps : {&m_done, &m_undone}) {
        for (Step& step : *steps) {
            std::erase_if(step, [id](const Move& move) { return move.id == id; });
        }
        std::erase_if(*steps, [](const Step& step) { return step.empty(); });
    }
    m_bases.erase(id);
}

void StagedEdits::restore(std::map<std::int64_t, Row> rows) {
    m_rows = std::move(rows);
    m_bases.clear();
    for (const auto& [id, row] : m_rows) {
        m_bases.emplace(id, row.base);
    }
    m_done.clear();
    m_undone.clear();
    emit changed();
}

}  // namespace nextgen::ui
