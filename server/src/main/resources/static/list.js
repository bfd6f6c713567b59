/* Lists: ticked rows, kept per list while one filters, pages and comes back; the filter row. */
(function () {
  'use strict';
  const { $, $$, on, keep, kept, aside } = window.wirt, lang = document.documentElement.lang;
  const hide = (form, name, value) => { const field = document.createElement('input'); field.type = 'hidden'; field.name = name; field.value = value; form.append(field); };
  const number = n => new Intl.NumberFormat(lang).format(n);
  let chosen = { ids: [], all: false }, lastTick = null;
  const list = () => $('[data-list]');
  const ticks = () => $$('#list input[form=selection][name=id]');
  const listKey = () => 'selection:' + list().dataset.list;
  const listAddress = () => new URLSearchParams(($('#list').dataset.address.split('?')[1] || ''));

  function loadSelection() {
    if (!list() || !$('#list')) return;
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
    const add = (name, value) => hide(form, name, value);
    add('return', location.pathname + location.search);
    if (chosen.all) {
      add('all', 'true');
      new URLSearchParams(chosen.filter).forEach((value, name) => add('where.' + name, value));
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
  on('submit', '[data-selection-form]', (_, form) => {
    if (chosen.all || chosen.ids.length <= 200) return;
    form.method = 'post';
    hide(form, 'preview', 'true');
    hide(form, '_csrf', $('#post [name=_csrf]').value);
  });
  /* A view is where one is now, not where the page began. */
  on('submit', '[data-views]', (_, form) => {
    const here = new URLSearchParams(location.search);
    ['after', 'before', 'size', 'job', 'filter'].forEach(name => here.delete(name));
    if (form.elements.query) form.elements.query.value = here.toString();
    form.elements.return.value = location.pathname + location.search;
  });
  on('submit', 'form[data-bulk]', () => {
    const back = $('form[data-bulk] [name=return]');
    if (back) keep(sessionStorage, 'selection:' + back.value.split('?')[0], null);
  });

  /* A deed without a question is done with its answer; one who is sent to the sign-in page comes back to his ticks. */
  document.addEventListener('htmx:beforeOnLoad', event => {
    const d = event.detail, way = d.xhr.getResponseHeader('HX-Redirect');
    if (way && !way.startsWith('/sign-in') && d.requestConfig.verb === 'post' && d.elt.closest('[data-needs-rows]')) keep(sessionStorage, listKey(), null);
  });

  on('click', '[data-dense]', (event, button) => {
    event.preventDefault();
    const dense = button.value === 'dense', form = new URLSearchParams(new FormData($('#post')));
    dense ? list().dataset.density = 'dense' : delete list().dataset.density;
    button.setAttribute('aria-pressed', dense);
    form.set('density', button.value);
    button.value = dense ? 'airy' : 'dense';
    aside('/density', form).catch(() => {});
  });

  on('click', '[data-toggle-filter]', (event, button) => {
    event.preventDefault();
    const row = document.getElementById(button.getAttribute('aria-controls')), open = row.hidden;
    const show = there => {
      there.hidden = !open;
      button.setAttribute('aria-expanded', open);
      if (open) $('input, select', there).focus();
    };
    if ($('input, select', row)) show(row);
    else htmx.ajax('GET', button.form.action + '?filter=open', { target: '#w-filter', select: '#w-filter', swap: 'outerHTML' }).then(() => show($('#w-filter')));
  });
  /* What is typed is asked for while typing. Asking again when the field is left would swap the rows under a click on one. */
  document.addEventListener('change', event => { if (event.target.matches('[data-list-query]')) event.stopPropagation(); }, true);
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
      if (d.verb === 'get' && ids.length > 200) { d.verb = 'post'; d.useUrlParams = false; d.headers['Content-Type'] = 'application/x-www-form-urlencoded'; d.formData.set('preview', 'true'); }
    } else if (d.elt.matches('[data-deed]')) {
      d.formData.set('id', d.elt.value);
      d.formData.set('return', location.pathname + location.search);
    }
  });

  /* A job that is over has changed what the list shows; an open menu is left alone until it is closed. */
  function again() {
    const rows = $('#list');
    if (!rows) return;
    if ($(':popover-open', rows)) { setTimeout(again, 500); return; }
    const here = new URLSearchParams(location.search), active = document.activeElement, inside = rows.contains(active);
    const same = inside && (active.id ? '#' + CSS.escape(active.id) : ['href', 'value', 'data-id'].filter(name => active.getAttribute(name)).map(name => active.localName + '[' + name + '="' + CSS.escape(active.getAttribute(name)) + '"]')[0]);
    here.delete('job');
    htmx.ajax('GET', location.pathname + (here.size ? '?' + here : ''), { target: '#list', swap: 'outerHTML' }).then(() => { const back = same && $('#list ' + same); if (back) back.focus({ preventScroll: true }); });
  }
  document.addEventListener('wirt:job-over', again);

  /* What somebody on a slow line has ticked or typed before this file was here counts like what comes after. */
  const early = ticks().filter(box => box.checked), query = $('[data-list-query]');
  loadSelection();
  if (early.length) choose(early, true);
  if (query && query.value !== query.defaultValue) document.addEventListener('htmx:load', () => htmx.trigger(query.form, 'submit'), { once: true });
  document.addEventListener('htmx:afterSettle', event => { if (event.detail.elt.id !== 'dialogs') loadSelection(); });
})();
