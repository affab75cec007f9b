// One unit's board: moves as results come, and says how official they are.

import { calm, fill, h, icon, keyed, setText, spoken } from './dom.js';
import { badge, medalSign, organisation } from './days.js';
import { detailsOf } from './details.js';
import { badgeOf, changeWords, clockOf, decidedWords, irmWords, recordWords, timeOf } from './words.js';

const MOVE_MILLIS = 450;
const ARROW_MILLIS = 8000;

export class Board {
  #root;
  #announce;
  #unit = null;
  #table = null;
  #head = null;
  #arrows = new Map();

  constructor(root, announce) {
    this.#root = root;
    this.#announce = announce;
  }

  /** Empties the board for another unit. */
  clear(competition, rsc) {
    this.#unit = null;
    this.#table = null;
    this.#arrows.clear();
    this.#root.replaceChildren(
      this.#backLink(competition),
      h('h1', { id: 'board-title' }, 'Unit'),
      h('p', { class: 'empty' }, `Waiting for ${rsc}`),
    );
  }

  missing(competition, advice) {
    this.#root.replaceChildren(this.#backLink(competition), h('h1', { id: 'board-title' }, 'No such unit'), h('p', { class: 'empty' }, advice));
  }

  /** Shows a version of the unit unless a newer one is shown. */
  show(unit, latencyMillis = null) {
    if (this.#unit && this.#unit.version > unit.version) return;
    const before = this.#unit;
    this.#unit = unit;
    if (this.#table === null) this.#frame(unit);
    this.#fillHead(unit, latencyMillis);
    this.#fillTable(unit, before);
    document.title = `${unit.eventName}, ${unit.unitName} · Podium`;
    if (before && before.version < unit.version) this.#tell(before, unit);
  }

  #backLink(competition) {
    return h('a', { class: 'back', href: `#/${competition}` }, icon('back'), 'All results');
  }

  #frame(unit) {
    this.#head = h('header', { class: 'board-head' });
    this.#table = h(
      'table',
      { class: 'board' },
      h('caption', { class: 'sr-only' }, `${unit.eventName}, ${unit.unitName}`),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col', class: 'col-rank' }, 'Rank'),
          h('th', { scope: 'col' }, 'Competitor'),
          h('th', { scope: 'col', class: 'col-mark' }, 'Result'),
        ),
      ),
    );
    this.#root.replaceChildren(this.#backLink(unit.competition), this.#head, this.#table);
  }

  #fillHead(unit, latencyMillis) {
    const flags = unit.flags ?? [];
    const reason = unit.change?.reason;
    const corrected = flags.includes('CORRECTED');
    fill(
      this.#head,
      h('p', { class: 'eyebrow' }, `${unit.disciplineName} · ${unit.venueName}`),
      h('h1', { id: 'board-title' }, unit.eventName),
      h(
        'p',
        { class: 'board-unit' },
        h('span', {}, unit.unitName),
        h('time', { datetime: unit.scheduledStart }, timeOf(unit.scheduledStart)),
        badge(unit, true),
      ),
      corrected || reason
        ? h('p', { class: 'remark remark-corrected' }, icon('edit'), h('span', {}, h('strong', {}, corrected ? 'Corrected' : 'Changed'), reason ? `: ${reason}` : ''))
        : null,
      corrected ? this.#changes(unit.change) : null,
      flags.includes('SEQUENCE_GAP')
        ? h('p', { class: 'remark' }, icon('question'), h('span', {}, 'Something from the venue is still missing; this may change.'))
        : null,
      h(
        'p',
        { class: 'meta' },
        unit.version === 0 ? 'No results yet' : `Version ${unit.version}, ${clockOf(unit.takenAt)}`,
        latencyMillis === null ? '' : `, ${(latencyMillis / 1000).toFixed(2)} s from the venue to you`,
      ),
    );
  }

  /** What the correction changed, for who has to say it. */
  #changes(change) {
    const lines = (change?.lines ?? []).map((line) => [line, changeWords(line)]).filter(([, words]) => words);
    if (lines.length === 0) return null;
    return h(
      'ul',
      { class: 'changes', 'aria-label': 'What changed' },
      lines.map(([line, words]) => h('li', {}, h('strong', {}, line.name), ' ', organisation(line.organisation), `: ${words}`)),
      change.moreLines ? h('li', {}, `and ${change.moreLines} more`) : null,
    );
  }

  #fillTable(unit, before) {
    const old = new Map((before?.lines ?? []).map((line) => [line.competitor, line]));
    const positions = new Map([...this.#table.tBodies].map((body) => [body.dataset.key, body.getBoundingClientRect().top]));
    const duel = unit.lines.length === 2 && unit.lines.some((line) => line.resultType === 'SCORE');
    this.#table.classList.toggle('duel', duel);
    const bodies = h('div');
    const head = this.#table.tHead;
    bodies.append(...this.#table.tBodies);
    keyed(
      bodies,
      unit.lines,
      (line) => line.competitor,
      () => h('tbody', { class: 'line-body' }),
      (body, line) => this.#fillLine(body, line, old.get(line.competitor)),
    );
    this.#table.replaceChildren(this.#table.caption, head, ...bodies.children);
    if (before) this.#animate(positions);
  }

  #fillLine(body, line, before) {
    const print = JSON.stringify(line);
    const climbed = before?.rank && line.rank ? before.rank - line.rank : 0;
    if (climbed !== 0) this.#arrows.set(line.competitor, { climbed, until: Date.now() + ARROW_MILLIS });
    const arrow = this.#arrows.get(line.competitor);
    const pointing = arrow && arrow.until > Date.now() ? arrow.climbed : 0;
    if (body.dataset.print === print + pointing) return;
    body.dataset.print = print + pointing;
    const details = detailsOf(line);
    body.classList.toggle('won', line.decision === 'WON');
    fill(
      body,
      h(
        'tr',
        { class: 'line-row' },
        h('td', { class: 'col-rank' }, this.#rank(line, pointing)),
        h('th', { scope: 'row', class: 'col-name' }, this.#name(line)),
        h('td', { class: 'col-mark' }, this.#mark(line)),
      ),
      details.length ? h('tr', { class: 'detail-row' }, h('td', { class: 'col-rank' }), h('td', { colspan: 2 }, h('div', { class: 'details' }, details))) : null,
    );
    if (before && (before.text !== line.text || before.irm !== line.irm) && !calm()) {
      body.querySelector('.mark-text')?.animate([{ backgroundColor: 'var(--flash)' }, { backgroundColor: 'transparent' }], { duration: 1800 });
    }
  }

  #rank(line, pointing) {
    const rank = h('span', { class: 'rank' }, line.rank ? String(line.rank) : h('span', { 'aria-label': 'no rank' }, '–'), line.rankEqual ? h('span', { class: 'equal' }, '=', spoken('shared')) : null);
    if (pointing === 0) return rank;
    const places = Math.abs(pointing);
    return h('span', {}, rank, h('span', { class: `moved ${pointing > 0 ? 'moved-up' : 'moved-down'}` }, icon(pointing > 0 ? 'up' : 'down'), String(places), spoken(pointing > 0 ? ' up' : ' down')));
  }

  #name(line) {
    const small = [];
    if (line.startOrder) small.push(`Start ${line.startOrder}`);
    if (line.bib) small.push(`No. ${line.bib}`);
    const members = line.members ?? [];
    return [
      h('span', { class: 'name' }, line.medal ? medalSign(line.medal) : null, line.name),
      h('span', { class: 'under' }, organisation(line.organisation), small.length ? ` ${small.join(' · ')}` : ''),
      members.length ? h('span', { class: 'members' }, members.join(', ')) : null,
    ];
  }

  #mark(line) {
    const decided = line.decidedBy ? decidedWords(line.decidedBy) : null;
    return [
      h(
        'span',
        { class: 'mark-text' },
        line.irm ? h('abbr', { class: 'irm', title: irmWords(line.irm) }, line.irm) : null,
        line.irm && line.text ? ' ' : null,
        line.text ?? '',
      ),
      line.decision ? h('span', { class: `decision decision-${line.decision}` }, line.decision === 'WON' ? icon('cup') : null, { WON: 'Winner', LOST: 'Defeated', TIED: 'Draw' }[line.decision]) : null,
      (line.records ?? []).length ? h('span', { class: 'records' }, line.records.map((record) => h('abbr', { class: 'record', title: recordWords(record) }, record))) : null,
      line.qualification ? h('span', { class: 'qualified' }, h('span', { 'aria-hidden': true }, line.qualification), spoken('qualified')) : null,
      line.diff ? h('span', { class: 'diff' }, line.diff) : null,
      line.irm ? h('span', { class: 'diff' }, irmWords(line.irm)) : null,
      decided ? h('span', { class: 'diff' }, decided) : null,
    ];
  }

  #animate(positions) {
    if (calm()) return;
    for (const body of this.#table.tBodies) {
      const top = positions.get(body.dataset.key);
      if (top === undefined) continue;
      const moved = top - body.getBoundingClientRect().top;
      if (Math.abs(moved) < 2) continue;
      body.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], { duration: MOVE_MILLIS, easing: 'cubic-bezier(.2,.8,.2,1)' });
    }
  }

  #tell(before, unit) {
    if (before.status !== unit.status) {
      this.#announce(`${unit.eventName}, ${unit.unitName}: ${badgeOf(unit)[1]}`);
      return;
    }
    const concerned = unit.lines.find((line) => line.competitor === unit.change?.competitor);
    if (concerned) {
      const mark = concerned.irm ? irmWords(concerned.irm) : concerned.text;
      this.#announce(`${concerned.name}${mark ? `, ${mark}` : ''}${concerned.rank ? `, rank ${concerned.rank}` : ''}`);
    }
  }
}
