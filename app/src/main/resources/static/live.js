// The live link of an open page, and the regions that follow it. Every page works without it.
'use strict';
(() => {
  const {$, $$, announce} = Relais;
  const body = document.body;
  const SILENT = 11000;
  const LOOKING = 500;
  const LONGEST_REST = 8000;
  const LEAVING = 15000;
  const band = $('#link-lost');
  const over = $('#session-over');
  let source = null;
  let heardAt = Date.now();
  let waitingSince = Date.now();
  let told = new Date().toLocaleTimeString('fr-FR');
  let minute = '';
  let crisis = null;
  let probing = false;
  let leftAt = -Infinity;

  Relais.lost = () => !band.hidden;
  Relais.probe = body.dataset.live ? probe : knock;
  Relais.refetch = refetch;
  Relais.token = token;

  // While the node does not answer there is nowhere to go, only what was typed to lose.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    const elsewhere = !link || link.target || link.origin !== location.origin || link.getAttribute('href').startsWith('#');
    if (band.hidden || elsewhere || event.defaultPrevented) return;
    event.preventDefault();
    Relais.probe();
  });

  // A page on its way elsewhere (a form sent, a link followed) is not shown again instead; one that stayed after all is, later.
  addEventListener('beforeunload', () => { leftAt = performance.now(); });
  function reload() {
    if (performance.now() - leftAt > LEAVING) location.reload();
  }

  // Before the door there is no link to live by: the node is asked whether it is there, and how it is.
  async function knock() {
    if (document.hidden) return;
    try {
      const answer = await fetch('/live/door', {signal: AbortSignal.timeout(5000), cache: 'no-store'});
      if (!answer.ok) throw answer;
      const warning = $('#node-warning', new DOMParser().parseFromString(await answer.text(), 'text/html'));
      Idiomorph.morph($('#node-warning'), warning);
      told = new Date().toLocaleTimeString('fr-FR');
      band.hidden = true;
    } catch {
      lost();
    }
  }

  // A clock that runs on from what the node said, by this machine's steady counter.
  for (const clock of $$('[data-elapsed]')) {
    const zero = performance.now() - clock.dataset.elapsed * 1000;
    const show = () => {
      const seconds = Math.floor((performance.now() - zero) / 1000);
      clock.textContent = Math.floor(seconds / 60) + ' min ' + String(seconds % 60).padStart(2, '0') + ' s';
    };
    show();
    setInterval(show, 1000);
  }

  if (!body.dataset.live) {
    setInterval(knock, 5000);
    return;
  }

  // ---- The link: one EventSource a tab, closed when hidden; 12 s of silence, or no answer at all, is a lost link.
  function lost() {
    over.hidden = true;
    if (!band.hidden) return;
    $('span', band).textContent = body.dataset.lost.replace('{0}', told);
    band.hidden = false;
    body.dispatchEvent(new CustomEvent('relais:lost'));
  }

  function heard(clock) {
    if (clock) told = clock;
    heardAt = waitingSince = Date.now();
    if (band.hidden && over.hidden) return;
    band.hidden = over.hidden = true;
    announce(body.dataset.back);
    refetch();
  }

  // The session ended, or the node was started again: a page on which something was typed stays as it is.
  function ended() {
    close();
    if (Relais.covered() ? !Relais.unsaved() : !Relais.typed()) return reload();
    band.hidden = true;
    over.hidden = false;
  }

  async function probe() {
    if (probing || document.hidden) return;
    probing = true;
    try {
      if (await token() === 'over') ended();
      else if (!source) open();
    } catch {
      lost();
    } finally {
      probing = false;
    }
  }

  // The token of the session that holds now, which every form of the page takes over: fresh, same, or over.
  async function token() {
    const answer = await fetch('/live/banner', {signal: AbortSignal.timeout(6000), cache: 'no-store'});
    if (answer.status === 401) return 'over';
    if (!answer.ok) throw answer;
    return adopt($('#banner', new DOMParser().parseFromString(await answer.text(), 'text/html')));
  }

  // Somebody else has logged in meanwhile: what was typed is not hers to send. It is a draft of who typed it.
  function adopt(banner) {
    disk(banner.dataset.stopped === 'true' ? 'stopped' : 'writing');
    if (banner.dataset.person !== body.dataset.person) { reload(); return 'over'; }
    Relais.uncover();
    const now = $('input[name="' + body.dataset.csrfName + '"]', banner).value;
    if (now === body.dataset.csrf) return 'same';
    body.dataset.csrf = now;
    for (const field of $$('input[name="' + body.dataset.csrfName + '"]')) field.value = now;
    return 'fresh';
  }

  function open() {
    if (source || document.hidden) return;
    waitingSince = Date.now();
    source = new EventSource(body.dataset.live);
    source.addEventListener('hello', event => {
      const [clock, state, written] = event.data.split(' ');
      heard(clock);
      change(state, true);
      disk(written);
      refetch();
    });
    source.addEventListener('crisis', event => { heard(); change(event.data, false); });
    source.addEventListener('disk', event => { heard(); disk(event.data); });
    source.addEventListener('news', event => { heard(event.data); refetch(); if ($('#calls')) refetchBanner(); });
    source.addEventListener('tick', event => {
      const [clock, at, written] = event.data.split(' ');
      heard(clock);
      disk(written);
      if (at !== minute) {
        if (minute) { refetchBanner(); refetch(); }
        minute = at;
      }
    });
    source.onerror = () => {
      if (source && source.readyState === EventSource.CLOSED) source = null;
      probe();
    };
  }

  function close() {
    if (source) source.close();
    source = null;
  }

  function refetchBanner() {
    body.dispatchEvent(new CustomEvent('relais:banner'));
  }

  function change(state, opening) {
    if (crisis !== null && crisis !== state) announce(state === 'declared' ? body.dataset.cut : body.dataset.lifted, true);
    const changed = crisis !== state;
    crisis = state;
    const shown = $('#banner').dataset.declared === 'true' ? 'declared' : 'watch';
    if (changed || opening || shown !== state) refetchBanner();
  }

  // Whether the node still writes. The warning comes with the banner, and goes with it; what is missed is asked for at the next tick.
  function disk(written) {
    if (($('#banner').dataset.stopped === 'true') !== (written === 'stopped')) refetchBanner();
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', event => (event.persisted ? location.reload() : open()));
  setInterval(() => {
    if (document.hidden || Date.now() - Math.max(heardAt, waitingSince) <= SILENT) return;
    lost();
    close();
  }, LOOKING);
  setInterval(() => { if (!document.hidden && !source) probe(); }, 3000);
  document.addEventListener('htmx:sendError', probe);
  document.addEventListener('htmx:timeout', probe);

  // The banner tells the mode; the body's frame, the title and the icon follow it.
  document.addEventListener('htmx:afterSettle', () => {
    const banner = $('#banner');
    const mode = banner.dataset.mode;
    for (const one of ['watch', 'real', 'exercise', 'demo']) body.classList.toggle('mode-' + one, one === mode);
    document.title = document.title.replace(/^[^·]*·/, $('#banner-word').textContent + ' ·');
    const icon = $('link[rel=icon]');
    icon.href = icon.href.replace(/favicon-\w+\.svg/, 'favicon-' + mode + '.svg');
    adopt(banner);
  });
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.xhr.status === 401) { event.preventDefault(); ended(); }
  });

  // ---- Regions: fetched again when something is new, and not changed under a pointer, a focus or a pressed key.
  // Values change in place; what comes, goes or moves waits for R.
  const waiting = new Map();
  let pressed = null;
  let fetching = false;
  let again = false;
  let restUntil = 0;

  const regions = () => $$('[data-region]');

  async function refetch() {
    if (!regions().length || document.hidden) return;
    if (fetching) { again = true; return; }
    fetching = true;
    again = false;
    const begun = Date.now();
    try {
      const answer = await fetch('/live' + location.pathname + location.search, {signal: AbortSignal.timeout(8000), cache: 'no-store'});
      if (answer.status === 401) ended();
      else if (answer.ok) renew(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch {
      probe();
    } finally {
      // A slow node is not asked more often than it can answer; one that was gone for a while, and is back, soon again.
      restUntil = Math.min(LONGEST_REST, Math.max(500, 8 * (Date.now() - begun)));
      setTimeout(() => { fetching = false; if (again) refetch(); }, restUntil);
    }
  }

  function renew(page) {
    const called = $('#calls', page);
    if ((called ? called.textContent : '') !== ($('#calls') ? $('#calls').textContent : '')) refetchBanner();
    for (const region of regions()) {
      const found = page.getElementById(region.id);
      if (found) { waiting.set(region.id, found); settle(region, false); }
    }
  }

  function held(region) {
    const mark = getSelection();
    return (matchMedia('(hover:hover)').matches && region.matches(':hover'))
      || region.contains(document.activeElement)
      || pressed === region
      || (!mark.isCollapsed && region.contains(mark.anchorNode));
  }

  const rows = region => $$('[data-row]', region);

  // What a row says, but for its ages, which pass by themselves.
  function said(row) {
    const copy = row.cloneNode(true);
    for (const age of $$('time,[data-age]', copy)) age.remove();
    return copy.textContent.replace(/\s+/g, ' ');
  }

  function differing(region, next) {
    const old = new Map(rows(region).map(row => [row.id, row]));
    const now = rows(next);
    const kept = rows(region).map(row => row.id).filter(id => next.querySelector('#' + CSS.escape(id)));
    const order = now.map(row => row.id).filter(id => old.has(id));
    const moved = kept.filter((id, i) => order[i] !== id).length;
    const come = now.filter(row => !old.has(row.id)).length;
    const changed = now.filter(row => old.has(row.id) && said(old.get(row.id)) !== said(row)).length;
    const gone = old.size - kept.length;
    return {structural: moved + come + gone > 0, changed, count: Math.max(come + gone + moved, 0)};
  }

  // Shows what is new in a region: all of it when asked, else what may change without moving anything.
  function settle(region, asked) {
    const next = waiting.get(region.id);
    if (!next) return;
    const news = differing(region, next);
    if (asked || (!news.structural && !held(region))) {
      Idiomorph.morph(region, next.cloneNode(true));
      waiting.delete(region.id);
      line(region, 0);
      return;
    }
    if (!held(region)) {
      for (const row of rows(next)) {
        const mine = document.getElementById(row.id);
        if (mine) Idiomorph.morph(mine, row.cloneNode(true));
      }
      news.changed = 0;
    }
    line(region, news.count + news.changed);
  }

  function line(region, count) {
    const button = $('[data-line="' + region.id + '"] button');
    if (!button) return;
    button.hidden = count === 0;
    if (!count) return;
    const text = (count === 1 ? body.dataset.newsOne : body.dataset.newsMany).replace('{0}', count);
    if (button.textContent !== text) { button.textContent = text; announce(text); }
  }

  Relais.showNews = () => {
    const some = regions().some(region => waiting.has(region.id));
    for (const region of regions()) settle(region, true);
    if (!some) refetch();
    return regions().length > 0;
  };

  const letGo = () => setTimeout(() => { for (const region of regions()) settle(region, false); }, 50);
  document.addEventListener('pointerdown', event => { pressed = event.target.closest('[data-region]'); });
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => { pressed = null; letGo(); });
  document.addEventListener('focusout', letGo);
  document.addEventListener('mouseout', event => {
    const region = event.target.closest && event.target.closest('[data-region]');
    if (region && !region.contains(event.relatedTarget)) letGo();
  });
  document.addEventListener('click', event => {
    const asked = event.target.closest('[data-line] button');
    if (asked) { settle($('#' + CSS.escape(asked.parentElement.dataset.line)), true); $('#main').focus({preventScroll: true}); }
  });
  // Regions that htmx fetches (pack jobs, checks) are held likewise.
  document.addEventListener('htmx:beforeRequest', event => {
    const region = event.detail.elt;
    if (region.matches('[hx-get][hx-swap^="morph"]') && region.id !== 'banner' && held(region)) event.preventDefault();
  });

  open();
})();
