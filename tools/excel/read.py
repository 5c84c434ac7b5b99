"""Prints what openpyxl finds in workbooks, as JSON: a list of worksheets for each file named."""
import json
import sys

from openpyxl import load_workbook


def worksheet(sheet):
    cells = [
        {"row": cell.row, "column": cell.column, "text": str(cell.value)}
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    return {
        "name": sheet.title,
        "cells": cells,
        "merges": [str(merge) for merge in sheet.merged_cells.ranges],
        "heights": [sheet.row_dimensions[row + 1].height for row in range(sheet.max_row)],
        "breaks": [brk.id for brk in sheet.row_breaks.brk],
        "area": sheet.print_area,
        "titles": sheet.print_title_rows,
        "fit": [bool(sheet.sheet_properties.pageSetUpPr.fitToPage), sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight],
    }


print(json.dumps([[worksheet(sheet) for sheet in load_workbook(name)] for name in sys.argv[1:]]))
