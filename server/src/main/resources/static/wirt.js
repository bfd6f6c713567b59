/* What the pages do beyond HTML and htmx. Everything here is a convenience: without it the same links and forms work. */
(function () {
  'use strict';
  const root = document.documentElement, lang = root.lang;
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const on = (type, selector, act) => document.addEventListener(type, event => {
    const hit = event.target.closest && event.target.closest(selector);
    if (hit) act(event, hit);
  });
  const keep = (store, key, value) => { try { value === null ? store.removeItem('wirt.' + key) : store.setItem('wirt.' + key, value); } catch (_) { /* private mode */ } };
  const kept = (store, key) => { try { return store.getItem('wirt.' + key); } catch (_) { return null; } };
  const number = n => new Intl.NumberFormat(lang).format(n);

  /* Selection: kept per list, survives filtering, paging and coming back. */
  let chosen = { ids: [], all: false }, lastTick = null;
  const list = () => $('[data-list]');
  const ticks = () => $$('#list input[form=selection][name=id]');
  const listKey = () => 'selection:' + list().dataset.list;
  const listAddress = () => new URLSearchParams(($('#list').dataset.address.split('?')[1] || ''));

  function loadSelection() {
    if (!list()) return;
    try { chosen = JSON.parse(kept(sessionStorage, listKey())) || { ids: [], all: false }; } catch (_) { chosen = { ids: [], all: false }; }
    showSelection();
  }
  function saveSelection() {
    keep(sessionStorage, listKey(), chosen.all || chosen.ids.length ? JSON.stringify(chosen) : null);
    showSelection();
  }
  function filterText() {
    const filter = listAddress();
    ['sort', 'dir', 'size', 'columns', 'filter'].forEach(name => filter.delete(name));
    return filter.toString();
  }
  function showSelection() {
    const set = new Set(chosen.ids), boxes = ticks();
    if (chosen.all && chosen.filter !== filterText()) chosen = { ids: [], all: false };
    boxes.forEach(box => { box.checked = chosen.all || set.has(box.value); });
    const ticked = boxes.filter(box => box.checked).length, head = $('[data-tick-all]');
    if (head) { head.checked = ticked > 0 && ticked === boxes.length; head.indeterminate = ticked > 0 && ticked < boxes.length; }
    const any = chosen.all || chosen.ids.length > 0, line = $('[data-selection-line]');
    $$('[data-needs-rows]').forEach(button => {
      button.disabled = !any;
      if (button.dataset.needsRows) any ? button.removeAttribute('title') : button.title = button.dataset.needsRows;
    });
    if (line) {
      const text = chosen.all ? line.dataset.allSelected : any ? line.dataset.selected.replace('{n}', number(chosen.ids.length)) : '';
      const place = $('[data-selection-text]', line);
      if (place.textContent !== text) place.textContent = text;
      $('[data-select-matches]', line).hidden = !any || chosen.all || chosen.ids.length >= +$('#list').dataset.total;
      $('[data-select-none]', line).hidden = !any;
    }
    const form = $('[data-selection-form]');
    if (!form) return;
    form.replaceChildren();
    const add = (name, value) => { const field = document.createElement('input'); field.type = 'hidden'; field.name = name; field.value = value; form.append(field); };
    if (chosen.all) {
      add('all', 'true');
      new URLSearchParams(chosen.filter).forEach((value, name) => add(name, value));
    } else {
      const here = new Set(boxes.map(box => box.value));
      chosen.ids.filter(id => !here.has(id)).forEach(id => add('id', id));
    }
  }
  function choose(boxes, ticked) {
    const set = new Set(chosen.all ? ticks().map(box => box.value) : chosen.ids);
    boxes.forEach(box => ticked ? set.add(box.value) : set.delete(box.value));
    chosen = { ids: [...set], all: false };
    saveSelection();
  }
  on('click', '#list input[form=selection][name=id]', (event, box) => {
    const boxes = ticks(), from = boxes.indexOf(lastTick), to = boxes.indexOf(box);
    choose(event.shiftKey && from >= 0 ? boxes.slice(Math.min(from, to), Math.max(from, to) + 1) : [box], box.checked);
    lastTick = box;
  });
  on('click', '[data-tick-all]', (_, head) => choose(ticks(), head.checked));
  on('click', '[data-select-matches]', () => { chosen = { ids: [], all: true, filter: filterText() }; saveSelection(); $('[data-select-none]').focus(); });
  on('click', '[data-select-none]', () => { chosen = { ids: [], all: false }; saveSelection(); const head = $('[data-tick-all]'); if (head) head.focus(); });
  on('submit', 'form[data-bulk]', () => {
    const back = $('form[data-bulk] [name=return]');
    if (back) keep(sessionStorage, 'selection:' + back.value.split('?')[0], null);
  });

  /* Filter row and short addresses. */
  on('click', '[data-toggle-filter]', (event, button) => {
    event.preventDefault();
    const row = document.getElementById(button.getAttribute('aria-controls')), open = row.hidden;
    row.hidden = !open;
    button.setAttribute('aria-expanded', open);
    if (open) $('input, select', row).focus();
  });
  document.addEventListener('htmx:configRequest', event => {
    const d = event.detail;
    if (d.verb === 'get' && d.elt.matches('[data-list-search]')) {
      [...d.formData.entries()].forEach(([name, value]) => { if (value === '') d.formData.delete(name); });
      d.formData.delete('filter');
    }
    if (d.elt.closest('[data-needs-rows]')) {
      const ids = chosen.all ? [] : chosen.ids;
      d.formData.delete('id');
      ids.forEach(id => d.formData.append('id', id));
      d.formData.set('return', location.pathname + location.search);
      if (d.verb === 'get' && ids.length > 200) { d.verb = 'post'; d.formData.set('preview', 'true'); }
    } else if (d.elt.matches('[data-deed]')) {
      d.formData.set('id', d.elt.value);
      d.formData.set('return', location.pathname + location.search);
    }
  });

  /* Menus: the popover is the browser's, the rest is saying so and arrow keys. */
  document.addEventListener('toggle', event => {
    const menu = event.target;
    if (!menu.matches || !menu.matches('[popover]')) return;
    const button = $('[popovertarget="' + menu.id + '"]');
    if (!button) return;
    const open = event.newState === 'open';
    button.setAttribute('aria-expanded', open);
    if (open && !CSS.supports('position-area', 'block-end')) {
      const at = button.getBoundingClientRect();
      menu.style.position = 'fixed';
      menu.style.top = Math.max(4, Math.min(at.bottom, innerHeight - menu.offsetHeight - 8)) + 'px';
      menu.style.left = Math.max(8, Math.min(at.left, innerWidth - menu.offsetWidth - 8)) + 'px';
    }
  }, true);
  on('keydown', '[popovertarget], [popover]', (event, place) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const menu = place.matches('[popover]') ? place : document.getElementById(place.getAttribute('popovertarget'));
    if (!step || !menu || !menu.matches(':popover-open')) return;
    event.preventDefault();
    const entries = $$('a, button:enabled', menu), here = entries.indexOf(document.activeElement);
    if (entries.length) entries[(here + step + entries.length) % entries.length].focus();
  });
  on('click', '[popover] a, [popover] button', (_, entry) => setTimeout(() => { const menu = entry.closest('[popover]'); if (menu.matches(':popover-open')) menu.hidePopover(); }));

  /* Dialogs that htmx brings. */
  let opener = null;
  document.addEventListener('htmx:beforeSwap', event => {
    const d = event.detail;
    if (d.target.id !== 'dialogs') return;
    if (d.xhr.response.includes('<dialog')) { d.shouldSwap = true; d.isError = false; } else if (d.xhr.status < 400) { d.shouldSwap = false; location.assign(d.xhr.responseURL); }
    opener = d.requestConfig.elt;
  });
  document.addEventListener('close', event => {
    if (!event.target.matches('[data-dialog]')) return;
    const menu = opener && opener.closest('[popover]'), back = menu ? $('[popovertarget="' + menu.id + '"]') : opener;
    event.target.remove();
    if (back) back.focus();
  }, true);
  on('click', 'dialog [data-close]', (event, link) => { event.preventDefault(); link.closest('dialog').close(); });
  on('click', 'dialog', (event, dialog) => { if (event.target === dialog) dialog.close(); });
  on('click', '[data-keys]', () => $('#keys').showModal());

  /* Theme, navigation, density. */
  on('click', '[data-theme-choice]', (event, button) => {
    event.preventDefault();
    root.dataset.theme = button.dataset.themeChoice;
    window.wirtLook();
    $$('[data-theme-choice]').forEach(other => other === button ? other.setAttribute('aria-current', 'true') : other.removeAttribute('aria-current'));
    $('[popovertarget=w-theme] use').setAttribute('href', $('use', button).getAttribute('href'));
    const form = new URLSearchParams(new FormData($('#post')));
    form.set('theme', button.value);
    fetch(button.getAttribute('formaction'), { method: 'POST', body: form, redirect: 'manual' }).catch(() => {});
  });
  const toggles = [['[data-rail-toggle]', 'rail', 'narrow', 'aria-expanded', false], ['[data-density]:not(html)', 'density', 'dense', 'aria-pressed', true]];
  toggles.forEach(([selector, name, value, aria, when]) => on('click', selector, (_, button) => {
    const set = root.dataset[name] !== value;
    set ? root.dataset[name] = value : delete root.dataset[name];
    keep(localStorage, name, set ? value : null);
    button.setAttribute(aria, set === when);
  }));

  /* Passwords. */
  function level(password) {
    const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter(kind => kind.test(password)).length, n = password.length;
    return n >= 20 || n >= 16 && kinds === 4 ? 5 : n >= 12 && kinds >= 3 ? 4 : n >= 10 && kinds >= 3 ? 3 : n >= 8 && kinds >= 2 ? 2 : n > 0 ? 1 : 0;
  }
  on('input', '[data-strength]', (_, field) => {
    const place = document.getElementById(field.dataset.strength), now = level(field.value), text = $('span', place);
    place.dataset.empty = place.dataset.empty || text.textContent;
    place.dataset.level = now;
    $('progress', place).value = now;
    text.textContent = now ? place.dataset.words.split(',')[now - 1] : place.dataset.empty;
  });
  function show(field, visible) {
    field.type = visible ? 'text' : 'password';
    const button = $('[data-show="' + field.id + '"]');
    if (button) button.setAttribute('aria-pressed', visible);
  }
  on('click', '[data-show]', (_, button) => { const field = document.getElementById(button.dataset.show); show(field, field.type === 'password'); });
  on('click', '[data-generate]', (_, button) => {
    const sets = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '-_.+!?='], every = sets.join('');
    const draw = n => { const limit = 256 - 256 % n, one = new Uint8Array(1); do crypto.getRandomValues(one); while (one[0] >= limit); return one[0] % n; };
    let made;
    do made = Array.from({ length: 20 }, () => every[draw(every.length)]).join(''); while (!sets.every(set => [...set].some(c => made.includes(c))));
    [button.dataset.generate, button.dataset.repeat].filter(Boolean).forEach(id => {
      const field = document.getElementById(id);
      field.value = made;
      show(field, true);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  });

  /* Forms: sent once, kept until sent (never passwords), and one choice for all rows. */
  on('submit', 'form[data-once]', (event, form) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    if (form.dataset.draft) keep(sessionStorage, 'sent', form.dataset.draft);
    setTimeout(() => $$('[type=submit]', form).forEach(button => { button.disabled = true; }));
  });
  addEventListener('pageshow', event => { if (event.persisted) $$('form[data-sent]').forEach(form => { delete form.dataset.sent; $$('[type=submit]', form).forEach(button => { button.disabled = false; }); }); });
  const draftFields = form => $$('input, select, textarea', form).filter(field => field.name && !/^(hidden|submit)$/.test(field.type) && !/password|repeat/i.test(field.name) && field.autocomplete !== 'new-password');
  on('input', 'form[data-draft]', (_, form) => {
    const draft = {};
    draftFields(form).forEach(field => { const value = /checkbox|radio/.test(field.type) ? field.checked : field.value; draft[field.name + (field.type === 'radio' ? '=' + field.value : '')] = value; });
    keep(sessionStorage, 'draft:' + form.dataset.draft, JSON.stringify(draft));
  });
  on('click', 'form[data-draft] .w-buttons a', (_, link) => keep(sessionStorage, 'draft:' + link.closest('form').dataset.draft, null));
  function loadDrafts() {
    const sent = kept(sessionStorage, 'sent'), failed = $('[data-errors]') || $('.w-conflict');
    if (sent && !failed && !$('form[action="/sign-in"]')) { keep(sessionStorage, 'draft:' + sent, null); keep(sessionStorage, 'sent', null); }
    $$('form[data-draft]').forEach(form => {
      if (failed) return;
      let draft;
      try { draft = JSON.parse(kept(sessionStorage, 'draft:' + form.dataset.draft)); } catch (_) { return; }
      if (draft) draftFields(form).forEach(field => {
        const value = draft[field.name + (field.type === 'radio' ? '=' + field.value : '')];
        if (value !== undefined) /checkbox|radio/.test(field.type) ? field.checked = value : field.value = value;
      });
    });
  }
  on('click', '[data-same]', (_, button) => $$('.' + button.dataset.same).forEach(choice => { choice.value = document.getElementById(button.dataset.from).value; }));
  function reveal(box) { const part = document.getElementById(box.dataset.reveals); if (part) { part.hidden = !box.checked; $$('input, select, textarea', part).forEach(field => { field.disabled = !box.checked; }); } }
  on('change', '[data-reveals]', (_, box) => reveal(box));

  /* Times that say how long ago; the exact time stays in the tooltip. */
  function sayTimes() {
    const words = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
    $$('time[data-relative]').forEach(time => {
      const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
      const [unit, size] = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]].find(([, size]) => Math.abs(seconds) >= size) || ['second', 1];
      time.title = time.title || time.textContent;
      time.textContent = words.format(Math.round(seconds / size), unit);
    });
  }
  setInterval(sayTimes, 30000);

  /* Quick navigation. */
  const results = () => $('#w-quick-results');
  document.addEventListener('htmx:afterSwap', event => { if (event.detail.target.id === 'w-quick-results') results().hidden = !$('#w-quick').value; });
  document.addEventListener('htmx:beforeRequest', event => { if (event.target.id === 'w-quick' && !event.target.value.trim()) { event.preventDefault(); results().hidden = true; } });
  on('keydown', '[data-quick]', event => {
    const hits = $$('[data-hit]', results()), here = hits.indexOf(document.activeElement), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length && !results().hidden) { event.preventDefault(); const next = here + step; next < 0 ? $('#w-quick').focus() : hits[next % hits.length].focus(); }
    if (event.key === 'Escape') { results().hidden = true; $('#w-quick').focus(); }
    if (event.key === 'Enter' && here < 0 && hits.length && !results().hidden) { event.preventDefault(); hits[0].click(); }
  });
  document.addEventListener('click', event => { const open = results(); if (open && !event.target.closest('[data-quick]')) open.hidden = true; });

  /* Keys. */
  let going = 0;
  const rowsHere = () => $$('.w-rows tbody tr');
  function walk(step) {
    const rows = rowsHere(), now = rows.findIndex(row => row.classList.contains('is-here')), next = rows[Math.max(0, Math.min(rows.length - 1, now + step))];
    if (!next) return;
    rows.forEach(row => row.classList.toggle('is-here', row === next));
    const link = $('.w-col-name a', next);
    if (link) link.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && $('#w-quick')) { event.preventDefault(); $('#w-quick').focus(); $('#w-quick').select(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=checkbox]), select, textarea, dialog, [contenteditable]')) return;
    const here = $('.w-rows tr.is-here');
    if (Date.now() - going < 1200) {
      going = 0;
      const to = { c: '/customers', r: '/resellers', s: '/subscriptions', d: '/domains' }[event.key];
      if (to && $('.w-rail a[href="' + to + '"]')) location.assign(to);
      return;
    }
    const act = {
      '/': () => { const field = $('[data-list-query]') || $('#w-quick'); if (field) field.focus(); },
      j: () => walk(1), k: () => walk(-1),
      x: () => { const box = here && $('.w-tick input', here); if (box) box.click(); },
      o: () => { const link = here && $('.w-col-name a', here); if (link) link.click(); },
      g: () => { going = Date.now(); },
      '?': () => $('#keys').showModal()
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  function begin() {
    loadSelection();
    $$('[data-reveals]').forEach(reveal);
    sayTimes();
  }
  toggles.forEach(([selector, name, value, aria, when]) => $$(selector).forEach(button => button.setAttribute(aria, (root.dataset[name] === value) === when)));
  loadDrafts();
  begin();
  const errors = $('[data-errors]');
  if (errors) errors.focus();
  document.addEventListener('htmx:afterSettle', event => {
    const dialog = $('#dialogs dialog:not([open])');
    if (dialog) { dialog.showModal(); }
    if (event.detail.elt.id !== 'dialogs') begin();
  });
})();
