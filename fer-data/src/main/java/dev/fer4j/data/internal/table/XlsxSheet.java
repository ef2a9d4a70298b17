package dev.fer4j.data.internal.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows and merged cells of one sheet. */
final class XlsxSheet {

    private final XmlPart part;
    private final XlsxTexts texts;
    private final CellMemory memory;
    private final List<TableRow> rows = new ArrayList<>();
    private final List<MergedCells> merged = new ArrayList<>();
    private int row;
    private int column;

    XlsxSheet(XmlPart part, XlsxTexts texts, CellMemory memory) {
        this.part = part;
        this.texts = texts;
        this.memory = memory;
    }

    TableSheet read(String name) throws IOException {
        while (part.next()) {
            if (part.starts("sheetData")) {
                rows();
            } else if (part.starts("mergeCell")) {
                merge(part.attribute("ref").orElse(""));
            }
        }
        return new TableSheet(name, false, rows, merged);
    }

    private void rows() throws IOException {
        while (part.next() && !part.ends("sheetData")) {
            if (part.starts("row")) {
                // Programs may leave out the numbers of rows and cells in sequence.
                row = rowNumber(part.attribute("r"));
                column = -1;
                List<TableCell> cells = cells();
                if (!cells.isEmpty()) {
                    memory.addRow();
                    rows.add(new TableRow(row, cells));
                }
            }
        }
    }

    private int rowNumber(Optional<String> written) throws IOException {
        return written.isEmpty()
                ? CellAddress.of("A" + (row + 1)).row()
                : CellAddress.of("A" + written.get()).row();
    }

    private List<TableCell> cells() throws IOException {
        List<TableCell> cells = new ArrayList<>();
        while (part.next() && !part.ends("row")) {
            if (part.starts("c")) {
                Optional<String> address = part.attribute("r");
                column = address.isEmpty() ? column + 1 : CellAddress.of(address.get()).column();
                if (column > CellAddress.LAST_COLUMN) {
                    throw new IOException("row " + row + " has a cell after the last column");
                }
                String text = cell(part.attribute("t").orElse("n"));
                if (!text.isEmpty()) {
                    memory.addCell();
                    cells.add(new TableCell(column, text));
                }
            }
        }
        return cells;
    }

    private String cell(String type) throws IOException {
        String value = "";
        boolean isFormula = false;
        while (part.next() && !part.ends("c")) {
            if (part.starts("f")) {
                isFormula = true;
            } else if (part.starts("v")) {
                value = CellText.stripped(CellText.unescaped(part.text(XlsxTexts.LONGEST)));
            } else if (part.starts("is")) {
                value = XlsxTexts.rich(part, "is");
            }
        }
        if (value.isEmpty()) {
            return isFormula && type.equals("n") ? TableSheet.NO_RESULT : "";
        }
        if (type.equals("s")) {
            return texts.get(value);
        }
        memory.addText(value.length());
        return switch (type) {
            case "n" -> CellText.number(value);
            case "b" -> value.equals("1") || value.equalsIgnoreCase("true") ? "true" : "false";
            default -> value;
        };
    }

    private void merge(String range) throws IOException {
        int colon = range.indexOf(':');
        CellAddress first = CellAddress.of(colon < 0 ? range : range.substring(0, colon));
        CellAddress last = CellAddress.of(range.substring(colon + 1));
        if (last.row() > first.row()) {
            memory.addCell();
            merged.add(new MergedCells(first.column(), first.row(), last.row()));
        }
    }
}
