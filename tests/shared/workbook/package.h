#pragma once

#include "shared/core/error_code.h"
#include "shared/workbook/reader.h"

#include <zip.h>

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

/// Makes workbooks out of their XML, well-formed and otherwise, and collects what is read from them.
namespace nextgen::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A folder of one test, gone with it.
class Folder {
  public:
    std::filesystem::path file(const std::string& name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    std::filesystem::path write(const std::string& name, std::string_view bytes) const {
        std::ofstream(file(name), std::ios::binary) << bytes;
        return file(name);
    }
    std::filesystem::path zip(const std::string& name, const Parts& parts, bool isEncrypted = false) const {
        const auto path = file(name);
        zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
        for (const auto& [part, bytes] : parts) {
            zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
            const zip_int64_t index = zip_file_add(archive, part.c_str(), source, ZIP_FL_ENC_UTF_8);
            if (isEncrypted) {
                zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "secret");
            }
        }
        if (zip_close(archive) != 0) {
            qFatal("cannot write %s", path.c_str());
        }
        return path;
    }

  private:
    QTemporaryDir m_folder;
};

inline std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct XlsxSheet {
    std::string name;
    std::string rows;  ///< what stands in <sheetData>
    std::string state = "visible";
};

/// The parts of an .xlsx as Excel lays them out.
inline Parts xlsx(const std::vector<XlsxSheet>& sheets, const std::string& sharedStrings = "",
                  const std::string& numberFormats = "", const std::string& workbookProperties = "") {
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
    std::string list;
    std::string targets;
    Parts parts;
    int number = 0;
    for (const XlsxSheet& sheet : sheets) {
        const std::string id = std::to_string(++number);
        list.append("<sheet name='").append(sheet.name).append("' sheetId='").append(id);
        list.append("' state='").append(sheet.state).append("' r:id='rId").append(id).append("'/>");
        targets.append("<Relationship Id='rId").append(id).append("' Type='").append(relation);
        targets.append("/worksheet' Target='worksheets/sheet").append(id).append(".xml'/>");
        std::string xml = "<worksheet xmlns='" + main + "'><sheetData>";
        xml.append(sheet.rows).append("</sheetData></worksheet>");
        parts.emplace_back("xl/worksheets/sheet" + id + ".xml", std::move(xml));
    }
    targets += "<Relationship Id='s' Type='" + relation + "/styles' Target='/xl/styles.xml'/>";
    if (!sharedStrings.empty()) {
        targets += "<Relationship Id='t' Type='" + relation + "/sharedStrings' Target='sharedStrings.xml'/>";
        parts.emplace_back("xl/sharedStrings.xml", "<sst xmlns='" + main + "'>" + sharedStrings + "</sst>");
    }
    // Style 0 is general, 1 a short date that every program knows, 2 and on as given.
    parts.emplace_back("xl/styles.xml",
                       "<styleSheet xmlns='" + main + "'>" +
                           (numberFormats.empty() ? "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"
                                                  : numberFormats) +
                           "</styleSheet>");
    parts.emplace_back("xl/workbook.xml", "<workbook xmlns='" + main + "' xmlns:r='" + relation + "'>" +
                                              workbookProperties + "<sheets>" + list +
                                              "</sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels",
                       "<Relationships xmlns='" + package + "'>" + targets + "</Relationships>");
    parts.emplace_back("_rels/.rels", "<Relationships xmlns='" + package + "'><Relationship Id='w' Type='" +
                                          relation +
                                          "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
    return parts;
}

/// The parts of an .ods; tables stand in <office:spreadsheet>.
inline Parts ods(const std::string& tables, const std::string& styles = "",
                 const std::string& manifest = "") {
    const std::string urn = "urn:oasis:names:tc:opendocument:xmlns:";
    return {
        {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
        {"META-INF/manifest.xml",
         "<manifest:manifest xmlns:manifest='" + urn + "manifest:1.0'>" + manifest + "</manifest:manifest>"},
        {"content.xml", "<office:document-content xmlns:office='" + urn + "office:1.0' xmlns:table='" + urn +
                            "table:1.0' xmlns:text='" + urn + "text:1.0' xmlns:style='" + urn +
                            "style:1.0' xmlns:draw='" + urn + "drawing:1.0' xmlns:calcext='" +
                            "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
                            "<office:automatic-styles>" +
                            styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
                            "</office:spreadsheet></office:body></office:document-content>"},
    };
}

/// Everything that was read, as "text" or "kind:text" where the kind is neither Text nor Untyped.
struct Collected : workbook::RowVisitor {
    bool sheetBegins(const workbook::Sheet& sheet) override {
        sheets.push_back(sheet);
        return !wantsVisibleOnly || !sheet.isHidden;
    }
    bool row(const workbook::Row& row) override {
        ++count;
        if (count <= keptMax) {
            rows.push_back(row);
        }
        return true;
    }

    std::vector<workbook::Sheet> sheets;
    std::vector<workbook::Row> rows;
    std::size_t count = 0;
    std::size_t keptMax = 1000;
    bool wantsVisibleOnly = false;
};

inline QString shown(const workbook::Cell& cell) {
    static const std::vector<QString> kinds{"", "", "number:", "date:", "boolean:", "error:", ""};
    return kinds[static_cast<std::size_t>(cell.kind)] + QString::fromStdString(cell.text);
}

/// "3: a | number:5" for each row.
inline QStringList shown(const std::vector<workbook::Row>& rows) {
    QStringList list;
    for (const workbook::Row& row : rows) {
        QStringList cells;
        for (const workbook::Cell& cell : row.cells) {
            cells << shown(cell);
        }
        list << QString::number(row.number) + ": " + cells.join(" | ");
    }
    return list;
}

/// The name of the refusal, empty when it was read.
inline QString refusalOf(const Result<workbook::Summary>& result) {
    return result ? QString() : QString::fromStdString(std::string(errorName(result.error().code)));
}

}  // namespace nextgen::test
