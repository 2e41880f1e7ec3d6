#pragma once

#include <QAbstractButton>

namespace nextgen::cheque_import {

/// The kinds of files that are workbooks, without the dot.
const QStringList& workbookSuffixes();

/// Where a workbook is dropped, or chosen with a click, Enter or the space bar.
class DropZone : public QAbstractButton {
    Q_OBJECT

  public:
    explicit DropZone(QWidget* parent = nullptr);

    /// The chosen file; an empty path: none yet.
    void setFile(const QString& filePath);
    const QString& file() const { return m_file; }
    QSize sizeHint() const override;

  signals:
    void fileDropped(const QString& filePath);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    QString m_file;
    bool m_isDraggedOver = false;
};

}  // namespace nextgen::cheque_import
