// Relais on top of plain pages: keys, palette, dialogs, idle lock. Every page works without it.
'use strict';
const Relais = (() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const EVERY = 10000;
  let announcedAt = -EVERY;
  let next = 0;

  // The one polite announcer: what comes too soon after another waits, and only the last is said.
  function announce(text, now) {
    const announcer = $('#announcer');
    if (!announcer) return;
    clearTimeout(next);
    const rest = now ? 0 : announcedAt + EVERY - performance.now();
    next = setTimeout(() => { announcedAt = performance.now(); announcer.textContent = text; }, Math.max(0, rest));
  }

  const covered = () => document.body.hasAttribute('data-covered');
  const no = () => false;

  return {$, $$, announce, covered, typed: no, unsaved: no, lost: no, showNews: no, flush: async () => {}, probe: () => {}, uncover: () => {}};
})();

(() => {
  const {$, $$, announce} = Relais;
  const body = document.body;

  // htmx notes the address in the tab's storage and cannot be told not to: nothing is kept in the browser.
  try { sessionStorage.removeItem('htmx-current-path-for-history'); } catch { /* no storage, nothing kept */ }

  // ---- Idle lock: the node decides; the screen warns a minute before, keeps what was typed, and goes to the lock page.
  const idle = Number(body.dataset.idle || 0) * 1000;
  if (idle) {
    const RARELY = 20000;
    const soon = $('#lock-soon');
    const covered = $('#covered');
    let actedAt = Date.now();
    let toldAt = actedAt;
    let telling = 0;
    let warned = false;
    let asked = false;
    let locking = false;
    const tabs = new BroadcastChannel('relais');
    const still = () => { actedAt = Date.now(); warned = asked = false; soon.hidden = true; };
    tabs.onmessage = () => { still(); toldAt = actedAt; if (Relais.covered()) Relais.probe(); };
    // That a page was opened is an act: the node knows, the other tabs do not.
    tabs.postMessage('acted');
    const tell = () => {
      telling = 0;
      toldAt = Date.now();
      tabs.postMessage('acted');
      fetch('/alive', {method: 'POST', body: new URLSearchParams([[body.dataset.csrfName, body.dataset.csrf]])}).catch(() => Relais.probe());
    };
    // Told every 20 s at most, and of the last act too: the node never locks before its screens do.
    const acted = () => {
      if (Relais.covered()) return;
      still();
      if (!telling) telling = setTimeout(tell, Math.max(0, toldAt + RARELY - actedAt));
    };
    for (const type of ['pointerdown', 'keydown', 'scroll', 'input']) window.addEventListener(type, acted, {passive: true});
    // Who was let in for one chart at a shared screen leaves it; everybody else's screen locks.
    const own = $('#lock');
    const leaving = own && own.getAttribute('action') !== '/lock';
    const rest = () => Date.now() - actedAt;
    const due = () => asked || rest() > idle;

    // Locking is the node's. While it does not answer, the screen is covered, with all that was typed beneath.
    async function lock() {
      if (locking) return;
      locking = true;
      if (leaving) return own.requestSubmit();
      body.toggleAttribute('data-covered', true);
      for (const dialog of $$('dialog[open]')) dialog.close();
      covered.hidden = !Relais.lost();
      try {
        await Relais.flush();
        const form = new URLSearchParams([[body.dataset.csrfName, body.dataset.csrf], ['next', location.pathname + location.search]]);
        const answer = await fetch('/lock', {method: 'POST', body: form, headers: {'Relais-Form': 'fetch'}, signal: AbortSignal.timeout(6000)});
        const door = answer.headers.get('Relais-Go');
        if (door && !Relais.unsaved()) return location.assign(door);
        Relais.probe();
      } catch {
        covered.hidden = false;
        Relais.probe();
      } finally {
        setTimeout(() => { locking = false; }, 3000);
      }
    }

    Relais.uncover = () => {
      if (due() || !Relais.covered()) return;
      body.removeAttribute('data-covered');
      covered.hidden = true;
    };
    body.addEventListener('relais:lost', () => { covered.hidden = !Relais.covered(); });
    if (own && !leaving) own.addEventListener('submit', event => {
      if (event.submitter && event.submitter.hasAttribute('formaction')) return;
      event.preventDefault();
      asked = true;
      lock();
    });
    setInterval(() => {
      if (due()) {
        lock();
      } else if (rest() > idle - 60000 && !warned) {
        warned = true;
        soon.hidden = false;
        Relais.flush();
        announce(body.dataset.lockSoon, true);
      }
    }, 1000);
  }

  // ---- Keys.
  const inField = target => target.closest && target.closest('input,select,textarea,[contenteditable]');
  const PAUSE = 80;
  let went = 0;
  let pending = 0;
  let lastAt = -1000;

  function follow(link) {
    if (link) link.click();
  }

  // Where a page has no way back of its own: the page of the menu that it belongs to.
  const above = () => $$('#rail a[aria-current=page]').find(link => link.pathname !== location.pathname);

  const lines = () => $$('main tr.link a.name, main [data-line-link]');

  function step(by) {
    const all = lines();
    const at = all.indexOf(document.activeElement);
    all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))].focus();
  }

  function find() {
    const field = $('[data-find]') || $('#find');
    if (field && field.offsetParent) { field.focus(); field.select(); } else if (!Relais.lost()) follow($('#rail a[href="/patients"]'));
  }

  const acts = {
    '/': find,
    '?': () => show($('#keys')),
    n: () => follow($('[data-new]')),
    p: () => ($('[data-print]') ? follow($('[data-print]')) : window.print()),
    r: () => { if (!Relais.showNews() && !Relais.typed() && !Relais.lost()) location.reload(); },
  };

  function going(on) {
    clearTimeout(went);
    went = on ? setTimeout(() => going(false), 3000) : 0;
    body.toggleAttribute('data-going', on);
  }

  function single(key) {
    if (went) {
      going(false);
      follow(key === 'c' ? $('[data-go=c]') || $('.banner .switch') : $('[data-go="' + CSS.escape(key) + '"]'));
    } else if (key === 'g') going(true);
    else if (Object.hasOwn(acts, key)) acts[key]();
  }

  // One key alone acts after a pause of 80 ms: a scanner types faster, and a burst is no shortcut.
  function alone(event) {
    clearTimeout(pending);
    const quick = event.timeStamp - lastAt < PAUSE;
    lastAt = event.timeStamp;
    if (quick || event.repeat) return;
    const key = event.key.toLowerCase();
    const due = performance.now() + PAUSE;
    // Late, keys may be waiting behind: they are let through first.
    pending = setTimeout(() => {
      if (performance.now() < due + 20) single(key);
      else pending = setTimeout(() => single(key), 20);
    }, PAUSE);
  }

  document.addEventListener('keydown', event => {
    // What a scan has taken for itself was no key alone, nor was the one before it.
    if (event.defaultPrevented) {
      clearTimeout(pending);
      lastAt = event.timeStamp;
      return;
    }
    if (Relais.covered()) return;
    const dialog = $('dialog[open]');
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (!dialog) palette();
      return;
    }
    if (event.ctrlKey && event.key === 'Enter') {
      const form = document.activeElement && document.activeElement.closest('form');
      if (form && !form.dataset.grave) form.requestSubmit();
      return;
    }
    if (event.key === 'Enter' && event.target.closest('form[data-grave]') && !event.target.matches('textarea,a,button')) event.preventDefault();
    if (dialog || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (inField(event.target)) event.target.blur();
      else if (location.hash === '#rail') location.hash = 'main';
      else follow($('a[data-back]') || above());
      return;
    }
    if (inField(event.target)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const free = document.activeElement === body || document.activeElement === $('#main');
      if (lines().length && (free || lines().includes(document.activeElement))) {
        event.preventDefault();
        step(event.key === 'ArrowDown' ? 1 : -1);
      }
      return;
    }
    if (body.dataset.keys !== 'on' || event.key.length !== 1) return;
    if (event.key === '/' || event.key === "'") event.preventDefault();
    alone(event);
  });

  // A click anywhere on a line opens it.
  document.addEventListener('click', event => {
    const row = event.target.closest('tr.link');
    if (row && !event.target.closest('a,button,input') && !String(getSelection())) follow($('a', row));
  });

  // ---- Dialogs: keys and palette.
  function show(dialog) {
    if (dialog && !$('dialog[open]')) dialog.showModal();
  }

  function palette() {
    const dialog = $('#palette');
    if (!dialog) return;
    const input = $('#palette-input');
    const list = $('#palette-list');
    const pages = $$('[data-page],.banner .switch,[data-act]').map(link => ({text: link.textContent.trim(), href: link.href}));
    const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const draw = () => {
      const found = pages.filter(page => fold(page.text).includes(fold(input.value)));
      list.replaceChildren(...(found.length ? found : [{text: list.dataset.none}]).map((page, i) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.textContent = page.text;
        if (page.href) { link.href = page.href; link.setAttribute('role', 'option'); link.setAttribute('aria-selected', String(i === 0)); }
        item.append(link);
        return item;
      }));
    };
    input.value = '';
    draw();
    input.oninput = draw;
    input.onkeydown = event => {
      const options = $$('[role=option]', list);
      const at = options.findIndex(option => option.getAttribute('aria-selected') === 'true');
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const to = Math.max(0, Math.min(options.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)));
        options.forEach((option, i) => option.setAttribute('aria-selected', String(i === to)));
      } else if (event.key === 'Enter') {
        event.preventDefault();
        follow(options[at]);
      }
    };
    show(dialog);
    input.focus();
  }
})();
