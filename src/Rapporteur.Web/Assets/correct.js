// Keys for the page on which people correct. Every key presses a button that is there without it.
(() => {
  'use strict';
  const items = [...document.querySelectorAll('ol.judge > li')];
  const keys = document.querySelector('.keys');
  if (keys) keys.hidden = false;
  let at = -1;
  const go = to => {
    if (items.length === 0) return;
    at = Math.max(0, Math.min(items.length - 1, to));
    items[at].focus();
    items[at].scrollIntoView({ block: 'nearest' });
  };
  const press = value => {
    const item = items[Math.max(at, 0)];
    const button = item && item.querySelector(`button[value="${value}"]`);
    if (button) button.click();
  };
  const open = name => {
    const item = items[Math.max(at, 0)];
    const field = item && item.querySelector(`input[name="${name}"]`);
    if (!field) return;
    field.closest('details').open = true;
    field.focus();
    if (field.select) field.select();
  };
  const does = {
    j: () => go(at + 1), k: () => go(at - 1), y: () => press('confirm'), n: () => press('reject'), x: () => press('split'),
    s: () => open('speaker'), d: () => open('day'), i: () => open('issue'), r: () => open('shown'),
    u: () => { const undo = document.querySelector('form.undo button'); if (undo) undo.click(); },
  };
  document.addEventListener('focusin', event => {
    const item = event.target.closest('ol.judge > li');
    if (item) at = items.indexOf(item);
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest('input, select, textarea')) {
      // The return key in a field presses the button beside it, not the first of the form.
      if (event.key !== 'Enter' || !event.target.closest('.decide')) return;
      const button = event.target.closest('.field').nextElementSibling;
      event.preventDefault();
      button.click();
      return;
    }
    if (does[event.key]) {
      event.preventDefault();
      does[event.key]();
    }
  });
})();
