#include "shared/api/entity.h"

#include <QTest>
#include <algorithm>

using namespace nextgen;

class EntityTableTest : public QObject {
    Q_OBJECT

  private slots:
    void choicesAreStatesAllOfThemOrNone_data() {
        QTest::addColumn<const api::Entity*>("entity");
        for (const api::Entity& entity : api::entities()) {
            QTest::newRow(std::string(entity.name).c_str()) << &entity;
        }
    }
    void choicesAreStatesAllOfThemOrNone() {
        QFETCH(const api::Entity*, entity);
        for (const describe::FieldInfo& field : entity->fields) {
            const auto states = std::ranges::count_if(field.choices, [](const describe::Choice& choice) {
                return choice.tone != describe::Tone::None;
            });
            QVERIFY2(states == 0 || states == std::ssize(field.choices), std::string(field.name).c_str());
            QVERIFY2(!field.name.ends_with("status") || states > 0, std::string(field.name).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(EntityTableTest)
#include "entity_table_test.moc"
