// Scans: six keys or more, less than 35 ms apart, then Enter or Tab, wherever the focus is. Read by the place of the
// keys (event.code), not by what the station's layout makes of them; the node says what the text is.
'use strict';
(() => {
  const {$, $$} = Relais;
  const body = document.body;
  const GAP = 35;
  const LEAST = 6;
  const BADGE = /^RELIB[A-Z]{32}$/i;
  const GS = '\x1d';
  const MOVES = /^(Escape|Arrow\w+|Home|End|Page\w+)$/;
  const both = {Space: '  ', NumpadDecimal: '..', NumpadAdd: '++', NumpadSubtract: '--', NumpadMultiply: '**', NumpadDivide: '//'};
  for (let i = 0; i < 10; i++) both['Numpad' + i] = String(i) + i;
  const us = {
    ...both, Minus: '-_', Equal: '=+', BracketLeft: '[{', BracketRight: ']}', Backslash: '\\|', IntlBackslash: '\\|',
    Semicolon: ';:', Quote: '\'"', Backquote: '`~', Comma: ',<', Period: '.>', Slash: '/?',
    Digit1: '1!', Digit2: '2@', Digit3: '3#', Digit4: '4$', Digit5: '5%', Digit6: '6^', Digit7: '7&', Digit8: '8*', Digit9: '9(', Digit0: '0)',
  };
  // French AZERTY (Windows): plain, Shift, AltGr.
  const fr = {
    ...both, Minus: ')°]', Equal: '=+}', BracketLeft: '^¨', BracketRight: '$£¤', Backslash: '*µ', IntlBackslash: '<>',
    Semicolon: 'mM', Quote: 'ù%', Backquote: '²', KeyM: ',?', Comma: ';.', Period: ':/', Slash: '!§', KeyE: 'eE€',
    Digit1: '&1', Digit2: 'é2~', Digit3: '"3#', Digit4: "'4{", Digit5: '(5[', Digit6: '-6|', Digit7: 'è7`', Digit8: '_8\\', Digit9: 'ç9^', Digit0: 'à0@',
  };
  const swapped = {KeyA: 'q', KeyQ: 'a', KeyW: 'z', KeyZ: 'w'};
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    const code = 'Key' + letter.toUpperCase();
    us[code] = letter + letter.toUpperCase();
    const french = swapped[code] || letter;
    if (!fr[code]) fr[code] = french + french.toUpperCase();
  }
  const layouts = {us, fr};

  let keys = [];
  let lastAt = -1000;
  let before = null;
  let dialled = '';

  const field = target => target && target.matches && target.matches('input:not([type=checkbox],[type=radio],[type=file],[type=button],[type=submit]),textarea,select');
  const listens = () => Boolean(body.dataset.live || $('[data-scan]')) && !Relais.covered();
  const patterned = (one, texts) => texts.filter(text => new RegExp('^(?:' + (one.dataset.scanPattern || one.pattern || '.*') + ')$', 's').test(text));

  // The field that asks for what was read: the one in use first.
  function taker(texts) {
    const all = $$('[data-scan]');
    all.sort((one, other) => (other === document.activeElement) - (one === document.activeElement));
    return all.find(one => patterned(one, texts).length === 1);
  }

  function snapshot() {
    const one = document.activeElement;
    return field(one) ? {one, value: one.value, start: one.selectionStart, end: one.selectionEnd} : null;
  }

  function restore() {
    if (!before || before.one.value === before.value) return;
    before.one.value = before.value;
    if (before.start !== null && before.one.setSelectionRange && before.start !== undefined) before.one.setSelectionRange(before.start, before.end);
    before.one.dispatchEvent(new Event('input', {bubbles: true}));
  }

  function decode(burst, layout) {
    let text = '';
    for (const key of burst) {
      if (key.char) { text += key.char; continue; }
      const table = layouts[layout][key.code];
      const made = table && table[key.altgr ? 2 : key.shift ? 1 : 0];
      if (made === undefined) return null;
      text += made;
    }
    return text;
  }

  // GS as Ctrl+], as the control character itself, or dialled with Alt on the numeric pad.
  function taken(event) {
    if (event.altKey && !event.ctrlKey && /^Numpad\d$/.test(event.code)) { dialled += event.code.slice(6); return null; }
    if (event.key === GS || (event.ctrlKey && !event.altKey && event.code === 'BracketRight')) return {char: GS};
    if (event.ctrlKey && !event.altKey) return null;
    const altgr = event.getModifierState('AltGraph') || (event.ctrlKey && event.altKey);
    return {code: event.code, shift: event.shiftKey, altgr, key: event.key};
  }

  window.addEventListener('keyup', event => {
    if (event.key === 'Alt' && dialled) {
      keys.push({char: String.fromCharCode(Number(dialled) % 256), key: ''});
      dialled = '';
      lastAt = event.timeStamp;
    }
  }, true);

  window.addEventListener('keydown', event => {
    if (event.isComposing || !listens()) return;
    const quick = event.timeStamp - lastAt < GAP;
    if (/^(Shift|Control|Alt|AltGraph|CapsLock)$/.test(event.key)) {
      if (quick) lastAt = event.timeStamp;
      return;
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      const burst = keys;
      keys = [];
      if (!quick || burst.length < LEAST) return;
      const texts = candidates(burst);
      const into = taker(texts);
      // What goes into a secret's field, or stands before the door, is read only where it was asked for.
      if (!into && (!body.dataset.live || event.target.type === 'password')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      restore();
      read(burst, texts, into);
      return;
    }
    // A key that moves about begins no scan, however soon the next one comes; within a scan it spoils it.
    if (event.repeat || event.metaKey || (!quick && MOVES.test(event.key))) { keys = []; return; }
    if (!quick) { keys = []; before = snapshot(); }
    const key = taken(event);
    if (key) keys.push(key);
    lastAt = event.timeStamp;
    // A key within a burst presses no button, opens no list, and is no command to the browser.
    const command = event.ctrlKey && !event.altKey && keys.length > 1;
    if (quick && (command || !field(event.target) || event.target.matches('select'))) event.preventDefault();
  }, true);

  // ---- What was read.
  const raw = burst => burst.map(key => key.char ? '␝' : key.key.length === 1 ? key.key : '�').join('');
  const unique = texts => [...new Set(texts.filter(text => text !== null))];

  function candidates(burst) {
    const [layout, gs] = (body.dataset.scanner || '').split(';');
    if (!layouts[layout]) return unique([decode(burst, 'us'), decode(burst, 'fr')]);
    const text = decode(burst, layout);
    const stands = /^[0-9a-f]{2,4}$/.test(gs) ? String.fromCodePoint(parseInt(gs, 16)) : '';
    return unique([text === null || !stands ? text : text.replaceAll(stands, GS)]);
  }

  async function read(burst, texts, into) {
    const page = $('[data-calibrate]');
    if (page) return calibrate(page, burst);
    if (into) return give(into, patterned(into, texts)[0]);
    // A badge is a secret: it is not sent, nor shown.
    if (texts.some(text => BADGE.test(text))) { sound(false); tell(body.dataset.scanBadge, ''); return; }
    const event = new CustomEvent('relais:scan', {cancelable: true, detail: {texts, raw: raw(burst)}});
    if (!document.dispatchEvent(event)) return;
    try {
      const form = new URLSearchParams([[body.dataset.csrfName, body.dataset.csrf], ['raw', raw(burst)], ...texts.map(text => ['text', text])]);
      const answer = await fetch('/scan', {method: 'POST', body: form, signal: AbortSignal.timeout(6000)});
      if (!answer.ok) throw answer;
      await act(await answer.json());
    } catch {
      sound(false);
      tell(body.dataset.scanUnanswered, raw(burst));
      Relais.probe();
    }
  }

  async function act(found) {
    sound(found.understood);
    tell(found.said, found.raw);
    if (!found.go && !found.find) return;
    await Relais.flush();
    if (found.go) location.assign(found.go);
    else search(found.find);
  }

  // By POST, so that nothing of a patient stands in an address.
  function search(question) {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/patients';
    for (const [name, value] of [[body.dataset.csrfName, body.dataset.csrf], ['q', question]]) {
      form.append(Object.assign(document.createElement('input'), {type: 'hidden', name, value}));
    }
    body.append(form);
    form.submit();
  }

  function tell(said, text) {
    let line = $('#scanned');
    if (!line) {
      line = document.createElement('div');
      line.id = 'scanned';
      line.className = 'note';
      line.setAttribute('role', 'status');
      const main = $('#main');
      main.insertBefore(line, $('.patient', main) ? $('.patient', main).nextSibling : main.firstChild);
    }
    line.replaceChildren(said);
    if (text) line.append(' ', Object.assign(document.createElement('code'), {textContent: text}));
  }

  // A field that asked gets the text, a badge behind dots; the next one is typed.
  function give(into, text) {
    sound(true);
    if (BADGE.test(text) && into.type === 'text') into.type = 'password';
    into.value = text;
    into.dispatchEvent(new Event('input', {bubbles: true}));
    into.dispatchEvent(new Event('change', {bubbles: true}));
    if (into.dataset.scanSaid) tell(into.dataset.scanSaid, '');
    if (into.dataset.scan === 'submit') return into.form.requestSubmit();
    const fields = [...into.form.elements];
    const next = fields.slice(fields.indexOf(into) + 1).find(one => field(one) && one.offsetParent && one.tabIndex >= 0);
    if (next) next.focus();
  }

  // ---- Calibration: the text that stands on the page, as it comes.
  function calibrate(page, burst) {
    const [head, tail] = page.dataset.calibrate.split('␝');
    const fits = Object.keys(layouts).flatMap(layout => {
      const text = decode(burst, layout);
      if (text === null || !text.startsWith(head) || !text.endsWith(tail)) return [];
      const middle = text.slice(head.length, text.length - tail.length);
      if (middle === GS) return [[layout, 'sent']];
      if (middle === '') return [[layout, 'dropped']];
      return middle.length === 1 ? [[layout, middle.codePointAt(0).toString(16).padStart(2, '0')]] : [];
    });
    sound(fits.length === 1);
    tell(fits.length === 1 ? page.dataset.read : page.dataset.unread, raw(burst));
    if (fits.length !== 1) return;
    const form = $('form', page);
    const [layout, gs] = fits[0];
    $('[name=layout][value=' + layout + ']', form).checked = true;
    const named = gs === 'sent' || gs === 'dropped';
    $('[name=gs][value=' + (named ? gs : 'other') + ']', form).checked = true;
    $('[name=other]', form).value = named ? '' : String.fromCodePoint(parseInt(gs, 16));
    form.dispatchEvent(new Event('input', {bubbles: true}));
  }

  // High once: understood. Low twice: not.
  let audio = null;
  function sound(understood) {
    try {
      audio = audio || new AudioContext();
      audio.resume();
      for (const at of understood ? [0] : [0, 0.18]) {
        const tone = audio.createOscillator();
        tone.frequency.value = understood ? 880 : 220;
        tone.connect(audio.destination);
        tone.start(audio.currentTime + at);
        tone.stop(audio.currentTime + at + 0.12);
      }
    } catch {
      audio = null;
    }
  }

  // A page that shouts is heard as a refused scan is.
  if ($('[data-shout]')) sound(false);
})();
