// The live page: which view is shown, what is known, and the streams that keep it so.

import { h, keyed, setText } from './dom.js';
import { Board } from './board.js';
import { showDay } from './days.js';
import { showEvent } from './event.js';
import { showLatest, showSide, showTable } from './medals.js';
import { Stream } from './stream.js';
import { localDay, resyncWords, zone } from './words.js';

const state = { competition: '', day: '', days: [], units: new Map(), events: new Map(), standings: new Map(), by: 'gold' };
const lines = { list: 'connecting', board: 'live' };
const at = (id) => document.getElementById(id);
const board = new Board(at('view-board'), announce);

let listStream = null;
let boardStream = null;
let boardUnit = '';
let eventTimer = 0;
let drawn = false;
let announced = 0;
let cutAt = 0;

const LINE_WORDS = { live: 'Live', connecting: 'Connecting', cut: 'Reconnecting', offline: 'Offline' };
const ANNOUNCE_MILLIS = 4000;
const RELOAD_MILLIS = 300000;
const EVENT_MILLIS = 400;

/** Before an event is asked for again of which something older came than a frame had told of. */
const STALE_MILLIS = 1_000;

function announce(text) {
  if (Date.now() - announced < ANNOUNCE_MILLIS) return;
  announced = Date.now();
  at('announcer').textContent = text;
}

/** Asks the server each time: what a frame has told of may be newer than what the browser's cache would answer with. */
async function fetchJson(path) {
  const answer = await fetch(path, { cache: 'no-cache', headers: { Accept: 'application/json' } });
  const body = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(body.detail ?? answer.statusText), { status: answer.status });
  return body;
}

// What is known

function newer(map, key, value) {
  const held = map.get(key);
  if (held && held.version > value.version) return false;
  map.set(key, value);
  return true;
}

async function loadDay(day) {
  const competition = state.competition;
  const query = new URLSearchParams({ tz: zone });
  if (day) query.set('day', day);
  const schedule = await fetchJson(`v1/competitions/${competition}/schedule?${query}`);
  if (competition !== state.competition) return;
  const kept = state.day === schedule.day ? state.units : new Map();
  const listed = new Set(schedule.units.map((unit) => unit.unit));
  for (const rsc of kept.keys()) if (!listed.has(rsc)) kept.delete(rsc);
  state.day = schedule.day;
  state.days = schedule.days;
  state.units = kept;
  for (const unit of schedule.units) newer(state.units, unit.unit, unit);
  draw();
}

async function loadMedals() {
  const competition = state.competition;
  const [events, medals] = await Promise.all([
    fetchJson(`v1/competitions/${competition}/events`),
    fetchJson(`v1/competitions/${competition}/medals`),
  ]);
  if (competition !== state.competition) return;
  for (const event of events.events) newer(state.events, event.event, event);
  for (const standing of medals.standings) newer(state.standings, standing.organisation, standing);
  draw();
}

function take(frame) {
  if (frame.part === 'unit') {
    const unit = frame.unit;
    if (state.units.has(unit.unit)) newer(state.units, unit.unit, unit);
    else if (localDay(unit.scheduledStart) === state.day) newer(state.units, unit.unit, unit);
  } else if (frame.part === 'event') {
    if (newer(state.events, frame.event.event, frame.event) && boardUnit.startsWith(`${state.competition}/${frame.event.event}`)) loadEvent();
  } else if (frame.part === 'medals') newer(state.standings, frame.medals.organisation, frame.medals);
  draw();
}

// Streams

function follow(competition) {
  listStream?.close();
  Object.assign(state, { competition, day: '', days: [], units: new Map(), events: new Map(), standings: new Map() });
  const reload = () => Promise.all([loadDay(route().day), loadMedals()]).catch((failure) => note(failure.message));
  listStream = new Stream(
    { competition, detail: 'summary', medals: 'yes', snapshot: 'no' },
    {
      state: (now) => line('list', now),
      hello: (frame) => (frame.resumed && state.day ? null : reload()),
      frame: (name, frame) => {
        if (name === 'resync') {
          note(resyncWords(frame.reason), 6000);
          reload();
        } else if (name === 'update') take(frame);
      },
    },
  );
}

function followUnit(competition, rsc) {
  if (boardUnit === `${competition}/${rsc}`) return;
  leaveUnit();
  boardUnit = `${competition}/${rsc}`;
  board.clear(competition, rsc);
  loadEvent(0);
  const shown = boardUnit;
  boardStream = new Stream(
    { competition, unit: rsc },
    {
      state: (now) => line('board', now),
      hello: () => null,
      frame: (name, frame) => {
        if (frame.part === 'unit') board.show(frame.unit, name === 'update' ? Math.max(0, Date.now() - frame.takenAt) : null);
      },
    },
  );
  fetchJson(`v1/competitions/${competition}/units/${rsc}`)
    .then((unit) => boardUnit === shown && board.show(unit))
    .catch((failure) => {
      if (boardUnit === shown && failure.status < 500) board.missing(competition, failure.message);
    });
}

/** Reads the event of the unit that is shown; soon, so that several changes at a time are read once. */
function loadEvent(millis = EVENT_MILLIS) {
  clearTimeout(eventTimer);
  const [competition, rsc] = boardUnit.split('/');
  const shown = boardUnit;
  eventTimer = setTimeout(() => {
    fetchJson(`v1/competitions/${competition}/events/${rsc.slice(0, 22)}`)
      .then((event) => {
        if (boardUnit !== shown) return;
        showEvent(at('view-event'), competition, rsc, event);
        const told = state.events.get(event.event)?.version ?? 0;
        if ((event.result?.version ?? 0) < told) loadEvent(STALE_MILLIS); // a cache on the way has an older one
      })
      .catch(() => null);
  }, millis);
}

function leaveUnit() {
  clearTimeout(eventTimer);
  at('view-event').hidden = true;
  boardStream?.close();
  boardStream = null;
  boardUnit = '';
  line('board', 'live');
}

function line(which, now) {
  lines[which] = now;
  const worst = !navigator.onLine ? 'offline' : ['cut', 'connecting'].find((each) => Object.values(lines).includes(each)) ?? 'live';
  const element = at('line');
  if (element.dataset.state === worst) return;
  element.dataset.state = worst;
  setText(at('line-word'), LINE_WORDS[worst]);
  const cut = worst === 'cut' || worst === 'offline';
  if (cut && cutAt === 0) cutAt = Date.now();
  if (cut) note(`The line was cut at ${new Date(cutAt).toLocaleTimeString()}. What you see is from then; it goes on by itself.`);
  else if (worst === 'live' && cutAt !== 0) {
    cutAt = 0;
    note('Live again. Nothing was missed.', 4000);
  }
}

let noteTimer = 0;

function note(text, millis = 0) {
  clearTimeout(noteTimer);
  const notice = at('notice');
  setText(notice, text);
  notice.hidden = text === '';
  if (millis > 0) noteTimer = setTimeout(() => note(''), millis);
}

// Views

function route() {
  const [, competition = '', view = '', id = ''] = location.hash.split('/').map(decodeURIComponent);
  return { competition, view, id, day: view === 'day' ? id : '' };
}

async function navigate() {
  const { competition, view, id, day } = route();
  if (competition === '') return;
  if (competition !== state.competition) follow(competition);
  else if (view !== 'units' && view !== 'medals' && day && day !== state.day) loadDay(day).catch((failure) => note(failure.message));
  const shown = view === 'units' ? 'view-board' : view === 'medals' ? 'view-medals' : 'view-units';
  for (const each of ['view-units', 'view-board', 'view-medals']) at(each).hidden = each !== shown;
  if (shown === 'view-board') followUnit(competition, id);
  else leaveUnit();
  if (shown !== 'view-board') document.title = `${competition}: ${shown === 'view-medals' ? 'medals' : 'live results'} · Podium`;
  at('home').href = at('nav-units').href = `#/${competition}`;
  at('nav-medals').href = `#/${competition}/medals`;
  current('nav-units', shown === 'view-units');
  current('nav-medals', shown === 'view-medals');
  at('competition').value = competition;
  draw();
}

function current(id, is) {
  if (is) at(id).setAttribute('aria-current', 'page');
  else at(id).removeAttribute('aria-current');
}

function draw() {
  if (drawn) return;
  drawn = true;
  requestAnimationFrame(() => {
    drawn = false;
    if (!at('view-units').hidden) {
      showDay(state);
      showSide(at('side-table'), state);
      showLatest(at('side-latest'), state);
    }
    if (!at('view-medals').hidden) {
      showTable(at('view-medals'), state, state.by, (by) => {
        state.by = by;
        draw();
      });
    }
  });
}

async function start() {
  try {
    const { competitions } = await fetchJson('v1/competitions');
    if (competitions.length === 0) throw new Error('There are no competitions yet.');
    const names = competitions.map((each) => each.competition);
    const wanted = route().competition;
    if (wanted && !names.includes(wanted)) names.push(wanted);
    keyed(at('competition'), names, (name) => name, (name) => h('option', { value: name }, name), () => {});
    at('competition').disabled = names.length < 2;
    note('');
    if (wanted === '') location.replace(`#/${names[0]}`);
    else navigate();
  } catch (failure) {
    note(`${failure.message} Trying again.`);
    setTimeout(start, 2000);
  }
}

addEventListener('hashchange', () => {
  navigate();
  scrollTo(0, 0);
  if (route().view !== 'day') at('content').focus({ preventScroll: true });
});
addEventListener('online', () => {
  listStream?.wake();
  boardStream?.wake();
  line('list', lines.list);
});
addEventListener('offline', () => line('list', lines.list));
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') {
    listStream?.wake();
    boardStream?.wake();
  }
});
at('competition').addEventListener('change', (event) => {
  location.hash = `#/${event.target.value}`;
});
setInterval(() => {
  if (state.competition) loadDay(state.day).catch(() => null);
}, RELOAD_MILLIS);
start();
