// What codes of the protocol are called on the page.

const BADGES = {
  START_LIST: ['list', 'Start list', 'awaited'],
  LIVE: ['live', 'Live', 'live'],
  INTERMEDIATE: ['pause', 'Break', 'live'],
  UNCONFIRMED: ['question', 'Unconfirmed', 'open'],
  UNOFFICIAL: ['approx', 'Unofficial', 'open'],
  OFFICIAL: ['check', 'Official', 'official'],
  PARTIAL: ['part', 'Partial', 'open'],
  PROTESTED: ['warning', 'Under protest', 'alarm'],
  PROVISIONAL: ['approx', 'Provisional', 'open'],
};

const SCHEDULE_BADGES = {
  GETTING_READY: ['clock', 'Getting ready', 'awaited'],
  RUNNING: ['live', 'Live', 'live'],
  INTERRUPTED: ['pause', 'Interrupted', 'alarm'],
  DELAYED: ['clock', 'Delayed', 'alarm'],
  POSTPONED: ['clock', 'Postponed', 'alarm'],
  RESCHEDULED: ['clock', 'Rescheduled', 'awaited'],
  SCHEDULED_BREAK: ['pause', 'Break', 'live'],
  FINISHED: ['clock', 'Finished', 'open'],
  CANCELLED: ['cross', 'Cancelled', 'alarm'],
};

/** Schedule statuses that say more than the result status beside them. */
const LOUD = new Set(['INTERRUPTED', 'DELAYED', 'POSTPONED', 'CANCELLED']);

/** Sign, word and kind of a unit's status. */
export function badgeOf(unit) {
  if (unit.status !== 'OFFICIAL' && LOUD.has(unit.scheduleStatus)) return SCHEDULE_BADGES[unit.scheduleStatus];
  const result = BADGES[unit.status];
  if (result && !(unit.status === 'START_LIST' && unit.stage === 'live')) return result;
  return SCHEDULE_BADGES[unit.scheduleStatus] ?? ['clock', 'Scheduled', 'awaited'];
}

export const MEDALS = { ME_GOLD: ['G', 'Gold'], ME_SILVER: ['S', 'Silver'], ME_BRONZE: ['B', 'Bronze'] };

const IRMS = {
  DNS: 'did not start', DNF: 'did not finish', DQ: 'disqualified', DSQ: 'disqualified', DQB: 'disqualified for behaviour',
  NM: 'no mark', LAP: 'lapped', OVL: 'overlapped', REL: 'relegated', EL: 'eliminated', RT: 'retired', WD: 'withdrawn', WDR: 'withdrawn',
  WO: 'walkover', RET: 'retired', INJ: 'injured', BUW: 'below the minimum', FS: 'false start', BFD: 'black flag', UFD: 'U flag',
  DPI: 'penalty', DNC: 'did not come to the start', OCS: 'over the line at the start', RDG: 'redress', SCP: 'scoring penalty',
  FLT: 'fault', RAL: 'ranked as last', FALL: 'fall', OTL: 'outside the time limit', EXC: 'excluded', RTD: 'retired', WDN: 'withdrawn',
  CUT: 'missed the cut', DEF: 'defaulted', FOR: 'forfeited', ABD: 'abandoned', DNE: 'disqualified, cannot be discarded',
  NSC: 'did not sail the course', TLE: 'time limit expired', STP: 'standard penalty', XPA: 'arbitration penalty', ZFP: 'flag penalty',
  PRP: 'protest penalty', NC: 'not classified',
};

export const irmWords = (irm) => IRMS[irm] ?? irm;

const DECIDED = {
  THOUSANDTHS: 'by thousandths', FINISH_ORDER: 'by order of finish', PHOTO_FINISH: 'by photo finish', NEXT_BEST: 'by next best mark',
  FAILURES_AT_HEIGHT: 'by fewer failures at the height', FAILURES_IN_ALL: 'by fewer failures in all', JUMP_OFF: 'after a jump-off',
  LOWER_LIFT: 'by the lower best clean and jerk', EARLIER_ATTEMPT: 'by the earlier attempt', LOT: 'by lot', EXECUTION: 'by execution',
  DIFFICULTY: 'by difficulty', INNER_TENS: 'by inner tens', TENS: 'by tens', SHOOT_OFF: 'after a shoot-off', LAST_RACE: 'by the last race',
  BEST_PLACES: 'by best places', DECISION: 'by decision', SHARED: 'rank shared', WINS: 'by matches won',
  DIRECT_MATCHES: 'by the matches between them', SCORE_DIFFERENCE: 'by score difference', SCORE_RATIO: 'by score ratio', SCORED: 'by what was scored',
};

/** How a tie with the line above was decided; null where the mark decided. */
export const decidedWords = (decidedBy) => DECIDED[decidedBy] ?? null;

const RECORDS = { WR: 'World record', OR: 'Olympic record', AR: 'Area record', CR: 'Championship record', NR: 'National record', PB: 'Personal best', SB: 'Season best' };

export const recordWords = (record) => (record.startsWith('=') ? `${RECORDS[record.slice(1)] ?? record.slice(1)} equalled` : (RECORDS[record] ?? record));

const rankWords = (rank) => (rank ? `rank ${rank}` : 'no rank');

/** What became of a line, for a notice: "rank 1 → no rank, DQ, loses gold". */
export function changeWords(change) {
  const words = [];
  if (change.rankBefore !== change.rank) words.push(`${rankWords(change.rankBefore)} → ${rankWords(change.rank)}`);
  if (change.irmBefore !== change.irm) words.push(change.irm ? irmWords(change.irm) : `no longer ${irmWords(change.irmBefore)}`);
  if (change.text && change.textBefore !== change.text) words.push(change.textBefore ? `${change.textBefore} → ${change.text}` : change.text);
  const medal = (code) => MEDALS[code]?.[1].toLowerCase() ?? 'a medal';
  if (change.medalBefore && change.medalBefore !== change.medal) words.push(`loses ${medal(change.medalBefore)}`);
  if (change.medal && change.medalBefore !== change.medal) words.push(`wins ${medal(change.medal)}`);
  for (const record of change.recordsGained ?? []) words.push(recordWords(record).toLowerCase());
  for (const record of change.recordsLost ?? []) words.push(`no longer ${recordWords(record).toLowerCase()}`);
  return words.join(', ');
}

const RESYNCED = {
  POSITION_TOO_OLD: 'The line was cut for long. Everything shown is up to date again.',
  POSITION_OF_ANOTHER_FEED: 'Results were started anew. Everything shown is up to date again.',
  READER_TOO_SLOW: 'This device was slow. Everything shown is up to date again.',
  GATEWAY_TOO_SLOW: 'The service was slow. Everything shown is up to date again.',
};

export const resyncWords = (reason) => RESYNCED[reason] ?? 'Everything shown is up to date again.';

const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const SHORT_DAY = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

export const timeOf = (instant) => TIME.format(new Date(instant));
export const clockOf = (millis) => CLOCK.format(new Date(millis));
export const dayWords = (day) => DAY.format(new Date(`${day}T12:00:00Z`));
export const shortDay = (day) => SHORT_DAY.format(new Date(`${day}T12:00:00Z`));
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A decimal as a clock: 88.03 is 1:28.03. Works on text, so that no digit changes. */
export function clockText(decimal) {
  const [whole, fraction] = decimal.split('.');
  const seconds = Number(whole);
  const tail = fraction === undefined ? '' : `.${fraction.padEnd(2, '0')}`;
  if (seconds < 60) return `${whole}${tail || ''}`;
  const padded = (number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = `${padded(seconds % 60)}${tail}`;
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${padded(minutes % 60)}:${rest}`;
}

/** The day of an instant where the reader is, as YYYY-MM-DD. */
export function localDay(instant) {
  const parts = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));
  return parts;
}
