// The stream of updates: connects, resumes where it was cut, and tells what state it is in.

const SILENCES = 2.5;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 20000;

/**
 * A stream that comes back by itself. The browser resumes after a break, with the id of the last event. When the gateway
 * answers with an error, or says nothing at all for too long, a new connection is made here with the same position.
 */
export class Stream {
  #parameters;
  #handlers;
  #source = null;
  #position = '';
  #pause = FIRST_PAUSE;
  #watch = 0;
  #later = 0;
  #silence = 60000;

  /** Handlers: hello(frame), frame(name, frame), state('live' | 'cut'). */
  constructor(parameters, handlers) {
    this.#parameters = parameters;
    this.#handlers = handlers;
    this.#open();
  }

  close() {
    clearTimeout(this.#watch);
    clearTimeout(this.#later);
    this.#source?.close();
    this.#source = null;
  }

  /** Tries again now: the device is back on the network, or the page in front. */
  wake() {
    if (this.#later !== 0) this.#open();
  }

  #open() {
    this.close();
    this.#later = 0;
    const query = new URLSearchParams(this.#parameters);
    if (this.#position !== '') query.set('position', this.#position);
    const source = new EventSource(`v1/stream?${query}`);
    this.#source = source;
    for (const name of ['hello', 'snapshot', 'update', 'resync', 'heartbeat', 'goodbye']) {
      source.addEventListener(name, (event) => this.#take(name, event));
    }
    source.addEventListener('error', () => {
      this.#handlers.state('cut');
      if (source.readyState === EventSource.CLOSED) this.#again();
    });
    this.#expect();
  }

  #take(name, event) {
    if (event.lastEventId !== '') this.#position = event.lastEventId;
    this.#pause = FIRST_PAUSE;
    const frame = JSON.parse(event.data);
    if (name === 'hello') {
      this.#silence = frame.heartbeatMillis * SILENCES;
      this.#handlers.state('live');
      this.#handlers.hello(frame);
    } else if (name === 'goodbye') {
      this.#handlers.state('cut');
    } else {
      this.#handlers.frame(name, frame);
    }
    this.#expect();
  }

  #expect() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      this.#handlers.state('cut');
      this.#open();
    }, this.#silence);
  }

  #again() {
    clearTimeout(this.#later);
    this.#source?.close();
    const pause = this.#pause * (0.5 + Math.random());
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    this.#later = setTimeout(() => this.#open(), pause);
  }
}
