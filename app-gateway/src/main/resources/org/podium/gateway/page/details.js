// What explains a competitor's mark, shown as the sport shows it: attempts, bars, lifts, judges, splits, races, periods.

import { h, spoken } from './dom.js';
import { clockText, irmWords } from './words.js';

const OUTCOMES = { FAILED: ['X', 'failed'], PASSED: ['–', 'passed'], RETIRED: ['r', 'retired'] };
const LIFTS = { SN: 'Snatch', CJ: 'Clean & jerk' };
const PARTS = { D: 'Difficulty', E: 'Execution', P: 'Penalty', WIND: 'Wind', RT: 'Reaction', X: 'Inner tens', T10: 'Tens' };
const JUDGE = /^J\d+$/;

const isFinal = (mark) => !mark.point && !mark.attempt;

/** The elements that explain a line; none when the mark says it all. */
export function detailsOf(line) {
  const marks = line.details ?? [];
  const of = (kind) => marks.filter((mark) => mark.kind === kind && !isFinal(mark));
  const blocks = [];
  if (of('HEIGHT').length) blocks.push(bars(of('HEIGHT')));
  if (of('LIFT').length) blocks.push(...lifts(of('LIFT')));
  if (of('DISTANCE').length) blocks.push(chips('Attempts', of('DISTANCE'), (mark) => mark.attempt));
  if (of('JUDGED').length) blocks.push(chips('Rounds', of('JUDGED'), (mark) => mark.point || mark.attempt), judges(of('JUDGED').at(-1)));
  if (of('SPLIT').length) blocks.push(chips('Splits', of('SPLIT').slice(-4), (mark) => mark.point, clockText));
  if (of('PLACE').length || line.pointIrms) blocks.push(races(of('PLACE'), line.pointIrms ?? []));
  if (of('POINTS').length) blocks.push(chips('Series', of('POINTS').slice(-12), (mark) => mark.point || mark.attempt));
  if (of('STROKES').length) blocks.push(chips('Rounds', of('STROKES'), (mark) => mark.point || mark.attempt));
  if (of('SCORE').length) blocks.push(chips('Periods', of('SCORE'), (mark) => mark.point));
  const final = marks.find((mark) => isFinal(mark) && mark.components);
  if (final) blocks.push(parts(final.components));
  return blocks.filter(Boolean);
}

function block(title, ...children) {
  return h('div', { class: 'detail' }, h('span', { class: 'detail-title' }, title), ...children);
}

function outcomeSign(mark) {
  const [sign, word] = OUTCOMES[mark.outcome] ?? ['', ''];
  return [h('span', { 'aria-hidden': true }, sign), spoken(word)];
}

function chip(label, mark, show) {
  const text = mark.outcome in OUTCOMES ? outcomeSign(mark) : show(mark.value ?? '');
  return h(
    'li',
    { class: `chip chip-${(mark.outcome ?? 'VALID').toLowerCase()}` },
    h('span', { class: 'chip-label' }, String(label)),
    ' ',
    h('span', { class: 'chip-value' }, text),
  );
}

/** Pads decimals to the longest of them, so that figures in a row line up. */
function aligned(marks) {
  const decimals = (value) => value?.split('.')[1]?.length ?? 0;
  const most = Math.max(...marks.map((mark) => decimals(mark.value)));
  return (value) => (most === 0 || value === '' ? value : `${value.split('.')[0]}.${(value.split('.')[1] ?? '').padEnd(most, '0')}`);
}

function chips(title, marks, label, show = aligned(marks)) {
  return block(title, h('ul', { class: 'chips' }, marks.map((mark) => chip(label(mark), mark, show))));
}

const BAR_SIGNS = { VALID: ['O', 'cleared'], FAILED: ['X', 'failed'], PASSED: ['–', 'passed'], RETIRED: ['r', 'retired'] };

function bars(marks) {
  const byBar = Map.groupBy(marks, (mark) => mark.point);
  return block(
    'Bars',
    h(
      'ul',
      { class: 'chips' },
      [...byBar].map(([bar, tries]) =>
        h(
          'li',
          { class: `chip ${tries.some((mark) => mark.outcome === 'VALID') ? 'chip-valid' : 'chip-failed'}` },
          h('span', { class: 'chip-label' }, bar.startsWith('JO') ? `Jump-off ${bar.slice(2)}` : bar),
          ' ',
          h('span', { class: 'chip-value', 'aria-hidden': true }, tries.map((mark) => BAR_SIGNS[mark.outcome]?.[0] ?? '').join('')),
          spoken(tries.map((mark) => BAR_SIGNS[mark.outcome]?.[1] ?? '').join(', ')),
        ),
      ),
    ),
  );
}

function lifts(marks) {
  return Object.entries(LIFTS).map(([point, title]) => {
    const ofLift = marks.filter((mark) => mark.point === point);
    if (ofLift.length === 0) return null;
    const items = ofLift.map((mark) =>
      h(
        'li',
        { class: `chip chip-${mark.outcome.toLowerCase()}` },
        h('span', { class: 'chip-label' }, String(mark.attempt)),
        ' ',
        h('span', { class: 'chip-value' }, mark.outcome === 'FAILED' ? h('s', {}, mark.value ?? 'X') : (mark.value ?? outcomeSign(mark))),
        mark.outcome === 'FAILED' ? spoken('no lift') : null,
      ),
    );
    return block(title, h('ul', { class: 'chips' }, items));
  });
}

function judges(mark) {
  const scores = Object.entries(mark.components ?? {});
  const panel = scores.filter(([name]) => JUDGE.test(name));
  if (panel.length === 0) return parts(mark.components);
  const others = Object.fromEntries(scores.filter(([name]) => !JUDGE.test(name)));
  return h(
    'div',
    { class: 'detail' },
    h('span', { class: 'detail-title' }, `Judges, round ${mark.attempt ?? mark.point}`),
    h('ul', { class: 'chips' }, panel.map(([name, value]) => chip(name, { value }, (text) => text))),
    parts(others),
  );
}

function races(marks, irms) {
  const irmAt = new Map(irms.map((each) => each.split('=')));
  const points = [...new Set([...marks.map((mark) => mark.point), ...irmAt.keys()])].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  const placeAt = new Map(marks.map((mark) => [mark.point, mark.value ?? '']));
  const items = points.map((point) =>
    h(
      'li',
      { class: `chip${irmAt.has(point) ? ' chip-failed' : ''}` },
      h('span', { class: 'chip-label' }, point),
      ' ',
      h(
        'span',
        { class: 'chip-value' },
        irmAt.has(point) ? h('abbr', { title: irmWords(irmAt.get(point)) }, irmAt.get(point)) : placeAt.get(point),
      ),
    ),
  );
  return block('Races', h('ul', { class: 'chips' }, items));
}

function parts(components) {
  const entries = Object.entries(components ?? {});
  if (entries.length === 0) return null;
  return h(
    'ul',
    { class: 'chips parts' },
    entries.map(([name, value]) =>
      h('li', { class: 'chip' }, h('span', { class: 'chip-label' }, PARTS[name] ?? name), ' ', h('span', { class: 'chip-value' }, value)),
    ),
  );
}
