#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPointF>
#include <QStringList>
#include <vector>

namespace nextgen::test {

/// Paper that remembers what was written on it, piece by piece as it was painted.
class PaintedTexts : public QPaintDevice {
  public:
    PaintedTexts(int width, int height) : m_width(width), m_height(height), m_engine(*this) {}

    QStringList texts() const {
        QStringList texts;
        for (const auto& [text, place] : m_painted) {
            texts += text;
        }
        return texts;
    }
    /// Where the text was painted first, or (-1, -1).
    QPointF placeOf(const QString& text) const {
        for (const auto& [painted, place] : m_painted) {
            if (painted == text) {
                return place;
            }
        }
        return {-1, -1};
    }

    QPaintEngine* paintEngine() const override { return &m_engine; }

  protected:
    int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
            case PdmWidth:
                return m_width;
            case PdmHeight:
                return m_height;
            case PdmDpiX:
            case PdmDpiY:
            case PdmPhysicalDpiX:
            case PdmPhysicalDpiY:
                return 96;
            case PdmDepth:
                return 32;
            case PdmNumColors:
                return 1 << 24;
            case PdmDevicePixelRatio:
                return 1;
            case PdmDevicePixelRatioScaled:
                return static_cast<int>(QPaintDevice::devicePixelRatioFScale());
            default:
                return 0;
        }
    }

  private:
    class Engine : public QPaintEngine {
      public:
        explicit Engine(PaintedTexts& device) : QPaintEngine(AllFeatures), m_device(device) {}
        bool begin(QPaintDevice* /*device*/) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState& /*state*/) override {}
        void drawPixmap(const QRectF& /*to*/, const QPixmap& /*pixmap*/, const QRectF& /*from*/) override {}
        void drawPath(const QPainterPath& /*path*/) override {}
        using QPaintEngine::drawPolygon;
        void drawPolygon(const QPointF* /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override {}
        void drawTextItem(const QPointF& place, const QTextItem& item) override {
            m_device.m_painted.emplace_back(item.text(), place);
        }
        Type type() const override { return User; }

      private:
        PaintedTexts& m_device;
    };

    int m_width;
    int m_height;
    std::vector<std::pair<QString, QPointF>> m_painted;
    mutable Engine m_engine;
};

}  // namespace nextgen::test
