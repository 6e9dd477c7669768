// The browser's half of "octavo serve": reloads the page when the book has changed, shows errors over the
// last good page, and says how PDF and EPUB are doing. Put in by the server; no built file holds it.
(() => {
  const build = document.currentScript.dataset.build;
  const host = document.createElement('octavo-live');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = element('link', { rel: 'stylesheet', href: '/__octavo/live.css' });
  const overlay = element('section', { class: 'overlay', role: 'alert', hidden: '' });
  const bar = element('div', { class: 'bar', role: 'status', hidden: '' });
  root.append(sheet, overlay, bar);
  document.documentElement.append(host);

  let source;
  let dismissed = '';
  function connect() {
    source = new EventSource('/__octavo/events');
    source.onmessage = ({ data }) => show(JSON.parse(data));
    source.onerror = () => say('octavo serve has stopped', true);
  }
  // A browser opens few connections to a host: a page that nobody sees gives its own up.
  function follow() {
    if (document.visibilityState === 'hidden') source?.close();
    else if (!source || source.readyState === EventSource.CLOSED) connect();
  }
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => event.persisted && connect());
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !overlay.hidden) dismiss();
  });
  follow();

  function show(state) {
    if (state.build !== build) {
      source.close();
      location.reload();
      return;
    }
    showErrors(state.errors);
    showBar(state);
  }

  function showErrors(errors) {
    const print = JSON.stringify(errors);
    overlay.hidden = errors.length === 0 || print === dismissed;
    if (overlay.hidden || overlay.dataset.print === print) return;
    overlay.dataset.print = print;
    const close = element('button', { type: 'button' }, 'Hide');
    close.onclick = dismiss;
    const title = errors.length === 1 ? 'One error' : `${errors.length} errors`;
    const head = element('header', {}, element('h2', {}, title), close);
    const list = element('ol', {}, ...errors.slice(0, 50).map(item));
    overlay.replaceChildren(head, element('p', {}, 'The page behind this is the last one without errors.'), list);
  }

  function dismiss() {
    dismissed = overlay.dataset.print;
    overlay.hidden = true;
  }

  function item({ path, line, column, rule, url, reason, excerpt, endLine, endColumn, expected, note }) {
    const name = url ? element('a', { href: url, class: 'rule' }, rule) : element('span', { class: 'rule' }, rule);
    const parts = [
      element('span', { class: 'where' }, `${path}:${line}:${column}  `, name),
      element('span', { class: 'reason' }, reason),
    ];
    if (excerpt?.trim()) {
      const from = Math.max(0, column - 60);
      const to = endLine === line && endColumn ? endColumn - 1 : column;
      const marked = element('mark', {}, excerpt.slice(column - 1, Math.max(to, column)) || ' ');
      const before = `${line} | ${from > 0 ? '…' : ''}${excerpt.slice(from, column - 1)}`;
      parts.push(element('pre', { tabindex: '0' }, before, marked, excerpt.slice(Math.max(to, column), from + 160)));
    }
    const advice = [expected.length > 0 ? `Expected: ${expected.slice(0, 12).join(', ')}.` : '', note ?? ''];
    for (const text of advice) if (text) parts.push(element('span', { class: 'note' }, text, ' '));
    return element('li', {}, ...parts);
  }

  function showBar({ errors, warnings, background }) {
    const words = { waiting: 'PDF and EPUB wait', building: 'PDF and EPUB are being built …', failed: 'PDF and EPUB failed', ready: '' };
    const base = location.pathname.startsWith(baseOf()) ? baseOf() : '/';
    const old = background.phase === 'ready' ? '' : ' (before)';
    const links = background.downloads.map(({ format, path }) => element('a', { href: base + path }, format.toUpperCase() + old));
    const parts = [
      errors.length > 0 ? `${errors.length} error${errors.length === 1 ? '' : 's'}` : '',
      warnings > 0 ? `${warnings} warning${warnings === 1 ? '' : 's'}` : '',
      words[background.phase] ?? '',
    ].filter(Boolean);
    bar.toggleAttribute('data-bad', errors.length > 0 || background.phase === 'failed');
    if (background.phase === 'failed' && errors.length === 0) showErrors(background.errors);
    bar.replaceChildren(...parts.map((text) => element('span', {}, text)), ...links);
    bar.hidden = bar.childElementCount === 0;
  }

  /** Path of the book: where the page's own style sheet lies, without its last two steps. */
  function baseOf() {
    const own = document.querySelector('script[src$="static/page.js"]');
    return own ? new URL('..', own.src).pathname : '/';
  }

  function say(text, bad) {
    bar.hidden = false;
    bar.toggleAttribute('data-bad', bad);
    bar.replaceChildren(element('span', {}, text));
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }
})();
