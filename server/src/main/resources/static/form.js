/* Forms: passwords shown, made and weighed; sent once; kept until sent, but never passwords. */
(function () {
  'use strict';
  const { $, $$, on, keep, kept } = window.wirt;

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
    /* Whoever has to sign in first did not get through: what he typed waits for him. */
    if (sent && !failed) { if (!$('form[action="/sign-in"]')) keep(sessionStorage, 'draft:' + sent, null); keep(sessionStorage, 'sent', null); }
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
  function reveal(box) { const hides = 'hides' in box.dataset, part = document.getElementById(hides ? box.dataset.hides : box.dataset.reveals), off = box.checked === hides; if (part) { part.hidden = off; $$('input, select, textarea', part).forEach(field => { field.disabled = off; }); } }
  on('change', '[data-reveals], [data-hides]', (_, box) => reveal(box));

  /* An amount and its tick box for unlimited are one choice. */
  on('input', '[data-limit]', (_, field) => { document.getElementById(field.dataset.limit).checked = field.value.trim() === ''; });
  on('change', '[data-unlimited]', (_, box) => { const field = document.getElementById(box.dataset.unlimited); if (box.checked) field.value = ''; else field.focus(); });

  /* A field is looked at when it is left; passwords stay where they are typed until the form is sent. */
  function note(field, text) {
    const id = field.id + '-error', ids = (field.getAttribute('aria-describedby') || '').split(' ').filter(other => other && other !== id);
    let place = document.getElementById(id);
    if (place) place.remove();
    if (text) {
      place = document.createElement('p');
      place.id = id;
      place.className = 'w-error';
      place.setAttribute('aria-live', 'polite');
      (field.closest('.w-password') || field).after(place);
      place.textContent = text;
      ids.push(id);
    }
    field.classList.toggle('is-invalid', !!text);
    text ? field.setAttribute('aria-invalid', 'true') : field.removeAttribute('aria-invalid');
    ids.length ? field.setAttribute('aria-describedby', ids.join(' ')) : field.removeAttribute('aria-describedby');
  }
  on('change', 'form[data-check] :is(input:is([type=text], [type=email], [type=tel], [type=date]), textarea)', (_, field) => {
    if (/password/i.test(field.name)) return;
    const form = field.form, value = field.value;
    fetch('/check/' + form.dataset.check, { method: 'POST', redirect: 'error', body: new URLSearchParams({ _csrf: form.elements._csrf.value, field: field.name, value }) })
      .then(answer => answer.ok ? answer.text() : null)
      .then(text => { if (text !== null && field.value === value) note(field, text); })
      .catch(() => {});
  });

  loadDrafts();
  $$('[data-reveals], [data-hides]').forEach(reveal);
  const errors = $('[data-errors]');
  if (errors) errors.focus();
})();
