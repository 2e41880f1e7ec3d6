#include "server/cache/local_cache.h"

#include <QtTest>

using namespace nextgen::cache;

namespace {

std::shared_ptr<const int> boxed(int value) {
    return std::make_shared<const int>(value);
}

}  // namespace

class LocalCacheTest : public QObject {
    Q_OBJECT

  private slots:
    void whatWasPutIsFound() {
        InvalidationBus bus("");
        LocalCache<int> cache("test", 100, std::chrono::hours(1), bus);
        QVERIFY(!cache.find("a"));
        cache.put("a", boxed(1), cache.ticket("a"));
        QCOMPARE(*cache.find("a"), 1);
        cache.put("a", boxed(2), cache.ticket("a"));
        QCOMPARE(*cache.find("a"), 2);
        cache.invalidate("a");
        QVERIFY(!cache.find("a"));
    }

    void whatWasForgottenWhileItWasReadDoesNotComeBack() {
        InvalidationBus bus("");
        LocalCache<int> cache("test", 100, std::chrono::hours(1), bus);
        const auto ticket = cache.ticket("a");
        cache.invalidate("a");
        cache.put("a", boxed(1), ticket);
        QVERIFY(!cache.find("a"));
    }

    void nothingStaysLongerThanItsTime() {
        InvalidationBus bus("");
        LocalCache<int> cache("test", 100, std::chrono::milliseconds(-1), bus);
        cache.put("a", boxed(1), cache.ticket("a"));
        QVERIFY(!cache.find("a"));
    }

    void theLongestUnusedGoesFirst() {
        InvalidationBus bus("");
        LocalCache<int> cache("test", 16, std::chrono::hours(1), bus);
        for (int i = 0; i < 1000; ++i) {
            const std::string key = std::to_string(i);
            cache.put(key, boxed(i), cache.ticket(key));
        }
        int kept = 0;
        for (int i = 0; i < 1000; ++i) {
            kept += cache.find(std::to_string(i)) ? 1 : 0;
        }
        QVERIFY(kept > 0 && kept <= 16);
        QVERIFY(cache.find("999"));
    }

    void withoutTheOthersNothingIsTrusted() {
        InvalidationBus bus("unix:/nowhere/redis.sock");
        LocalCache<int> cache("test", 100, std::chrono::hours(1), bus);
        cache.put("a", boxed(1), cache.ticket("a"));
        QVERIFY(!cache.find("a"));
        cache.invalidate("a");
    }
};

QTEST_APPLESS_MAIN(LocalCacheTest)
#include "local_cache_test.moc"
