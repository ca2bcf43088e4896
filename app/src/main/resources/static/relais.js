// Relais on top of plain pages: keys, palette, live link, idle lock. Every page works without it.
'use strict';
(() => {
  const body = document.body;
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const time = date => date.toLocaleTimeString('fr-FR');
  const announcer = $('#announcer');
  let announcedAt = 0;

  function announce(text) {
    if (announcer && Date.now() - announcedAt > 10000) {
      announcedAt = Date.now();
      announcer.textContent = text;
    }
  }

  // ---- Live link: one EventSource a tab, closed when hidden; 12 s of silence is a lost link.
  const live = body.dataset.live;
  const band = $('#link-lost');
  let source = null;
  let heardAt = Date.now();
  let minute = '';
  let crisis = null;

  function lost() {
    if (!band.hidden) return;
    $('span', band).textContent = body.dataset.lost.replace('{0}', time(new Date(heardAt)));
    band.hidden = false;
  }

  function heard() {
    heardAt = Date.now();
    band.hidden = true;
  }

  function refetchBanner() {
    body.dispatchEvent(new CustomEvent('relais:banner'));
  }

  function open() {
    if (!live || source || document.hidden) return;
    heardAt = Date.now();
    source = new EventSource(live);
    source.addEventListener('hello', event => { heard(); state(event.data, true); });
    source.addEventListener('crisis', event => { heard(); state(event.data, false); });
    source.addEventListener('tick', event => {
      heard();
      if (event.data !== minute) {
        if (minute) refetchBanner();
        minute = event.data;
      }
    });
  }

  function state(data, opening) {
    if (crisis !== null && crisis !== data) {
      announcedAt = 0;
      announce(data === 'declared' ? body.dataset.cut : body.dataset.lifted);
    }
    const changed = crisis !== data;
    crisis = data;
    const shown = $('#banner').dataset.declared === 'true' ? 'declared' : 'watch';
    if (changed || opening || shown !== data) refetchBanner();
  }

  function close() {
    if (source) source.close();
    source = null;
  }

  if (live) {
    document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
    window.addEventListener('pagehide', close);
    window.addEventListener('pageshow', open);
    setInterval(() => { if (!document.hidden && Date.now() - heardAt > 12000) { lost(); } }, 1000);
    setInterval(() => { if (source && source.readyState === EventSource.CLOSED) { source = null; open(); } }, 5000);
    open();
  }

  // The banner tells the mode; the body's frame, the title and the icon follow it.
  document.addEventListener('htmx:afterSettle', () => {
    const banner = $('#banner');
    const mode = banner.dataset.mode;
    for (const one of ['watch', 'real', 'exercise', 'demo']) body.classList.toggle('mode-' + one, one === mode);
    document.title = document.title.replace(/^[^·]*·/, $('#banner-word').textContent + ' ·');
    const icon = $('link[rel=icon]');
    icon.href = icon.href.replace(/favicon-\w+\.svg/, 'favicon-' + mode + '.svg');
  });
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.xhr.status === 401 || event.detail.xhr.status === 403) location.reload();
  });
  // A region does not change under a pointer or a focus.
  document.addEventListener('htmx:beforeRequest', event => {
    const region = event.detail.elt;
    if (/^(feeds|jobs)$/.test(region.id) && (region.matches(':hover') || region.contains(document.activeElement))) event.preventDefault();
  });
  document.addEventListener('htmx:sendError', lost);
  document.addEventListener('htmx:timeout', lost);

  // ---- Idle lock: the server decides; the screen warns a minute before and then goes to the lock page.
  const idle = Number(body.dataset.idle || 0) * 1000;
  if (idle) {
    let actedAt = Date.now();
    let toldAt = Date.now();
    const tabs = new BroadcastChannel('relais');
    tabs.onmessage = () => { actedAt = toldAt = Date.now(); };
    const acted = () => {
      actedAt = Date.now();
      if (actedAt - toldAt > 20000) {
        toldAt = actedAt;
        tabs.postMessage('acted');
        fetch('/alive', {method: 'POST', body: new URLSearchParams([[body.dataset.csrfName, body.dataset.csrf]])}).catch(lost);
      }
    };
    for (const type of ['pointerdown', 'keydown', 'scroll', 'input']) window.addEventListener(type, acted, {passive: true});
    const clock = setInterval(() => {
      const still = Date.now() - actedAt;
      if (still > idle) {
        clearInterval(clock);
        const form = $('#lock');
        $('[name=next]', form).value = location.pathname + location.search;
        form.requestSubmit();
      } else if (still > idle - 60000) announce(body.dataset.lockSoon);
    }, 1000);
  }

  // ---- Keys.
  const inField = target => target.closest && target.closest('input,select,textarea,[contenteditable]');
  let went = false;
  let pending = 0;

  function follow(link) {
    if (link) link.click();
  }

  function lines() {
    return $$('main tr.link a, main [data-line]');
  }

  function step(by) {
    const all = lines();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement);
    all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))].focus();
  }

  function find() {
    const field = $('[data-find]') || $('#find');
    if (field && field.offsetParent) { field.focus(); field.select(); } else location.assign('/patients');
  }

  const acts = {
    '/': find,
    '?': () => show($('#keys')),
    'n': () => follow($('[data-new]')),
    'p': () => { const link = $('[data-print]'); if (link) link.click(); else window.print(); },
    'r': () => location.reload(),
  };

  function single(key) {
    if (went) {
      went = false;
      if (key === 'c') follow($('.banner .switch'));
      else follow($('[data-go="' + CSS.escape(key) + '"]'));
    } else if (key === 'g') {
      went = true;
      setTimeout(() => { went = false; }, 1500);
    } else if (acts[key]) acts[key]();
  }

  document.addEventListener('keydown', event => {
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
      else follow($('[data-back]'));
      return;
    }
    if (inField(event.target)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (lines().includes(document.activeElement)) { event.preventDefault(); step(event.key === 'ArrowDown' ? 1 : -1); }
      return;
    }
    if (body.dataset.keys !== 'on' || event.key.length !== 1) return;
    if (event.key === '/' || event.key === "'") event.preventDefault();
    // A scanner types faster than 80 ms a key: a burst is no shortcut.
    clearTimeout(pending);
    if (pending && performance.now() - single.at < 80) { single.at = performance.now(); pending = -1; return; }
    single.at = performance.now();
    const key = event.key;
    pending = setTimeout(() => { pending = 0; single(key); }, 80);
  });
  single.at = -1000;

  // A click anywhere on a line opens it.
  document.addEventListener('click', event => {
    const row = event.target.closest('tr.link');
    if (row && !event.target.closest('a,button,input') && !String(getSelection())) follow($('a', row));
  });

  // A grave act does not repeat and is not sent by Enter in a field.
  document.addEventListener('submit', event => {
    const button = event.submitter;
    if (button && button.dataset.busy) { button.textContent = button.dataset.busy; setTimeout(() => { button.disabled = true; }, 0); }
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
        const next = Math.max(0, Math.min(options.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)));
        options.forEach((option, i) => option.setAttribute('aria-selected', String(i === next)));
      } else if (event.key === 'Enter') {
        event.preventDefault();
        follow(options[at]);
      }
    };
    show(dialog);
    input.focus();
  }
})();
