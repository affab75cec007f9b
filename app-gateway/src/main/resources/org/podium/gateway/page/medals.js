// The medal table and who won medals last.

import { h, icon, keyed, setText } from './dom.js';
import { medalSign, organisation } from './days.js';
import { dayWords, localDay, timeOf } from './words.js';

const SIDE_ROWS = 10;
const LATEST = 8;
const MEDAL_ORDER = ['ME_GOLD', 'ME_SILVER', 'ME_BRONZE'];

const won = (standing) => standing.total > 0;

/** A team's medals in a part: a discipline, a gender, both or neither. */
function inPart(standing, part) {
  if (!part.discipline && !part.gender) return standing;
  const parts = (standing.parts ?? []).filter((each) => (!part.discipline || each.discipline === part.discipline) && (!part.gender || each.gender === part.gender));
  const sum = (metal) => parts.reduce((all, each) => all + each[metal], 0);
  const [gold, silver, bronze] = [sum('gold'), sum('silver'), sum('bronze')];
  return { organisation: standing.organisation, gold, silver, bronze, total: gold + silver + bronze };
}

const byMedals = (a, b) => b.gold - a.gold || b.silver - a.silver || b.bronze - a.bronze;
const byNumber = (a, b) => b.total - a.total;

function rankedIn(rows) {
  const places = (row, order) => [1 + rows.filter((other) => order(other, row) < 0).length, rows.filter((other) => order(other, row) === 0).length > 1];
  const table = [...rows].sort((a, b) => byMedals(a, b) || (a.organisation < b.organisation ? -1 : 1));
  return table.map((row, index) => {
    const [rank, rankEqual] = places(row, byMedals);
    const [rankByTotal, rankByTotalEqual] = places(row, byNumber);
    return { ...row, rank, rankEqual, rankByTotal, rankByTotalEqual, sortOrder: index + 1 };
  });
}

export function ranked(standings, by, part = {}) {
  const own = [...standings.values()].map((standing) => inPart(standing, part)).filter(won);
  const rows = part.discipline || part.gender ? rankedIn(own) : own;
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

const GENDERS = { M: 'Men', W: 'Women', X: 'Mixed', O: 'Open' };
const part = { discipline: '', gender: '' };

function chooser(name, word, redraw) {
  const changed = (event) => {
    part[name] = event.target.value;
    redraw();
  };
  return h('label', { class: 'part' }, h('span', { class: 'sr-only' }, word), h('select', { data: { part: name }, on: { change: changed } }));
}

function offer(root, name, all, options) {
  const select = root.querySelector(`select[data-part="${name}"]`);
  if (part[name] && !options.some(([value]) => value === part[name])) part[name] = '';
  keyed(select, [['', all], ...options], ([value]) => value || 'all', ([value]) => h('option', { value }), (option, [, word]) => setText(option, word));
  select.value = part[name];
}

const inChosenPart = (event) => (!part.discipline || event.discipline === part.discipline) && (!part.gender || event.event[3] === part.gender);

/** Medallists by the day on which they won, the last day first. */
function showDays(list, state) {
  const won = [...state.events.values()]
    .filter(inChosenPart)
    .flatMap((event) => event.medallists.filter((each) => each.scheduledStart).map((each) => ({ ...each, event })));
  const days = new Map();
  for (const each of won.sort((a, b) => b.scheduledStart.localeCompare(a.scheduledStart) || MEDAL_ORDER.indexOf(a.medal) - MEDAL_ORDER.indexOf(b.medal))) {
    const day = localDay(each.scheduledStart);
    days.set(day, [...(days.get(day) ?? []), each]);
  }
  list.replaceChildren(
    ...[...days].map(([day, medallists]) =>
      h(
        'section',
        { class: 'panel medal-day' },
        h('h2', {}, dayWords(day)),
        h(
          'ul',
          {},
          medallists.map((each) =>
            h(
              'li',
              {},
              medalSign(each.medal),
              h('span', { class: 'lead-name' }, each.name),
              organisation(each.organisation),
              h('a', { href: `#/${state.competition}/units/${each.unit}` }, `${each.event.disciplineName}, ${each.event.eventName}`),
            ),
          ),
        ),
      ),
    ),
  );
}

/** The whole table or that of a part, by gold or by total, and who won on which day. */
export function showTable(root, state, by, choose) {
  const disciplines = new Map([...state.events.values()].map((event) => [event.discipline, event.disciplineName]));
  const redraw = () => choose(by);
  if (root.childElementCount === 0) {
    const button = (value, word) => h('button', { type: 'button', data: { by: value }, on: { click: () => choose(value) } }, word);
    root.append(
      h('a', { class: 'back' }, icon('back'), 'All results'),
      h('h1', { id: 'medals-title' }, 'Medals'),
      h('div', { class: 'switch', role: 'group', 'aria-label': 'Order' }, button('gold', 'By gold'), button('total', 'By total')),
      chooser('discipline', 'Discipline', redraw),
      chooser('gender', 'Gender', redraw),
      h('p', { class: 'empty' }, 'No medals yet.'),
      h('div', { class: 'panel medal-panel' }, table('Medal table')),
      h('div', { class: 'medal-days' }),
    );
  }
  offer(root, 'discipline', 'All disciplines', [...disciplines].sort((a, b) => (a[1] < b[1] ? -1 : 1)));
  offer(root, 'gender', 'All events', Object.entries(GENDERS));
  const rows = ranked(state.standings, by, part);
  showDays(root.querySelector('.medal-days'), state);
  root.querySelector('.back').href = `#/${state.competition}`;
  for (const button of root.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.dataset.by === by));
  root.querySelector('.empty').hidden = rows.length > 0;
  root.querySelector('.medal-panel').hidden = rows.length === 0;
  fill(root.querySelector('tbody'), rows, by);
}
