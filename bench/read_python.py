"""read_python.py FILE [OUT]: reads the tables of a workbook or a Word document with openpyxl or python-docx, every cell with its text and how far it is
merged, as a careful user of both would. Prints milliseconds of the reading alone; with OUT also writes the cells as JSON, for comparison."""

import json
import sys
import time


def read_workbook(path):
    from openpyxl import load_workbook

    start = time.perf_counter()
    cells = []
    for sheet in load_workbook(path, data_only=True):
        spans = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                area = spans.get((cell.row, cell.column))
                size = (1, 1) if area is None else (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
                cells.append([cell.row, cell.column, *size, str(cell.value)])
    return start, cells


def read_paper(path):
    from docx import Document

    start = time.perf_counter()
    cells = []
    for table in Document(path).tables:
        width = len(table.columns)
        found = {}
        # Once: row.cells walks the whole table each time.
        for index, cell in enumerate(table._cells):
            row, column = index // width + 1, index % width + 1
            first, _ = found.setdefault(cell._tc, ([row, column, 1, 1], cell))
            first[2], first[3] = row - first[0] + 1, max(first[3], column - first[1] + 1)
        cells += [[*size, "\n".join(p.text for p in cell.paragraphs)] for size, cell in found.values()]
    return start, [cell for cell in cells if cell[4] != ""]


start, cells = (read_workbook if sys.argv[1].endswith(".xlsx") else read_paper)(sys.argv[1])
print((time.perf_counter() - start) * 1000)
if len(sys.argv) > 2:
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        json.dump(cells, out, ensure_ascii=False)
