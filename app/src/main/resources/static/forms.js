// Forms that survive: sent without leaving the page, kept as drafts on the node, never said to be saved before they are.
'use strict';
(() => {
  const {$, $$} = Relais;
  const body = document.body;
  const EVERY = 3000;
  // What was typed on each form, and how much of it the node is known to have kept: on its way is not kept.
  const typed = new Map();
  let timer = 0;
  let saving = Promise.resolve();

  const stale = form => typed.has(form) && typed.get(form).kept < typed.get(form).strokes;
  Relais.typed = () => typed.size > 0;
  Relais.unsaved = () => [...typed.keys()].some(stale);
  Relais.flush = flush;

  const writes = form => Boolean(body.dataset.live) && form.matches('main form[method=post]:not([hx-post],[target],[role=search],[data-plain])');
  const texts = 'textarea,select,input:not([type]),input[type=text],input[type=number],input[type=tel],input[type=date],input[type=time],input[type=email]';
  const drafted = form => writes(form) && !form.matches('[data-nodraft]') && $(texts, form);
  const path = form => new URL(form.getAttribute('action') || location.href, location.href).pathname;
  const field = (form, name) => form.querySelector('[name="' + name + '"]');
  const value = (form, name) => { const one = field(form, name); return one ? one.value : ''; };
  const which = form => ({form: path(form), patient: value(form, 'patient')});

  // ---- Drafts.
  const kept = form => [...form.elements].filter(one => one.name && !one.name.startsWith('_') && !one.matches('[type=hidden],[type=password],[type=file],[data-nodraft],button'));

  function draft(form) {
    const fields = kept(form).map(one => [one.name, one.value, one.matches('[type=checkbox],[type=radio]') ? one.checked : true]);
    return new URLSearchParams({...which(form), once: value(form, '_once'), fields: JSON.stringify(fields), [body.dataset.csrfName]: body.dataset.csrf});
  }

  function flush() {
    clearTimeout(timer);
    timer = 0;
    for (const form of typed.keys()) if (stale(form)) saving = saving.then(() => keep(form));
    return saving;
  }

  async function keep(form) {
    if (!stale(form) || form.dataset.sending || !form.isConnected) return;
    const state = typed.get(form);
    const strokes = state.strokes;
    try {
      const answer = await fetch('/live/draft', {method: 'POST', body: draft(form), signal: AbortSignal.timeout(6000)});
      if (!answer.ok) throw answer;
      state.kept = strokes;
    } catch {
      Relais.probe();
      later();
    }
  }

  function later() {
    if (!timer) timer = setTimeout(flush, EVERY);
  }

  document.addEventListener('input', event => {
    const form = event.target.form;
    if (!form || !drafted(form) || event.target.matches('[type=password],[type=file]')) return;
    const state = typed.get(form) || {strokes: 0, kept: 0};
    state.strokes++;
    typed.set(form, state);
    later();
  });
  window.addEventListener('pagehide', () => {
    for (const form of typed.keys()) if (stale(form) && !form.dataset.sending) navigator.sendBeacon('/live/draft', draft(form));
  });

  window.addEventListener('beforeunload', event => { if (Relais.lost() && Relais.unsaved()) event.preventDefault(); });

  async function restore(form) {
    const answer = await fetch('/live/draft?' + new URLSearchParams(which(form)), {signal: AbortSignal.timeout(6000), cache: 'no-store'});
    if (answer.status === 204) return;
    if (!answer.ok) throw answer;
    const found = await answer.json();
    if (typed.has(form)) return;
    const line = document.createElement('div');
    line.className = 'note row draft';
    line.setAttribute('role', 'status');
    line.append(Object.assign(document.createElement('span'), {textContent: found.said}));
    form.prepend(line);
    if (!found.fields) return;
    fill(form, JSON.parse(found.fields));
    field(form, '_once').value = found.once;
    typed.set(form, {strokes: 0, kept: 0});
    const discard = Object.assign(document.createElement('button'), {type: 'button', className: 'button', textContent: body.dataset.discard});
    discard.addEventListener('click', async () => {
      await fetch('/live/draft/discard', {method: 'POST', body: new URLSearchParams({...which(form), [body.dataset.csrfName]: body.dataset.csrf})});
      typed.delete(form);
      location.reload();
    });
    line.append(discard);
  }

  function fill(form, fields) {
    const left = [...fields];
    for (const one of kept(form)) {
      const box = one.matches('[type=checkbox],[type=radio]');
      const at = left.findIndex(([name, text]) => name === one.name && (!box || text === one.value));
      if (at < 0) continue;
      const [, text, checked] = left.splice(at, 1)[0];
      if (box) one.checked = checked; else one.value = text;
    }
    form.dispatchEvent(new CustomEvent('relais:restored', {bubbles: true}));
  }

  // ---- Sending.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'dialog') return;
    if (writes(form)) {
      event.preventDefault();
      send(form, event.submitter);
    } else if (Relais.lost()) {
      event.preventDefault();
      Relais.probe();
    }
  });

  async function send(form, button) {
    if (form.dataset.sending) return;
    form.dataset.sending = 'true';
    const idle = busy(button);
    say(form, []);
    await saving;
    try {
      await answered(form, button, await post(form, button));
    } catch {
      say(form, [body.dataset.unsent]);
      Relais.probe();
      if (typed.has(form)) later();
    } finally {
      delete form.dataset.sending;
      delete form.dataset.renewed;
      idle();
    }
  }

  async function post(form, button) {
    const data = new FormData(form, button);
    const sent = form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
    const to = (button && button.getAttribute('formaction')) || form.getAttribute('action') || location.href;
    const answer = await fetch(to, {method: 'POST', body: sent, headers: {'Relais-Form': 'fetch'}, cache: 'no-store', signal: patience()});
    return {status: answer.status, go: answer.headers.get('Relais-Go'), html: answer.status === 204 ? '' : await answer.text()};
  }

  // A lost link ends the wait: whether the form was taken in is not known, and it may be sent again.
  function patience() {
    const end = new AbortController();
    body.addEventListener('relais:lost', () => end.abort(), {once: true});
    setTimeout(() => end.abort(), Relais.lost() ? 6000 : 120000);
    return end.signal;
  }

  async function answered(form, button, answer) {
    const page = new DOMParser().parseFromString(answer.html, 'text/html');
    if (answer.go && /^\/(login|lock)\b/.test(answer.go)) return session(form, answer.go);
    if (answer.go) {
      typed.clear();
      return location.assign(answer.go);
    }
    if (answer.status === 403 && !form.dataset.renewed) {
      form.dataset.renewed = 'true';
      const now = await Relais.token();
      if (now === 'over') return session(form, '/login?next=' + encodeURIComponent(location.pathname + location.search));
      if (now === 'fresh') return answered(form, button, await post(form, button));
    }
    const stands = answer.status < 400 || $$('main form', page).some(one => path(one) === path(form));
    if (stands && $('main', page)) return swap(page);
    const why = $('main [role=alert] b', page);
    say(form, [body.dataset.refused, ' ', why ? why.textContent : String(answer.status)]);
  }

  function swap(page) {
    typed.clear();
    const fresh = document.adoptNode($('main', page));
    $('#main').replaceWith(fresh);
    document.title = page.title;
    body.classList.toggle('has-patient', page.body.classList.contains('has-patient'));
    htmx.process(fresh);
    scrollTo(0, 0);
    ($('[role=alert],[autofocus]', fresh) || fresh).focus();
    body.dispatchEvent(new CustomEvent('relais:banner'));
    body.dispatchEvent(new CustomEvent('relais:swapped'));
  }

  function session(form, door) {
    const link = Object.assign(document.createElement('a'), {href: door, target: '_blank', rel: 'noopener', textContent: body.dataset.sessionOpen});
    say(form, [body.dataset.session, ' ', link, ', ' + body.dataset.sessionThen]);
  }

  function say(form, parts) {
    let line = $('.unsent', form);
    if (!parts.length) { if (line) line.remove(); return; }
    if (!line) {
      line = document.createElement('p');
      line.className = 'errors unsent';
      line.setAttribute('role', 'alert');
      form.append(line);
    }
    line.replaceChildren(...parts);
  }

  function busy(button) {
    if (!button) return () => {};
    const before = [...button.childNodes];
    button.style.minWidth = button.offsetWidth + 'px';
    button.setAttribute('aria-disabled', 'true');
    button.replaceChildren(button.dataset.busy || body.dataset.saving);
    return () => { button.removeAttribute('aria-disabled'); button.replaceChildren(...before); };
  }

  // A part of a page that htmx has sent and that stays: what is sent next is another submission.
  document.addEventListener('htmx:afterRequest', event => {
    const key = event.detail.successful && event.target.matches('form') && field(event.target, '_once');
    if (key) key.value = [...crypto.getRandomValues(new Uint8Array(16))].map(one => one.toString(16).padStart(2, '0')).join('');
  });

  // Not answered, it is asked for again, unless something is typed meanwhile.
  function bringBack(form) {
    restore(form).catch(() => {
      Relais.probe();
      setTimeout(() => { if (form.isConnected && !typed.has(form)) bringBack(form); }, EVERY);
    });
  }

  for (const form of $$('main form')) if (drafted(form)) bringBack(form);
})();
