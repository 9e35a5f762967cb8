// Progressive enhancement only: every page works without this file.
(() => {
  'use strict';
  const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
  const toast = (text) => { const el = $('#toast'); el.textContent = text; clearTimeout(toast.t); toast.t = setTimeout(() => { el.textContent = ''; }, 4000); };
  const typing = (el) => el.matches('input,textarea,select,[contenteditable]');
  const keysOff = () => localStorage.getItem('keys') === 'off';
  let pending = '';

  $('[data-autofocus]')?.focus();
  if (matchMedia('(max-width: 820px)').matches) $$('[data-fold]').forEach((d) => { d.open = false; });
  const box = $('#keys-off');
  if (box) { box.checked = keysOff(); box.addEventListener('change', () => localStorage.setItem('keys', box.checked ? 'off' : 'on')); }

  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === 'Escape') { $$('details.menu[open]').forEach((d) => { d.open = false; $('summary', d).focus(); }); return; }
    if (typing(e.target) || keysOff()) return;
    const rows = $$('#rows tbody tr'), at = rows.findIndex((r) => r.contains(document.activeElement));
    if (pending === 'g') { pending = ''; if (e.key === 'w') location.href = '/'; return; }
    if (e.key === '/' && $('#q')) { e.preventDefault(); $('#q').focus(); }
    else if (e.key === '?') $('#keys')?.showModal();
    else if (e.key === 'g') { pending = 'g'; setTimeout(() => { pending = ''; }, 900); }
    else if (e.key === 'j' || e.key === 'k') {
      const row = rows[Math.max(0, Math.min(rows.length - 1, at + (e.key === 'j' ? 1 : -1)))];
      if (row) $('a', row)?.focus();
    }
  });

  document.addEventListener('click', async (e) => {
    const copy = e.target.closest('[data-copy]'), open = e.target.closest('[data-open]');
    if (copy) { try { await navigator.clipboard.writeText(copy.dataset.copy); toast(copy.dataset.copied); } catch { toast(copy.dataset.failed); } }
    if (open) $('#' + open.dataset.open).showModal();
    $$('details.menu[open]').forEach((d) => { if (!d.contains(e.target)) d.open = false; });
  });

  // A file that is too large is not sent at all; the server weighs it anyway.
  document.addEventListener('change', (e) => {
    if (!e.target.dataset.most) return;
    const large = [...e.target.files].some((f) => f.size > Number(e.target.dataset.most));
    $(`#${e.target.id}-large`).hidden = !large;
    if (large) e.target.value = '';
  });

  // A hand scanner ends every code with Enter: the next field is ready for the next letter.
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Enter' || !e.target.matches('[data-scan]')) return;
    e.preventDefault();
    const fields = $$('[data-scan]', e.target.form), next = fields[fields.indexOf(e.target) + 1];
    if (next) { next.focus(); next.select(); } else $('[data-scanned]', e.target.form).focus();
  });
  $$('[data-all]').forEach((all) => {
    all.hidden = false;
    all.addEventListener('change', () => $$(`[name="${all.dataset.all}"]`, all.form).forEach((each) => { each.checked = all.checked; }));
  });

  // The points of an agenda: dragged to another place, or moved with the arrows; what moved keeps the focus and is told.
  const agenda = $('[data-order]');
  if (agenda) {
    const form = $('#' + agenda.dataset.order), points = () => [...agenda.children];
    const remember = (li, place, mv) => {
      const at = Math.min(Math.max(place, 1), points().length), said = agenda.dataset.said;
      const told = said.replace('{0}', $('h3', li).textContent).replace('{1}', at);
      sessionStorage.setItem('moved', JSON.stringify({ id: li.dataset.id, mv, said: told }));
    };
    form.addEventListener('submit', (e) => {
      const button = e.submitter;
      const li = button?.closest('li');
      if (li) remember(li, points().indexOf(li) + 1 + Number(button.dataset.mv), button.dataset.mv);
    });
    let dragged = null;
    agenda.addEventListener('dragstart', (e) => { dragged = e.target.closest('li[draggable]'); });
    agenda.addEventListener('dragover', (e) => {
      const over = e.target.closest('li');
      if (!dragged || !over || over === dragged) return;
      e.preventDefault();
      const box = over.getBoundingClientRect();
      agenda.insertBefore(dragged, e.clientY < box.top + box.height / 2 ? over : over.nextSibling);
    });
    agenda.addEventListener('drop', (e) => e.preventDefault());
    agenda.addEventListener('dragend', () => {
      const ids = points().map((li) => li.dataset.id), field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: 'order', value: ids.join(',') });
      remember(dragged, ids.indexOf(dragged.dataset.id) + 1, '-1');
      form.append(field);
      form.requestSubmit();
    });
    const moved = JSON.parse(sessionStorage.getItem('moved') || 'null');
    if (moved) {
      sessionStorage.removeItem('moved');
      const li = points().find((each) => each.dataset.id === moved.id);
      $(`[data-mv="${moved.mv}"]`, li)?.focus();
      toast(moved.said);
    }
  }

  // What lies open is not read again while somebody types in it, or while a form is on its way: its answer comes first.
  document.addEventListener('input', (e) => { if (e.target.form?.method === 'post') e.target.form.dataset.typed = '1'; });
  for (const asked of ['htmx:beforeRequest', 'htmx:beforeOnLoad']) {
    document.addEventListener(asked, (e) => { if ($('form[data-sent],form[data-typed]')) e.preventDefault(); });
  }

  // A form that was sent is not sent again by a second click; the server counts it once anyway.
  document.addEventListener('submit', (e) => {
    if (e.target.method !== 'post') return;
    if (e.target.dataset.sent) { e.preventDefault(); return; }
    e.target.dataset.sent = '1';
    setTimeout(() => { delete e.target.dataset.sent; }, 5000);
  });
})();
