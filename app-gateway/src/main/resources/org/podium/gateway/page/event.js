// What follows for the event of the unit that is shown: its bracket, its phases and its ranking.

import { fill, h, spoken } from './dom.js';
import { medalSign, organisation } from './days.js';
import { decidedWords, irmWords } from './words.js';

/** Shows an event under the board of one of its units; nothing where nobody has said how the event is organised. */
export function showEvent(root, competition, shown, event) {
  const result = event?.result ?? {};
  const names = new Map((event?.units ?? []).map((unit) => [unit.unit, unit]));
  const phases = (result.phases ?? []).filter((phase) => (phase.lines ?? []).length > 0 && isRanked(phase));
  const rounds = roundsOf(result, names);
  const ranking = result.ranking ?? [];
  root.hidden = phases.length + rounds.length + ranking.length === 0;
  if (root.hidden) {
    fill(root);
    return;
  }
  fill(
    root,
    h('h2', { class: 'event-title' }, `${result.eventName}: the event`),
    rounds.length ? bracket(rounds, competition, shown) : null,
    phases.map((phase) => tables(phase, result)),
    ranking.length ? rankingTable(ranking, result, names) : null,
  );
}

const isRanked = (phase) => phase.lines.some((line) => line.rank || line.pool || line.qualification);

const rankText = (rank, equal) => [rank ? String(rank) : h('span', { 'aria-label': 'no rank' }, '–'), equal ? h('span', { class: 'equal' }, '=', spoken('shared')) : null];

// Bracket

/** Rounds in which somebody is drawn, and the rounds that they come from. */
function roundsOf(result, names) {
  const drawn = new Map((result.bracket ?? []).map((unit) => [unit.unit, unit]));
  const sources = new Set([...drawn.values()].flatMap((unit) => unit.slots.map((slot) => slot.from)));
  const isMatch = (rsc) => drawn.get(rsc)?.slots.length <= 2 || (!drawn.has(rsc) && sources.has(rsc));
  return (result.phases ?? [])
    .map((phase) => ({
      name: phase.name,
      matches: phase.units.filter(isMatch).map((rsc) => match(rsc, drawn.get(rsc), phase, names)),
    }))
    .filter((round) => round.matches.length > 0);
}

function match(rsc, drawn, phase, names) {
  const unit = names.get(rsc);
  const results = new Map((unit?.leaders ?? []).map((line) => [line.competitor, line]));
  const slots = drawn
    ? drawn.slots.map((slot) => ({ ...slot, line: results.get(slot.competitor) }))
    : (unit?.leaders ?? []).map((line) => ({ ...line, line }));
  return { rsc, name: unit?.unitName ?? phase.name, bye: drawn?.bye, slots, names };
}

function bracket(rounds, competition, shown) {
  return h(
    'section',
    { class: 'event-part', 'aria-labelledby': 'bracket-title' },
    h('h3', { id: 'bracket-title' }, 'Bracket'),
    h(
      'div',
      { class: 'bracket', tabindex: 0 },
      rounds.map((round) =>
        h(
          'section',
          { class: 'round', 'aria-label': round.name },
          h('h4', {}, round.name),
          h(
            'ol',
            { class: 'matches' },
            round.matches.map((one) =>
              h(
                'li',
                { class: one.rsc === shown ? 'match match-shown' : 'match' },
                h('a', { href: `#/${competition}/units/${one.rsc}` }, one.bye ? `${one.name} (bye)` : one.name),
                one.slots.map((slot) => side(slot, one.names)),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function side(slot, names) {
  const won = slot.line?.decision === 'WON';
  return h(
    'p',
    { class: won ? 'match-side match-won' : 'match-side' },
    slot.name
      ? h('span', { class: 'match-name' }, slot.name, ' ', organisation(slot.organisation), won ? spoken(', won') : null)
      : h('span', { class: 'match-open' }, openWords(slot, names)),
    h('span', { class: 'match-score' }, slot.line?.irm ?? slot.line?.text ?? ''),
  );
}

function openWords(slot, names) {
  const unit = names.get(slot.from);
  if (unit) return `${{ 1: 'Winner', 2: 'Loser' }[slot.place] ?? `No. ${slot.place}`} of ${unit.unitName}`;
  return `No. ${slot.place} of ${slot.from}${slot.group ? ` ${slot.group}` : ''}`;
}

// Phases

function tables(phase, result) {
  const groups = Map.groupBy(phase.lines, (line) => (line.pool ? (line.group ?? '') : ''));
  return h(
    'section',
    { class: 'event-part' },
    [...groups].map(([group, lines]) => {
      const title = group ? `${phase.name}, ${group}` : phase.name;
      return lines[0].pool ? poolTable(title, lines, phase) : phaseTable(title, lines, phase);
    }),
    (phase.undecided ?? []).map((open) => undecided(open, phase)),
    remarksOf(phase, result),
  );
}

function table(title, phase, columns, rows) {
  const state = phase === null ? '' : phase.complete ? '' : `${phase.counted} of ${phase.units.length} in`;
  return h(
    'div',
    { class: 'event-scroll', tabindex: 0 },
    h(
      'table',
      { class: 'event-table' },
      h('caption', {}, title, state ? h('span', { class: 'meta' }, ` ${state}`) : null),
      h('thead', {}, h('tr', {}, columns.map(([name, className]) => h('th', { scope: 'col', class: className ?? null }, name)))),
      h('tbody', {}, rows),
    ),
  );
}

const who = (line) => h('th', { scope: 'row' }, line.medal ? medalSign(line.medal) : null, line.medal ? ' ' : null, line.name, ' ', h('span', { class: 'under-inline' }, organisation(line.organisation)));

const marked = (line) => h('td', {}, line.qualification ? h('span', { class: 'qualified' }, h('span', { 'aria-hidden': true }, line.qualification), spoken(`qualified, ${line.qualification}`)) : null);

function phaseTable(title, lines, phase) {
  return table(
    title,
    phase,
    [['Rank'], ['Competitor'], ['Result', 'figure'], ['Goes on']],
    lines.map((line) =>
      h(
        'tr',
        {},
        h('td', {}, rankText(line.rank, line.rankEqual)),
        who(line),
        h('td', { class: 'figure' }, line.irm ? h('abbr', { class: 'irm', title: irmWords(line.irm) }, line.irm) : (line.text ?? '')),
        marked(line),
      ),
    ),
  );
}

function poolTable(title, lines, phase) {
  const sorted = [...lines].sort((a, b) => (a.groupRank ?? 999) - (b.groupRank ?? 999));
  const figure = 'figure';
  return table(
    title,
    phase,
    [['Rank'], ['Competitor'], ['Played', figure], ['Won', figure], ['Tied', figure], ['Lost', figure], ['Score', figure], ['Points', figure], ['Goes on']],
    sorted.map((line) =>
      h(
        'tr',
        {},
        h('td', {}, rankText(line.groupRank, sorted.filter((other) => other.groupRank && other.groupRank === line.groupRank).length > 1)),
        who(line),
        [line.pool.played, line.pool.won, line.pool.tied, line.pool.lost, `${line.pool.scored}:${line.pool.conceded}`].map((value) => h('td', { class: figure }, String(value))),
        h('td', { class: figure }, h('strong', {}, line.pool.points), line.decidedBy && decidedWords(line.decidedBy) ? h('span', { class: 'diff' }, decidedWords(line.decidedBy)) : null),
        marked(line),
      ),
    ),
  );
}

function undecided(open, phase) {
  const names = open.competitors.map((id) => phase.lines.find((line) => line.competitor === id)?.name ?? id);
  return h('p', { class: 'remark' }, `Undecided: ${open.places === 1 ? 'one' : open.places} of ${names.join(', ')} goes on (${open.mark}).`);
}

function remarksOf(phase, result) {
  return (result.remarks ?? [])
    .filter((remark) => remark.notice === 'NOT_QUALIFIED' && phase.units.includes(remark.unit))
    .map((remark) => h('p', { class: 'remark' }, `${nameOf(remark.competitor, result)} competes here without being qualified any more.`));
}

function nameOf(id, result) {
  const lines = [...(result.ranking ?? []), ...(result.phases ?? []).flatMap((phase) => phase.lines ?? [])];
  return lines.find((line) => line.competitor === id)?.name ?? id;
}

// Ranking

function rankingTable(ranking, result, names) {
  const codes = new Map((result.phases ?? []).map((phase) => [phase.code, phase.name]));
  return h(
    'section',
    { class: 'event-part' },
    table(
      'Event ranking',
      null,
      [['Rank'], ['Competitor'], ['Result', 'figure'], ['In']],
      ranking.map((line) =>
        h(
          'tr',
          {},
          h('td', {}, rankText(line.rank, line.rankEqual)),
          who(line),
          h('td', { class: 'figure' }, line.irm ? h('abbr', { class: 'irm', title: irmWords(line.irm) }, line.irm) : (line.text ?? '')),
          h('td', {}, codes.get(line.from) ?? names.get(line.from)?.unitName ?? ''),
        ),
      ),
    ),
  );
}
