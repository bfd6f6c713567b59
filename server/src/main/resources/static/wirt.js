/* The frame: menus, dialogs, theme, quick navigation, keys. A convenience: without it the same links and forms work. */
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
  /* What a page sends besides: it leads nowhere, and whoever is signed out is told by what he does next. */
  const aside = (way, body) => fetch(way, { method: 'POST', body, redirect: 'manual', headers: { 'X-Wirt-Aside': 'yes' } });
  window.wirt = { $, $$, on, keep, kept, aside };

  /* Menus: the popover is the browser's, the rest is saying so and arrow keys. */
  const opens = event => event.target.matches && event.target.matches('[popover]') && $('[popovertarget="' + event.target.id + '"]');
  document.addEventListener('beforetoggle', event => {
    const button = opens(event);
    if (button) button.setAttribute('aria-expanded', event.newState === 'open');
  }, true);
  document.addEventListener('toggle', event => {
    const menu = event.target, button = opens(event);
    if (button && event.newState === 'open' && !CSS.supports('position-area', 'block-end')) {
      const at = button.getBoundingClientRect();
      menu.style.position = 'fixed';
      menu.style.top = Math.max(4, Math.min(at.bottom, innerHeight - menu.offsetHeight - 8)) + 'px';
      menu.style.left = Math.max(8, Math.min(at.left, innerWidth - menu.offsetWidth - 8)) + 'px';
    }
  }, true);
  /* Rows in the same state share one menu; it comes to a row when it is first opened there. */
  on('click', '[data-menu]', (event, button) => {
    const kind = document.getElementById('menu-' + button.dataset.menu);
    if (!kind) return;
    event.preventDefault();
    const menu = kind.content.firstElementChild.cloneNode(true), id = button.dataset.id;
    menu.id = 'm' + id;
    $$('a, button', menu).forEach(entry => [...entry.attributes].forEach(attribute => {
      if (attribute.value.includes('~id~')) attribute.value = attribute.value.replaceAll('~id~', id);
    }));
    button.type = 'button';
    button.removeAttribute('data-menu');
    button.setAttribute('aria-controls', menu.id);
    button.setAttribute('popovertarget', menu.id);
    button.after(menu);
    htmx.process(menu);
    menu.showPopover({ source: button });
  });
  on('keydown', '[popovertarget], [popover]', (event, place) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const menu = place.matches('[popover]') ? place : document.getElementById(place.getAttribute('popovertarget'));
    if (!step || !menu || !menu.matches(':popover-open')) return;
    event.preventDefault();
    const entries = $$('a, button:enabled', menu), here = entries.indexOf(document.activeElement);
    if (entries.length) entries[(here + step + entries.length) % entries.length].focus();
  });
  on('click', '[popover] a, [popover] button', (_, entry) => setTimeout(() => { const menu = entry.closest('[popover]'); if (menu.matches(':popover-open')) menu.hidePopover(); }));

  /* A panel that does not answer is asked on, and whoever waits for a job is told; the next answer takes the words away. */
  const lost = event => {
    const job = event.detail.elt.closest('[data-lost]'), said = event.detail.xhr.status;
    if (!job || $('.w-lost', job) || said > 0 && said < 500) return;
    const words = document.createElement('p');
    words.className = 'w-lost';
    words.setAttribute('role', 'status');
    job.append(words);
    words.textContent = job.dataset.lost;
  };
  document.addEventListener('htmx:sendError', lost);
  document.addEventListener('htmx:responseError', lost);

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

  /* Theme, navigation. */
  on('click', '[data-theme-choice]', (event, button) => {
    event.preventDefault();
    root.dataset.theme = button.dataset.themeChoice;
    window.wirtLook();
    $$('[data-theme-choice]').forEach(other => other === button ? other.setAttribute('aria-current', 'true') : other.removeAttribute('aria-current'));
    $('[popovertarget=w-theme] use').setAttribute('href', $('use', button).getAttribute('href'));
    const form = new URLSearchParams(new FormData($('#post')));
    form.set('theme', button.value);
    aside(button.getAttribute('formaction'), form).catch(() => {});
  });
  /* Who chooses a language has said everything; the button is for browsers without scripts. */
  on('change', '.w-language select', (_, choice) => choice.form.requestSubmit());
  on('click', '[data-rail-toggle]', (_, button) => {
    const narrow = root.dataset.rail !== 'narrow';
    narrow ? root.dataset.rail = 'narrow' : delete root.dataset.rail;
    keep(localStorage, 'rail', narrow ? 'narrow' : null);
    button.setAttribute('aria-expanded', !narrow);
  });

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

  $$('[data-rail-toggle]').forEach(button => button.setAttribute('aria-expanded', root.dataset.rail !== 'narrow'));
  /* What is current is in sight, also where its row of links is wider than the screen. */
  $$('.w-rail [aria-current], .w-tabs [aria-current]').forEach(here => {
    const row = here.closest('.w-rail, .w-tabs'), beyond = here.offsetLeft + here.offsetWidth > row.clientWidth;
    if (beyond) row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  });
  sayTimes();
  document.addEventListener('htmx:afterSettle', () => {
    const dialog = $('#dialogs dialog:not([open])');
    if (dialog) {
      dialog.showModal();
      const first = $('[data-errors]', dialog) || $('[data-focus]', dialog);
      if (first) first.focus();
    }
    sayTimes();
  });
})();
