/** In what a printed workbook differs from the PDF, and its cells from the model. */

/** A label stands where it does on the PDF, but for so much, in points. */
const TOLERANCE = 4;
const TALLEST_ROW = 409;

export function differences({ pages, pdf, excel, filled, layouts, told, paper, textOf }, worksheets) {
  const faults = [];
  let off = 0;
  if (pdf.length !== excel.length) faults.push(`${pdf.length} pages, but ${excel.length} from the workbook`);
  pages.forEach(({ layout, page, number }, i) => {
    const again = page.boxes.filter((box) => box.again || (box.continued && box.label));
    const unrepeated = told.has('heading-unrepeated') ? again : again.filter(({ continued }) => continued);
    // above a further page the PDF says which sheet it is
    const title = paper.header === undefined ? page.running.filter(({ y }) => y < paper.margin.top) : [];
    const own = [...unrepeated.flatMap((box) => box.lines), ...title].map(textOf).join('');
    const missing = without(lettersOf(pdf[i]), [...own.replace(/\s/g, '')].concat(lettersOf(excel[i] ?? [])));
    const added = without(lettersOf(excel[i] ?? []), lettersOf(pdf[i]));
    // a row that goes on on the next page is divided elsewhere, because Excel's lines are closer together
    const isDivided = [number, number + 1].some((n) => dividedAt(layout, n));
    if (!isDivided && missing.length + added.length > 0) {
      faults.push(
        `page ${i + 1}: not on it ${missing.join('') || '-'}, too much on it ${added.join('') || '-'}`,
      );
    }
    if (isDivided) return;
    // without its headings, a page begins so much higher
    const headings = (layout.slices[number] ?? []).filter((slice) => slice.again);
    const higher = told.has('heading-unrepeated') ? headings.reduce((sum, { height }) => sum + height, 0) : 0;
    for (const { text, dx, dy } of moves(
      page,
      layout.pages[number + 1],
      pdf[i],
      excel[i] ?? [],
      higher,
      textOf,
    )) {
      off = Math.max(off, Math.abs(dx), Math.abs(dy));
      if (Math.abs(dx) <= TOLERANCE && Math.abs(dy) <= TOLERANCE) continue;
      faults.push(`page ${i + 1}: ${text} stands ${dx.toFixed(1)}, ${dy.toFixed(1)} pt off`);
    }
  });
  const lost = without(pdf.flatMap(lettersOf), excel.flatMap(lettersOf)).length;
  const repeated = pages.flatMap(({ page }) => page.boxes.filter(({ again }) => again)).length;
  if (repeated === 0 && lost > 0) faults.push(`${lost} letters are nowhere in print`);
  worksheets.forEach((worksheet, i) => {
    const about = `worksheet ${worksheet.name}`;
    for (const fault of inCells(worksheet, filled[i], layouts[i], paper)) faults.push(`${about}: ${fault}`);
  });
  return { faults, off };
}

/** Does a page end in a row, so that this page goes on with it? */
function dividedAt({ slices }, page) {
  const rows = (n) => (slices[n] ?? []).filter(({ again }) => !again).map(({ row }) => row);
  return page > 0 && rows(page).some((row) => rows(page - 1).includes(row));
}

function inCells({ cells, merges, heights, breaks, area, titles, fit }, filled, layout, paper) {
  const faults = [];
  const texts = filled.cells.map(({ text }) => text).filter((text) => text !== '');
  if (JSON.stringify(cells.map(({ text }) => text)) !== JSON.stringify(texts)) faults.push('texts differ');
  const merged = filled.cells.filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1).length;
  if (merges.length < merged) faults.push(`${merges.length} merges for ${merged}`);
  if (heights.some((height) => height > TALLEST_ROW)) faults.push('a row is too tall');
  if (breaks.length !== layout.pages.length - 1) faults.push(`${breaks.length} breaks`);
  const last = Number(/\d+$/.exec(String(area))?.[0]);
  if (!(last >= heights.length)) faults.push(`printed only to row ${last} of ${heights.length}`);
  const again = layout.slices.some((own) => own.some((slice) => slice.again));
  if (titles !== null && !again) faults.push(`rows ${titles} are repeated`);
  if (!fit[0] || fit[1] !== 1) faults.push(`fit is ${fit}`);
  const room = (paper.height - paper.margin.top - paper.margin.bottom) / layout.scale.sheet;
  [0, ...breaks].forEach((from, page) => {
    const height = heights.slice(from, breaks[page] ?? heights.length).reduce((sum, one) => sum + one, 0);
    if (height > room) faults.push(`page ${page + 1} needs ${height} pt of ${room}`);
  });
  return faults;
}

/**
 * How far the lines of labels stand from where the PDF has them, each from the nearest. Not of labels that the page
 * ends in: those stand at the top of their box in the workbook.
 */
function moves(page, next, pdf, excel, higher, textOf) {
  const key = ({ row, column }) => `${row},${column}`;
  const cut = new Set((next?.boxes ?? []).filter(({ continued }) => continued).map(key));
  const labels = new Set(
    page.boxes
      .filter((box) => box.label && !box.again && !box.continued && !cut.has(key(box)))
      .flatMap(({ lines }) => lines.map((line) => textOf(line).replace(/\s/g, ''))),
  );
  return [...labels].flatMap((text) => {
    const [here, there] = [pdf, excel].map((words) => words.filter((word) => word.text === text));
    if (here.length !== there.length) return [];
    return here.map(({ x, y: low }) => {
      const y = low - higher;
      const distance = (word) => Math.hypot(word.x - x, word.y - y);
      const nearest = there.reduce((best, word) => (distance(word) < distance(best) ? word : best));
      return { text, dx: nearest.x - x, dy: nearest.y - y };
    });
  });
}

function lettersOf(words) {
  return words.flatMap(({ text }) => [...text]);
}

/** The letters of one list that the other has not, each as often as it is missing. */
function without(letters, others) {
  const counts = new Map();
  for (const letter of others) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return letters.filter((letter) => {
    const count = counts.get(letter) ?? 0;
    counts.set(letter, count - 1);
    return count <= 0;
  });
}
