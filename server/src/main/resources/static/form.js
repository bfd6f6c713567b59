/* Forms: passwords shown, made and weighed; sent once; kept until sent, but never passwords. */
(function () {
  'use strict';
  const { $, $$, on, keep, kept, aside } = window.wirt;

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
    if (form.dataset.draft) keep(sessionStorage, 'sent', draftKey(form));
    setTimeout(() => $$('[type=submit]', form).forEach(button => { button.disabled = true; }));
  });
  addEventListener('pageshow', event => { if (event.persisted) $$('form[data-sent]').forEach(form => { delete form.dataset.sent; $$('[type=submit]', form).forEach(button => { button.disabled = false; }); }); });
  /* What somebody typed and did not send waits for him, and for nobody else, in this tab: only the fields he changed, and what the form stood on when he began, so that whoever saved meanwhile is not overwritten unseen. */
  const person = document.body.dataset.person, mine = 'draft:' + person + ':', failed = $('[data-errors]') || $('.w-conflict');
  const draftKey = form => mine + form.dataset.draft;
  const ticked = field => /checkbox|radio/.test(field.type);
  const draftName = field => field.name + (ticked(field) ? '=' + field.value : '');
  const draftFields = form => $$('input, select, textarea', form).filter(field => field.name && !/^(hidden|submit|password|file)$/.test(field.type) && !/password|repeat/i.test(field.name) && !/password$/.test(field.autocomplete));
  const grounds = form => $$('input[type=hidden]', form).filter(field => /^(version$|was\.)/.test(field.name));
  const value = field => ticked(field) ? field.checked : field.value;
  const served = field => ticked(field) ? field.defaultChecked : field.options ? ([...field.options].find(option => option.defaultSelected) || field.options[0] || field).value : field.defaultValue;
  function forget(ours) {
    try { Object.keys(sessionStorage).filter(key => /^wirt\.(draft:|sent$)/.test(key) && !ours(key)).forEach(key => sessionStorage.removeItem(key)); } catch (_) { /* private mode */ }
  }
  function draftOf(form) { try { return JSON.parse(kept(sessionStorage, draftKey(form))); } catch (_) { return null; } }
  on('input', 'form[data-draft]', (_, form) => {
    /* After a failed sending the form is served with what was typed: that is a change too. */
    const before = failed && draftOf(form) || { fields: {} }, fields = {}, stood = {};
    draftFields(form).forEach(field => { const name = draftName(field); if (value(field) !== served(field) || name in before.fields) fields[name] = value(field); });
    grounds(form).forEach(field => { stood[field.name] = field.value; });
    keep(sessionStorage, draftKey(form), Object.keys(fields).length ? JSON.stringify({ fields, stood }) : null);
  });
  on('click', 'form[data-draft] .w-buttons a', (_, link) => keep(sessionStorage, draftKey(link.closest('form')), null));
  on('click', '[formaction="/sign-out"]', () => forget(() => false));
  function refill(form) {
    const draft = draftOf(form), fresh = grounds(form).map(field => [field, field.value]);
    if (!draft || !draft.fields) return;
    const hits = draftFields(form).filter(field => draftName(field) in draft.fields && draft.fields[draftName(field)] !== value(field));
    if (!hits.length) return;
    const fill = (field, said) => { ticked(field) ? field.checked = said : field.value = said; };
    hits.forEach(field => fill(field, draft.fields[draftName(field)]));
    grounds(form).forEach(field => { if (field.name in draft.stood) field.value = draft.stood[field.name]; });
    const words = $('#w-restored'), place = document.createElement('div');
    place.setAttribute('role', 'status');
    form.prepend(place);
    place.append(words.content.cloneNode(true));
    $('button', place).addEventListener('click', () => {
      keep(sessionStorage, draftKey(form), null);
      form.reset();
      fresh.forEach(([field, said]) => { field.value = said; });
      place.remove();
      $$('[data-reveals], [data-hides]', form).forEach(reveal);
      const first = draftFields(form).find(field => !field.disabled);
      if (first) first.focus();
    });
  }
  function loadDrafts() {
    const sent = kept(sessionStorage, 'sent');
    keep(sessionStorage, 'sent', null);
    /* Whoever has to sign in first did not get through: what he typed waits for him. */
    if (!person) return;
    forget(key => key.startsWith('wirt.' + mine));
    if (failed) return;
    if (sent) keep(sessionStorage, sent, null);
    $$('form[data-draft]').forEach(refill);
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
    aside('/check/' + form.dataset.check, new URLSearchParams({ _csrf: form.elements._csrf.value, field: field.name, value }))
      .then(answer => answer.status === 200 ? answer.text() : null)
      .then(text => { if (text !== null && field.value === value) note(field, text); })
      .catch(() => {});
  });

  loadDrafts();
  $$('[data-reveals], [data-hides]').forEach(reveal);
  const errors = $('[data-errors]');
  if (errors) errors.focus();
})();
