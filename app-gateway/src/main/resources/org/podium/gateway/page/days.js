// The units of a day, in groups: what goes on, what comes, what is over.

import { fill, h, icon, keyed, setText, spoken } from './dom.js';
import { badgeOf, dayWords, irmWords, MEDALS, shortDay, timeOf } from './words.js';

const GROUPS = [
  ['live', 'Live now', 'Nothing is going on at the moment.'],
  ['next', 'Coming up', ''],
  ['finished', 'Finished', ''],
];

export function badge(unit, large = false) {
  const [sign, word, kind] = badgeOf(unit);
  return h('span', { class: `badge badge-${kind}${large ? ' badge-large' : ''}` }, icon(sign), word);
}

export function medalSign(medal) {
  const [letter, word] = MEDALS[medal] ?? ['?', 'Medal'];
  return h('span', { class: `medal medal-${letter}`, title: word }, h('span', { 'aria-hidden': true }, letter), spoken(`${word} medal`));
}

export function organisation(code) {
  return h('abbr', { class: 'org' }, code);
}

function leader(line) {
  return h(
    'li',
    {},
    line.medal ? medalSign(line.medal) : h('span', { class: 'lead-rank' }, line.decision === 'WON' ? icon('cup') : String(line.rank ?? '')),
    h('span', { class: 'lead-name' }, line.decision === 'WON' ? spoken('Winner: ') : null, line.name),
    organisation(line.organisation),
    h('span', { class: 'lead-text' }, line.irm ? h('abbr', { title: irmWords(line.irm) }, line.irm) : (line.text ?? '')),
  );
}

function card(unit) {
  return h('li', { class: 'card' }, h('a', { href: `#/${unit.competition}/units/${unit.unit}` }));
}

function fillCard(item, unit) {
  const print = JSON.stringify([unit.version, unit.stage, unit.scheduledStart]);
  if (item.dataset.print === print) return;
  item.dataset.print = print;
  item.dataset.stage = unit.stage;
  const link = item.firstElementChild;
  link.href = `#/${unit.competition}/units/${unit.unit}`;
  fill(
    link,
    h(
      'span',
      { class: 'card-top' },
      h('span', { class: 'card-discipline' }, unit.disciplineName),
      unit.medalEvent ? h('span', { class: 'card-medals' }, icon('cup'), 'Medals') : null,
      badge(unit),
    ),
    h('span', { class: 'card-event' }, unit.eventName),
    h(
      'span',
      { class: 'card-unit' },
      h('time', { datetime: unit.scheduledStart }, timeOf(unit.scheduledStart)),
      ` · ${unit.unitName} · ${unit.venueName}`,
    ),
    unit.leaders ? h('ol', { class: 'leaders' }, unit.leaders.map(leader)) : null,
    unit.flags?.includes('CORRECTED') ? h('span', { class: 'mark-corrected' }, icon('edit'), 'Corrected') : null,
  );
}

function order(stage) {
  const start = (unit) => unit.scheduledStart + unit.unit;
  const upwards = (a, b) => (start(a) < start(b) ? -1 : 1);
  return stage === 'finished' ? (a, b) => upwards(b, a) : upwards;
}

/** Shows the units of the day; state holds day, days, units and competition. */
export function showDay(state) {
  setText(document.getElementById('day-title'), state.day ? dayWords(state.day) : 'Results');
  showDays(state);
  const groups = document.getElementById('groups');
  if (groups.childElementCount === 0) {
    for (const [stage, title] of GROUPS) {
      groups.append(
        h(
          'section',
          { class: 'group', 'aria-labelledby': `group-${stage}`, data: { stage } },
          h('h2', { id: `group-${stage}` }, title, ' ', h('span', { class: 'count' })),
          h('p', { class: 'empty', hidden: true }),
          h('ul', { class: 'cards' }),
        ),
      );
    }
  }
  GROUPS.forEach(([stage, , empty], index) => {
    const units = [...state.units.values()].filter((unit) => unit.stage === stage).sort(order(stage));
    const section = groups.children[index];
    section.hidden = units.length === 0 && empty === '';
    setText(section.querySelector('.count'), units.length ? String(units.length) : '');
    const note = section.querySelector('.empty');
    note.hidden = units.length > 0;
    setText(note, empty);
    keyed(section.querySelector('.cards'), units, (unit) => unit.unit, card, fillCard);
  });
}

function showDays(state) {
  keyed(
    document.getElementById('day-list'),
    state.days,
    (day) => day.day,
    (day) => h('a', { href: '#/' }, h('span', { class: 'day-name' }), h('span', { class: 'day-live' })),
    (link, day) => {
      link.href = `#/${state.competition}/day/${day.day}`;
      if (day.day === state.day) link.setAttribute('aria-current', 'date');
      else link.removeAttribute('aria-current');
      setText(link.firstElementChild, shortDay(day.day));
      setText(link.lastElementChild, day.live ? `${day.live} live` : '');
    },
  );
}
