// The medal table and who won medals last.

import { h, icon, keyed, setText } from './dom.js';
import { medalSign, organisation } from './days.js';
import { timeOf } from './words.js';

const SIDE_ROWS = 10;
const LATEST = 8;
const MEDAL_ORDER = ['ME_GOLD', 'ME_SILVER', 'ME_BRONZE'];

const won = (standing) => standing.total > 0;

export function ranked(standings, by) {
  const rows = [...standings.values()].filter(won);
  return by === 'total'
    ? rows.sort((a, b) => a.rankByTotal - b.rankByTotal || (a.organisation < b.organisation ? -1 : 1))
    : rows.sort((a, b) => a.sortOrder - b.sortOrder);
}

function table(caption) {
  const column = (letter, word) => h('th', { scope: 'col', class: 'num' }, h('abbr', { title: word, class: `medal medal-${letter}` }, letter));
  return h(
    'table',
    { class: 'medal-table' },
    h('caption', { class: 'sr-only' }, caption),
    h(
      'thead',
      {},
      h('tr', {}, h('th', { scope: 'col', class: 'num' }, 'Rank'), h('th', { scope: 'col' }, 'Team'), column('G', 'Gold'), column('S', 'Silver'), column('B', 'Bronze'), h('th', { scope: 'col', class: 'num' }, 'All')),
    ),
    h('tbody'),
  );
}

function fill(body, rows, by) {
  keyed(
    body,
    rows,
    (row) => row.organisation,
    (row) => h('tr', {}, h('td', { class: 'num' }), h('th', { scope: 'row' }, organisation(row.organisation)), h('td', { class: 'num' }), h('td', { class: 'num' }), h('td', { class: 'num' }), h('td', { class: 'num total' })),
    (tr, row) => {
      const rank = by === 'total' ? row.rankByTotal : row.rank;
      const equal = by === 'total' ? row.rankByTotalEqual : row.rankEqual;
      const texts = [`${rank ?? ''}${equal ? '=' : ''}`, null, row.gold, row.silver, row.bronze, row.total];
      texts.forEach((text, index) => {
        if (text !== null) setText(tr.children[index], String(text));
      });
    },
  );
}

/** The first rows of the table, beside the units. */
export function showSide(root, state) {
  const rows = ranked(state.standings, 'gold').slice(0, SIDE_ROWS);
  if (root.childElementCount === 0) {
    root.append(h('h2', {}, 'Medals'), h('p', { class: 'empty' }, 'No medals yet.'), table('Medal table, first teams'), h('a', { class: 'more' }, 'Whole table'));
  }
  root.querySelector('.empty').hidden = rows.length > 0;
  root.querySelector('table').hidden = rows.length === 0;
  root.querySelector('.more').hidden = rows.length === 0;
  root.querySelector('.more').href = `#/${state.competition}/medals`;
  fill(root.querySelector('tbody'), rows, 'gold');
}

/** Medallists of the events that were decided last. */
export function showLatest(root, state) {
  const events = [...state.events.values()].filter((event) => event.medallists.length > 0).sort((a, b) => b.takenAt - a.takenAt).slice(0, LATEST);
  if (root.childElementCount === 0) root.append(h('h2', {}, 'Latest medals'), h('ul', { class: 'latest' }));
  root.hidden = events.length === 0;
  keyed(
    root.querySelector('ul'),
    events,
    (event) => event.event,
    () => h('li'),
    (item, event) => {
      if (item.dataset.version === String(event.version)) return;
      item.dataset.version = String(event.version);
      const medallists = [...event.medallists].sort((a, b) => MEDAL_ORDER.indexOf(a.medal) - MEDAL_ORDER.indexOf(b.medal));
      const last = medallists[0];
      item.replaceChildren(
        h('a', { href: `#/${event.competition}/units/${last.unit}` }, h('span', { class: 'latest-event' }, `${event.disciplineName}, ${event.eventName}`), h('span', { class: 'latest-time' }, timeOf(event.takenAt))),
        h('ul', {}, medallists.map((each) => h('li', {}, medalSign(each.medal), h('span', { class: 'lead-name' }, each.name), organisation(each.organisation)))),
      );
    },
  );
}

/** The whole table, by gold or by total. */
export function showTable(root, state, by, choose) {
  const rows = ranked(state.standings, by);
  if (root.childElementCount === 0) {
    const button = (value, word) => h('button', { type: 'button', data: { by: value }, on: { click: () => choose(value) } }, word);
    root.append(
      h('a', { class: 'back' }, icon('back'), 'All results'),
      h('h1', { id: 'medals-title' }, 'Medals'),
      h('div', { class: 'switch', role: 'group', 'aria-label': 'Order' }, button('gold', 'By gold'), button('total', 'By total')),
      h('p', { class: 'empty' }, 'No medals yet.'),
      h('div', { class: 'panel' }, table('Medal table')),
    );
  }
  root.querySelector('.back').href = `#/${state.competition}`;
  for (const button of root.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.dataset.by === by));
  root.querySelector('.empty').hidden = rows.length > 0;
  root.querySelector('.panel').hidden = rows.length === 0;
  fill(root.querySelector('tbody'), rows, by);
}
