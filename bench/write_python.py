"""write_python.py DUMP OUT: the same documents with python-docx and openpyxl, as a careful user of both would write them.
write_python.py --compare A B: the texts and values of both folders' tables and sheets must be the same."""

import datetime
import json
import os
import re
import sys
import urllib.parse

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def target_of(link):
    return "/".join(urllib.parse.quote(part, safe="") for part in link["target"].split("/") if part)


# ---- openpyxl


def write_workbook(workbook, path):
    from openpyxl import Workbook
    from openpyxl.formatting.rule import ColorScaleRule
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    book.remove(book.active)
    side = Side(style="thin", color="808080")
    box = Border(left=side, right=side, top=side, bottom=side)
    wrap = Alignment(vertical="center", wrap_text=True)
    centre = Alignment(horizontal="center", vertical="center", wrap_text=True)
    body, blue = Font(name="宋体", size=10.5), Font(name="宋体", size=10.5, color="0563C1", underline="single")
    grey, pale = PatternFill("solid", fgColor="D9E1F2"), PatternFill("solid", fgColor="F2F2F2")
    styles = {
        "title": NamedStyle("标题行", font=Font(name="方正小标宋简体", size=18), alignment=centre),
        "note": NamedStyle("说明行", font=Font(name="宋体", size=10), alignment=wrap),
        "header": NamedStyle("表头", font=Font(name="黑体", size=10.5, bold=True), fill=grey, border=box, alignment=centre),
        "group": NamedStyle("分组行", font=Font(name="黑体", size=10.5), fill=pale, border=box, alignment=wrap),
        "text": NamedStyle("文字", font=body, border=box, alignment=wrap),
        "total": NamedStyle("合计行", font=Font(name="宋体", size=10.5, bold=True), border=box, alignment=wrap),
        "link": NamedStyle("链接", font=blue, border=box, alignment=wrap),
        "number": NamedStyle("数字", font=body, border=box, alignment=centre),
        "rate": NamedStyle("比率", font=body, border=box, alignment=centre, number_format="0.0%"),
        "date": NamedStyle("日期", font=body, border=box, alignment=centre, number_format="yyyy-mm-dd"),
    }
    for style in styles.values():
        book.add_named_style(style)

    def put(sheet, row, column, value, style):
        cell = sheet.cell(row, column)
        if value is not None:
            cell.value = value
        cell.style = styles[style].name
        return cell

    for spec in workbook["sheets"]:
        sheet = book.create_sheet(spec["name"])
        columns = spec["columns"]
        for index, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(index)].width = column["width"]
        row = 1
        for role in ("title", "note"):
            if role in spec:
                put(sheet, row, 1, spec[role], role)
                sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(columns))
                row += 1
        head = row
        for index, column in enumerate(columns, 1):
            put(sheet, row, index, column["header"], "header")
        for data in spec["rows"]:
            row += 1
            if data["kind"] == "group":
                put(sheet, row, 1, data["cells"][0].get("text"), "group")
                sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(columns))
                continue
            for index, cell in enumerate(data["cells"], 1):
                kind = cell["kind"]
                plain = "total" if data["kind"] == "total" else "text"
                if kind == "number":
                    put(sheet, row, index, cell["value"], "rate" if columns[index - 1].get("format") == "rate" else "number")
                elif kind == "date":
                    put(sheet, row, index, datetime.date.fromisoformat(cell["date"]), "date")
                elif kind == "link":
                    written = put(sheet, row, index, ILLEGAL.sub("�", cell["text"]), plain)
                    written.hyperlink = target_of(cell)
                    written.style = styles["link"].name
                elif kind == "text":
                    put(sheet, row, index, ILLEGAL.sub("�", cell["text"]), plain).data_type = "s"
                else:
                    put(sheet, row, index, None, plain)
        sheet.freeze_panes = sheet.cell(head + 1, spec["frozenColumns"] + 1)
        sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(columns))}{row}"
        sheet.print_title_rows = f"{head}:{head}"
        sheet.page_setup.orientation, sheet.page_setup.paperSize = spec.get("orientation", "landscape"), 9
        sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight = True, 0
        sheet.oddFooter.center.text = "— 第 &P 页 共 &N 页 —"
        for index, column in enumerate(columns, 1):
            if "choices" in column:
                rule = DataValidation(type="list", formula1='"' + ",".join(column["choices"]) + '"')
                rule.add(f"{get_column_letter(index)}{head + 1}:{get_column_letter(index)}{row}")
                sheet.add_data_validation(rule)
        if "heat" in spec:
            first, last = (get_column_letter(spec["heat"][key] + 1) for key in ("fromColumn", "toColumn"))
            scale = ColorScaleRule("num", 0.6, "F8696B", "num", 0.8, "FFEB84", "num", 1, "63BE7B")
            sheet.conditional_formatting.add(f"{first}{head + 1}:{last}{row}", scale)
    book.save(path)


# ---- python-docx


def write_paper(paper, path):
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = Document()
    for name, font, size in (("Normal", "仿宋", 16), ("Heading 1", "黑体", 16), ("Heading 2", "楷体", 16)):
        style = document.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    if any(block["kind"] == "table" for block in paper["body"]):
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    document.add_paragraph(paper["title"])
    for block in paper["body"]:
        if block["kind"] == "heading":
            add_runs(document.add_heading(level=min(2, block["level"])), block["runs"], None)
        elif block["kind"] == "paragraph":
            add_runs(document.add_paragraph(), block["runs"], None)
        elif block["kind"] == "table":
            add_table(document, block["table"])
        # Charts: python-docx has none. Ours draws them all the same.
    document.add_paragraph(paper["signature"]["name"])
    document.add_paragraph(paper["signature"]["date"])
    document.save(path)


def add_table(document, spec):
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    columns = spec["columns"]
    table = document.add_table(rows=len(spec["rows"]) + 1, cols=len(columns))
    table.style = "Table Grid"
    cells = table._cells  # once: row.cells walks the whole table each time
    share = sum(column["share"] for column in columns)
    for index, column in enumerate(columns):
        table.columns[index].width = Mm(247 * column["share"] / share)
        add_runs(cells[index].paragraphs[0], [{"kind": "text", "text": column["header"], "bold": True}], Pt(10.5))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for number, row in enumerate(spec["rows"], 1):
        first = number * len(columns)
        if row["kind"] == "group":
            cells[first].merge(cells[first + len(columns) - 1])
        for index, paragraphs in enumerate(row["cells"]):
            for count, runs in enumerate(paragraphs):
                cell = cells[first + index]
                paragraph = cell.paragraphs[0] if count == 0 else cell.add_paragraph()
                if row["kind"] == "total":
                    runs = [{**run, "bold": True} for run in runs]
                add_runs(paragraph, runs, Pt(10.5))


def add_runs(paragraph, runs, size):
    for run in runs:
        if run["kind"] == "link":
            add_link(paragraph, run, size)
            continue
        written = paragraph.add_run(f"【待补：{run['hint']}】" if run["kind"] == "blank" else run["text"])
        if run.get("bold"):
            written.bold = True
        if size is not None:
            written.font.size = size


def add_link(paragraph, run, size):
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(target_of(run), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    written = paragraph.add_run(run["text"])
    written.font.underline = True
    if size is not None:
        written.font.size = size
    link.append(written._r)
    paragraph._p.append(link)


# ---- comparison


def sheet_values(path):
    from openpyxl import load_workbook

    return [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in load_workbook(path)]


def table_texts(path):
    from docx import Document
    from docx.oxml.ns import qn

    found = Document(path).element.body.iter(qn("w:tbl"))
    return [[["".join(t.text or "" for t in tc.iter(qn("w:t"))) for tc in tr.iter(qn("w:tc"))] for tr in table.iter(qn("w:tr"))] for table in found]


def compare(first, second):
    names = sorted(os.listdir(first))
    assert names == sorted(os.listdir(second)), "文件不同"
    for name in names:
        read = sheet_values if name.endswith(".xlsx") else table_texts
        assert read(os.path.join(first, name)) == read(os.path.join(second, name)), f"{name} 的内容不同"


def main(arguments):
    if arguments[0] == "--compare":
        compare(arguments[1], arguments[2])
        return
    with open(arguments[0], encoding="utf-8") as dump:
        documents = json.load(dump)
    for paper in documents["papers"]:
        write_paper(paper["document"], os.path.join(arguments[1], paper["file"]))
    for workbook in documents["workbooks"]:
        write_workbook(workbook["workbook"], os.path.join(arguments[1], workbook["file"]))


main(sys.argv[1:])
